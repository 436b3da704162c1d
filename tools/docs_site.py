"""What the documentation site takes from elsewhere in the repository: a hook of MkDocs, as `mkdocs.yml` says.

Pages ask for it by comments: `<!-- include: FILE -->` is that file, `<!-- include: FILE NAME -->` the part
between its marks `<!-- NAME... -->` and `<!-- end of NAME -->`, `<!-- http reference -->` the OpenAPI
document as text. The files of `openapi/` come along for download. Entries of the navigation whose page is not
there are left out.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from http_reference import reference

__all__ = ["on_config", "on_files", "on_page_markdown"]

ROOT = Path(__file__).resolve().parents[1]
INCLUDE = re.compile(r"<!-- include: (\S+)(?: (.+?))? -->")
HTTP = "<!-- http reference -->"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Leave out what is not there."""
    config.nav = _there(config.nav or [], Path(config.docs_dir))
    return config


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the contract's files."""
    for path in sorted((ROOT / "openapi").glob("*.json")):
        files.append(File.generated(config, f"openapi/{path.name}", abs_src_path=str(path)))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill in what the page asks for."""
    if HTTP in markdown:
        document = json.loads((ROOT / "openapi" / "openapi.json").read_text("utf-8"))
        prefix = "../" * page.file.src_uri.count("/")
        text = reference(document).replace("(/docs/problems)", f"({prefix}http/problems.md)")
        markdown = markdown.replace(HTTP, text)
    return INCLUDE.sub(lambda match: _included(match[1], match[2]), markdown)


def _included(name: str, part: str | None) -> str:
    """A file, or the part of it between two marks. Raises LookupError where there is no such part."""
    text = (ROOT / name).read_text("utf-8")
    if part is None:
        return text
    name_of_part = re.escape(part)
    found = re.search(rf"<!-- {name_of_part}\b.*?-->\n(.*?)<!-- end of {name_of_part} -->", text, re.DOTALL)
    if found is None:
        raise LookupError(f"{name} has no part {part!r}")
    return found[1]


def _there(entries: list[Any], folder: Path) -> list[Any]:
    """The navigation without pages that do not exist, and without groups that are empty then."""
    kept: list[Any] = []
    for entry in entries:
        if isinstance(entry, str):
            kept += [entry] if (folder / entry).exists() else []
            continue
        ((title, value),) = entry.items()
        if isinstance(value, list):
            inner = _there(value, folder)
            kept += [{title: inner}] if inner else []
        elif (folder / value).exists():
            kept.append(entry)
    return kept
