#!/bin/sh
# Install what the tests of this folder need besides Python's packages: node tools here, and a generator of Python
# clients in an environment of its own, since it asks for an older typer than the command line does.
set -eu
cd "$(dirname "$0")"
npm ci --no-audit --no-fund --ignore-scripts
UV="${UV:-../../.venv/bin/uv}"
"$UV" venv --quiet --allow-existing .tools
"$UV" pip install --quiet --python .tools/bin/python openapi-python-client==0.29.1 ruff==0.17.6 mypy==2.4.1
