"""The pages in docs/http say what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractor_api.pages.markdown import problems_markdown
from extractor_api.settings import Settings

DOCS = Path(__file__).resolve().parents[2] / "docs" / "http"


def test_problems_page_is_current() -> None:
    stale = "stale: python -m extractor_api.pages.markdown > docs/http/problems.md"
    assert (DOCS / "problems.md").read_text("utf-8") == problems_markdown(), stale


@pytest.mark.parametrize("name", Settings.__struct_fields__)
def test_every_setting_is_listed_with_its_default(name: str) -> None:
    text = (DOCS / "operations.md").read_text("utf-8")
    row = re.search(rf"^\| `EXTRACTOR_{name.upper()}` \| (.*?) \|", text, re.MULTILINE)
    assert row, name
    default = getattr(Settings(), name)
    shown = (
        "none"
        if default in (None, "", ())
        else f"{default:g}"
        if isinstance(default, float)
        else str(default)
    )
    assert row[1] == shown.lower() if isinstance(default, bool) else row[1] == shown


def test_every_number_is_listed() -> None:
    from extractor_api.metrics import Metrics

    text = (DOCS / "operations.md").read_text("utf-8")
    named = set(
        re.findall(r"^# TYPE (newsact_\w+?)(?:_total|_created)? ", Metrics().text().decode(), re.MULTILINE)
    )
    assert [name for name in named if name not in text] == []
