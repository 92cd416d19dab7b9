#!/usr/bin/env bash
# Shows the main jobs on the data of this repository.
#
#   Scripts/demo.sh PUENTE     PUENTE is the built tool
set -euo pipefail
puente=$(realpath "$1")
cd "$(dirname "$0")/.."

# Runs a command whose exit code may be any of the codes before '--'.
show() {
  local allowed=() code=0
  while [[ $1 != -- ]]; do allowed+=("$1"); shift; done
  shift
  printf '\n$ puente %s\n' "$*"
  "$puente" "$@" || code=$?
  [[ " ${allowed[*]} " == *" $code "* ]] || {
    echo "demo: 'puente $*' ended with exit code $code" >&2
    exit 1
  }
}

show 0 -- lookup sinco2011:2426 --to noc2016
# 1 says that something was found, which there is in the report of 2017.
show 0 1 -- check crosswalks/lmwg-2017
show 0 -- cmp actions --group LM
show 0 1 -- unresolved --from sinco2011 --to noc2016 --sector health
