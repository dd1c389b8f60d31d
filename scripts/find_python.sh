#!/usr/bin/env bash
# Prints the Python to build .venv with: python3 when new enough, else a newer name.
set -euo pipefail

for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
  if command -v "$name" >/dev/null &&
    "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    command -v "$name"
    exit 0
  fi
done
found=$(python3 --version 2>/dev/null || echo "no python3")
echo "Cần Python 3.11 trở lên / Python 3.11 or newer is needed; found: $found" >&2
exit 1
