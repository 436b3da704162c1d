"""Print the contract: `python -m extractor_api.openapi`.

With a folder, make the examples anew (which loads the extractor), and write FOLDER/openapi.json.
"""

from __future__ import annotations

import sys
from pathlib import Path

from extractor_api.openapi import examples, json_document

if __name__ == "__main__":
    if len(sys.argv) > 1:
        examples.write()
        Path(sys.argv[1], "openapi.json").write_bytes(json_document())
    else:
        sys.stdout.buffer.write(json_document())
