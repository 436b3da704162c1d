"""`python -m extractor` is the command `extractor`, for where scripts are not on the path."""

from __future__ import annotations

from extractor.cli import main

if __name__ == "__main__":
    main()
