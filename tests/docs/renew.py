"""Write what the Python examples of pages print today into their blocks of `text`: `python -m tests.docs.renew [PAGE ...]`.

Asked for after new weights, rules or data; without PAGE, all pages of `docs/`. Blocks with `...` stay where they still
hold. Read the diff: an example must not get worse.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.docs.running import ADDRESS, BIN, ROOT, Python, difference, examples, link_folders, serving

__all__ = ["main", "renewed"]


def renewed(page: Path, address: str) -> str:
    """The page's text with what its examples print."""
    text, moved = page.read_text("utf-8"), 0
    python = Python(page)
    for example in examples(page):
        printed = python.run(example.code.replace(ADDRESS, address))
        if example.output is not None and difference(example.output, printed):
            start, end = example.shown_at[0] + moved, example.shown_at[1] + moved
            text = text[:start] + printed + text[end:]
            moved += len(printed) - (end - start)
    return text


def main(arguments: list[str]) -> None:
    """Renew the pages that are named, or all."""
    pages = [Path(name).resolve() for name in arguments] or sorted(ROOT.glob("docs/**/*.md"))
    with TemporaryDirectory() as folder, serving(BIN, ROOT) as address:
        link_folders(Path(folder))
        os.chdir(folder)
        for page in pages:
            text = renewed(page, address)
            if text != page.read_text("utf-8"):
                page.write_text(text, "utf-8")
                print(f"renewed: {page.relative_to(ROOT)}")


if __name__ == "__main__":
    main(sys.argv[1:])
