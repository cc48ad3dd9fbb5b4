#!/usr/bin/env bash
# Writes requirements.txt and requirements-dev.txt (every version with its hashes, no index address)
# and package-lock.json. Arguments go to pip-compile: --upgrade, or --upgrade-package NAME.
set -euo pipefail
cd "$(dirname "$0")/.."
export CUSTOM_COMPILE_COMMAND="make lock"

compile() {  # compile IN OUT [ARGUMENT...]
    local from=$1 to=$2
    shift 2
    .venv/bin/python -m piptools compile --quiet --generate-hashes --strip-extras --allow-unsafe \
        --no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
        --output-file "$to" "$@" "$from"
}

compile requirements.in requirements.txt "$@"
compile requirements-dev.in requirements-dev.txt --constraint requirements.txt "$@"
npm install --package-lock-only --ignore-scripts --no-audit --no-fund --loglevel=error

# A registry's address in a lock file would tie every user to it.
if grep -nE 'https?://|"resolved"|--(extra-)?index-url|--find-links' requirements.txt requirements-dev.txt; then
    echo "lock: an address stands in the lines above" >&2
    exit 1
fi
if grep -n '"resolved"' package-lock.json; then
    echo "lock: an address stands in package-lock.json" >&2
    exit 1
fi
