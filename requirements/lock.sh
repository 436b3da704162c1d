#!/usr/bin/env bash
# Writes run.txt, dev.txt and data.txt from the .in files: one lock for Python 3.11 to 3.14, with hashes.
# Needs uv. Give "--upgrade" to take newer versions. No address of a package index ends up in the locks.
set -euo pipefail
cd "$(dirname "$0")"
uv=${UV:-uv}
options=(--universal --python-version 3.11 --generate-hashes --no-annotate
         --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet "$@")
"$uv" pip compile run.in -o run.txt "${options[@]}"
"$uv" pip compile dev.in -c run.txt -o dev.txt "${options[@]}"
"$uv" pip compile data.in -c dev.txt -o data.txt "${options[@]}"
