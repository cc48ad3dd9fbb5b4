#!/usr/bin/env bash
# Installs the checkers of package-lock.json into node_modules, and Node.js from Debian if there is none.
set -euo pipefail
cd "$(dirname "$0")/.."

wanted=$(cat package.json package-lock.json | sha256sum)
[ "$(cat node_modules/.made 2>/dev/null)" != "$wanted" ] || exit 0

command -v npm >/dev/null || tools/debian.sh nodejs npm
command -v npm >/dev/null || { echo "error: npm was not found; install Node.js and run make again" >&2; exit 1; }
echo "Installing the checkers of package-lock.json"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
echo "$wanted" >node_modules/.made
