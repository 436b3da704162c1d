#!/usr/bin/env bash
# Makes .venv and installs the locked requirements and this repository's packages into it.
#
# usage: requirements/install.sh run|dev|data
#
# run   what the service and the command line need
# dev   the same, and the tools of tests and checks
# data  the same, and what compiles the gazetteer and fits the models
#
# Nothing is done, and no network is used, while the locks and the packages' pyproject.toml are
# the ones that were installed last. PYTHON in the environment names the interpreter to use.
set -euo pipefail
kind=${1:?usage: install.sh run|dev|data}
cd "$(dirname "$0")/.."
venv=.venv
packages=()
for package in packages/schema packages/extractor packages/client services/api; do
  if [ -f "$package/pyproject.toml" ]; then packages+=("$package"); fi
done

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
  local name
  for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    if new_enough "$name"; then command -v "$name"; return; fi
  done
  {
    echo "error: Python 3.11 or later is needed, and none was found."
    echo "  looked for: ${PYTHON:-python3, python3.14, python3.13, python3.12, python3.11, python}"
    echo "  python3 here: $(python3 --version 2>&1 || echo none)"
    echo "  Install one, or name it: make install PYTHON=/path/to/python3.12"
  } >&2
  return 1
}

locks_of() {
  case $1 in
    run) echo requirements/run.txt ;;
    dev) echo requirements/dev.txt ;;
    data) echo requirements/dev.txt requirements/data.txt ;;
    *) echo "install.sh: run, dev or data, not '$1'" >&2; return 2 ;;
  esac
}
read -ra locks <<<"$(locks_of "$kind")"

# What is to be installed, as one number. The place counts, because an environment can't be moved.
wanted() {
  # shellcheck disable=SC2046
  { echo "$PWD $1"; cat $(locks_of "$1") requirements/install.sh "${packages[@]/%//pyproject.toml}"; } | cksum
}

is_installed() {
  new_enough $venv/bin/python && [ "$(cat "$venv/.installed-$1" 2>/dev/null)" = "$(wanted "$1")" ]
}

# Each kind holds the ones before it.
case $kind in run) enough="run dev data" ;; dev) enough="dev data" ;; *) enough="data" ;; esac
for candidate in $enough; do
  if is_installed "$candidate"; then exit 0; fi
done

if [ -f $venv/.place ] && [ "$(cat $venv/.place)" != "$PWD" ]; then rm -rf $venv; fi
if ! new_enough $venv/bin/python; then
  python=$(find_python)
  echo "Making $venv with $("$python" --version)"
  rm -rf $venv
  if ! "$python" -m venv $venv; then
    echo "error: '$python -m venv' failed. On Debian and Ubuntu: apt-get install python3-venv" >&2
    rm -rf $venv
    exit 1
  fi
  echo "$PWD" >$venv/.place
fi

if command -v uv >/dev/null 2>&1; then
  install() { uv pip install --quiet --python $venv/bin/python "$@"; }
else
  install() { $venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"; }
fi
editables=()
for package in "${packages[@]}"; do editables+=(-e "./$package"); done

rm -f $venv/.installed-*
for lock in "${locks[@]}"; do
  echo "Installing $lock"
  install --no-deps --require-hashes -r "$lock"
done
echo "Installing ${packages[*]}"
install --no-deps --no-build-isolation "${editables[@]}"
wanted "$kind" >"$venv/.installed-$kind"
