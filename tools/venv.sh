#!/usr/bin/env bash
# Makes .venv with the locked packages and sitegen itself:  tools/venv.sh run | dev
# A stamp holds a digest of all that went in, so a second call has nothing to do.
set -euo pipefail
cd "$(dirname "$0")/.."

kind=${1:-run}
case $kind in
    run) lock=requirements.txt ;;
    dev) lock=requirements-dev.txt ;;
    *) echo "venv: run or dev, not '$kind'" >&2; exit 2 ;;
esac
python=${PYTHON:-python3}

stop() { echo "error: $*" >&2; exit 1; }

command -v "$python" >/dev/null || stop "Python 3.11 or newer is needed, and '$python' was not found"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "Python 3.11 or newer is needed, and '$python' is $("$python" -V 2>&1)"

# The folder and the interpreter belong to the digest: a .venv that was moved or outlived its Python is made anew.
base=$(printf '%s\n' "$PWD" "$("$python" -c 'import sys; print(sys.version, sys.base_prefix)')" | sha256sum)
digest() { { echo "$base"; cat "$1"; sed "/^\[tool\./,\$d" pyproject.toml; } | sha256sum; }
[ "$(cat ".venv/.made-$kind" 2>/dev/null)" != "$(digest "$lock")" ] || exit 0

make_folder() {
    rm -rf .venv
    "$python" -m venv .venv >/dev/null 2>&1 && return
    rm -rf .venv  # venv leaves a broken folder behind when ensurepip is missing
    if "$python" -m pip --version >/dev/null 2>&1; then
        "$python" -m venv --without-pip .venv >/dev/null 2>&1 && return
        rm -rf .venv
    fi
    tools/debian.sh python3-venv
    "$python" -m venv .venv >/dev/null 2>&1 && return
    rm -rf .venv
    stop "'$python' cannot make a virtual environment; install the package python3-venv and run make again"
}

pip() {
    local call=(.venv/bin/python -m pip)
    .venv/bin/python -m pip --version >/dev/null 2>&1 || call=("$python" -m pip --python .venv/bin/python)
    "${call[@]}" -qq --disable-pip-version-check --no-input "$@"
}

if [ "$(cat .venv/.base 2>/dev/null)" != "$base" ] || ! .venv/bin/python -c '' 2>/dev/null; then
    echo "Making .venv"
    make_folder
    echo "$base" >.venv/.base
fi
echo "Installing the packages of $lock"
rm -f .venv/.made-*
pip install --require-hashes --only-binary=:all: -r "$lock"
# Two steps: pip refuses an editable install among hashed ones.
pip install --no-deps --no-build-isolation --editable .
digest requirements.txt >.venv/.made-run  # requirements-dev.txt holds all of requirements.txt
[ "$kind" = run ] || digest "$lock" >.venv/.made-dev
