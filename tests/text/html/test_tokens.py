"""Tags and text with their offsets."""

from __future__ import annotations

import pytest

from extractor.text.html.tokens import Tag, tokens

CASES = [
    ("text alone", "a b", ["'a b'"]),
    ("tags", "<p>a<B Class=x>b</b></p>", ["<p>", "'a'", "<b>", "'b'", "</b>", "</p>"]),
    ("a greater-than sign in quotes", "<a title='x > y' id=\"<b>\">z</a>", ["<a>", "'z'", "</a>"]),
    ("comments and declarations", "<!DOCTYPE html>a<!-- <p>b</p> -->c<?x y?>d", ["'a'", "'c'", "'d'"]),
    ("a comment that never ends", "a<!-- b <p>c", ["'a'"]),
    ("scripts", "a<script>x < '<p>'</script>b", ["'a'", "<script>", "</script>", "'b'"]),
    ("a script that never ends", "a<script>b<p>c", ["'a'", "<script>"]),
    ("a title is no text", "<title>a <b>b</title>c", ["<title>", "</title>", "'c'"]),
    ("signs that are no tags", "a < b <3 c <> d", ["'a < b <3 c <> d'"]),
    ("a tag that never ends", "a <b c", ["'a <b c'"]),
    ("a quote that never ends", '<a title="x>b</a>c', ["<a>", "'b'", "</a>", "'c'"]),
    ("closing within its own tag", "a<br/>b", ["'a'", "<br>", "'b'"]),
]


@pytest.mark.parametrize(
    ("source", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_tokens(source: str, expected: list[str]) -> None:
    found = [
        f"<{'/' * token.closing}{token.name}>"
        if isinstance(token, Tag)
        else repr(source[token.start : token.end])
        for token in tokens(source)
    ]
    assert found == expected
