"""`python -m extractor_api` is `extractor-serve`."""

from __future__ import annotations

import sys

from extractor_api.serve import main

if __name__ == "__main__":
    sys.exit(main())
