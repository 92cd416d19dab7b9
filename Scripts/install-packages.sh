#!/usr/bin/env bash
# Installs the Debian packages named that are missing.
#
#   Scripts/install-packages.sh PACKAGE...
set -euo pipefail
missing=()
for package; do
  status=$(dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null || true)
  [[ $status == 'install ok installed' ]] || missing+=("$package")
done
((${#missing[@]} > 0)) || exit 0

if ! command -v apt-get >/dev/null; then
  # Not a Debian system: the libraries may be there under other names, so the build decides.
  echo "note: this needs what Debian calls ${missing[*]}; install it if the build does not find it" >&2
  exit 0
fi
as_root=()
# -n: fail rather than ask for a password.
((EUID == 0)) || as_root=(sudo -n)
install() {
  "${as_root[@]}" apt-get update -qq &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes \
      --no-install-recommends "${missing[@]}" >/dev/null
}
echo "installing ${missing[*]}" >&2
install </dev/null || {
  echo "cannot install ${missing[*]}: run 'apt-get install ${missing[*]}' as root, then try again" >&2
  exit 1
}
