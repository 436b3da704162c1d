"""Print the contract, or write FOLDER/openapi.json: `python -m extractor_api.openapi [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from extractor_api.openapi import json_document

if __name__ == "__main__":
    if len(sys.argv) > 1:
        Path(sys.argv[1], "openapi.json").write_bytes(json_document())
    else:
        sys.stdout.buffer.write(json_document())
