# What there is to do with Puente; `make` alone lists it.

PREFIX = /usr/local
# make splits at blanks, so that 'rm -rf' below would meet the wrong folder.
$(if $(word 2,$(PREFIX)$(DESTDIR)),$(error PREFIX and DESTDIR must not have blanks))
DESTDIR =

# The toolchain of this project's machines is at /opt/swift and need not be on PATH.
SWIFT := $(or $(shell command -v swift),$(wildcard /opt/swift/usr/bin/swift))
PUENTE = .build/release/puente
ORACLES = .tools/oracles
# The C libraries; `make` installs them when they are missing, without a prompt.
PACKAGES = libcsv-dev libyaml-dev libsqlite3-dev nettle-dev libxlsxwriter-dev libzip-dev \
  libexpat1-dev libhpdf-dev fonts-liberation fonts-dejavu-core

bin = $(DESTDIR)$(PREFIX)/bin
share = $(DESTDIR)$(PREFIX)/share
man = $(share)/man/man1/puente.1
bash = $(share)/bash-completion/completions/puente
zsh = $(share)/zsh/site-functions/_puente
fish = $(share)/fish/vendor_completions.d/puente.fish

.PHONY: help build demo test bench install uninstall conformance fuzz lint format clean toolchain

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1 \t/p' Makefile | expand -t 22

build: toolchain ## Build .build/release/puente
	$(SWIFT) build -c release --static-swift-stdlib
	$(PUENTE) compile --answers --data . 2>/dev/null

demo: build ## Install what is missing, build, and run the main job on real input
	@Scripts/demo.sh $(PUENTE)

# XCTest is off because it would report that its 0 tests passed.
test: toolchain ## Install what is missing and run the tests
	$(SWIFT) test --disable-xctest

fuzz: toolchain ## Run the fuzz tests under the address sanitizer (PUENTE_FUZZ_ROUNDS bounds them)
	$(SWIFT) test --disable-xctest --sanitize=address --scratch-path .build/asan --filter Fuzz

conformance: $(ORACLES)/ready ## Check data and output against other people's validators
	@Scripts/install-packages.sh poppler-utils
	@set -e; for check in Tests/Conformance/*.py; do \
	  echo "$$check"; $(ORACLES)/bin/python "$$check"; done

bench: build $(ORACLES)/ready ## Measure against other tools and write docs/benchmarks.md
	@Scripts/install-packages.sh hyperfine time
	$(ORACLES)/bin/python Benchmarks/run.py

lint: toolchain ## Check the layout of the sources
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

format: toolchain ## Lay the sources out
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

# The old data goes first, so that no table of an earlier version stays behind.
install: build ## Install under PREFIX (/usr/local); DESTDIR is honoured
	install -D -s -m 755 $(PUENTE) $(bin)/puente
	rm -rf $(share)/puente
	install -d $(share)/puente $(dir $(man) $(bash) $(zsh) $(fish))
	cp -R datasets crosswalks LICENSE $(share)/puente
	$(bin)/puente compile --answers --data $(share)/puente 2>/dev/null
	$(PUENTE) man > $(man)
	$(PUENTE) completions bash > $(bash)
	$(PUENTE) completions zsh > $(zsh)
	$(PUENTE) completions fish > $(fish)

uninstall: ## Remove what `make install` put there
	rm -rf $(bin)/puente $(share)/puente $(man) $(bash) $(zsh) $(fish)

clean: ## Remove everything that was built or fetched
	rm -rf .build .tools

toolchain:
	@test -n "$(SWIFT)" || { echo "Swift 6.3 is needed: put 'swift' on PATH or unpack it at" \
	  "/opt/swift; see https://www.swift.org/install" >&2; exit 1; }
	@Scripts/install-packages.sh $(PACKAGES)

# Python tools that only check: Puente itself needs no Python.
$(ORACLES)/ready: Tests/Conformance/requirements.txt Tests/Conformance/constraints.txt
	@Scripts/install-packages.sh python3-venv
	python3 -m venv --clear $(ORACLES)
	$(ORACLES)/bin/pip install --quiet --disable-pip-version-check \
	  --requirement Tests/Conformance/requirements.txt --constraint Tests/Conformance/constraints.txt
	touch $@
