#!/usr/bin/env bash
# Installs the Debian packages named as arguments that are not there yet.
# Where that cannot be done it says so in one sentence and ends with 0: most of sitegen works without them.
set -euo pipefail

if ! command -v dpkg-query >/dev/null; then
    echo "note: this is not a Debian system; please see to it that these are installed: $*" >&2
    exit 0
fi

missing=()
for package in "$@"; do
    state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "note: not root, so these Debian packages could not be installed: ${missing[*]}" >&2
        exit 0
    fi
    as_root=(sudo)
    [ -t 0 ] || as_root=(sudo -n)  # nobody there to type a password
fi

apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@"
}

echo "Installing Debian packages: ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# An update that fails is no reason to stop: the lists at hand may do.
apt update >"$log" 2>&1 || true
if ! apt install --no-install-recommends "${missing[@]}" >>"$log" 2>&1; then
    tail -n 15 "$log" >&2
    echo "note: apt-get could not install ${missing[*]}; what needs them will say so" >&2
fi
