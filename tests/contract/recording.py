"""Record what the present version makes of the articles of `recorded/`: `python -m tests.contract.recording`.

`recorded/README.md` says when.
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from extractor import Article, ErrorRecord, Extractor, __version__
from extractor.cli.articles import decode_line

__all__ = ["FOLDER", "articles", "main"]

FOLDER = Path(__file__).parent / "recorded"


def articles() -> list[Article | ErrorRecord]:
    """The articles, in the order of the records; a record of its error in the place of one that can't be read."""
    lines = (FOLDER / "articles.jsonl").read_bytes().splitlines()
    return [decode_line(line, number) for number, line in enumerate(lines, 1)]


def main() -> int:
    """Write the file of this version; returns the exit code."""
    path = FOLDER / f"{__version__}.jsonl"
    if path.exists():
        print(f"{path} is there already: a recorded file stays as it is", file=sys.stderr)
        return 1
    extractor = Extractor()
    made = [extractor.extract(each) if isinstance(each, Article) else each for each in articles()]
    path.write_bytes(msgspec.json.Encoder().encode_lines(made))
    return 0


if __name__ == "__main__":
    sys.exit(main())
