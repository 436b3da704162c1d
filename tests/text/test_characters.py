"""Characters as they come and as they are read."""

from __future__ import annotations

import pytest

from extractor.text import read
from extractor.text.characters import clean
from extractor_schema import Article

CASES = [
    ("plain text stays", "The army left.", "The army left."),
    ("curly quotes and dashes stay", "“We met” – he said…", "“We met” – he said…"),
    ("soft hyphens", "minis\xadter", "minister"),
    ("zero-width characters", "am\u200bbas\u2060sador\ufeff", "ambassador"),
    ("marks of direction", "\u202bOslo\u202c \u200eVik\u200f", "Oslo Vik"),
    ("spaces of every kind", "a\xa0b\u2009c\u202fd\u3000e\tf", "a b c d e f"),
    ("line breaks of every kind", "a\r\nb\rc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf"),
    ("combining accents", "Nicola\u0301s Zu\u0308rich", "Nicolás Zürich"),
    ("ligatures", "o\ufb03cial \ufb01re", "official fire"),
    ("UTF-8 read as Windows-1252", "Putinâ€™s â€œplanâ€\x9d CafÃ© â€“ end", "Putin’s “plan” Café – end"),
    ("a stray byte before a space", "Oslo,Â\xa0Norland", "Oslo, Norland"),
    ("C1 controls as Windows-1252", "\x93We met\x94 \x97 he said", "“We met” — he said"),
    ("letters that only look like debris", "Ângela Ção Âge âge", "Ângela Ção Âge âge"),
    ("hyphens at which no line breaks", "al\u2011Bab, Guinea\u2010Bissau", "al-Bab, Guinea-Bissau"),
    ("null bytes are white space", "a\x00b", "a b"),
    ("other controls are white space", "a\x07b\x1bc\x7fd", "a b c d"),
    ("other scripts stay", "Москва 中文 عربي ไทย", "Москва 中文 عربي ไทย"),
]


@pytest.mark.parametrize(("sent", "plain"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_characters(sent: str, plain: str) -> None:
    assert clean(sent).text == plain


def test_a_word_with_a_soft_hyphen_keeps_it_in_the_slice() -> None:
    source = read(Article(text="The minis\xadter met re\u200bbels."))
    span = source.span(4, 12)
    assert (span.text, span.plain, span.start, span.end) == ("minis\xadter", "minister", 4, 13)


def test_clean_text_is_its_own_origin() -> None:
    text = "Der Café in “Oslo” – here…"
    assert clean(text).pieces == ()
