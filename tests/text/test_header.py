"""Publication lines, bylines and datelines, and what only looks like one."""

from __future__ import annotations

import datetime as dt

import pytest

from extractor.text import read
from extractor.text.header import dateline, header, label_length
from extractor_schema import Article

HEADERS = [
    ("date 2026-01-26 Authored by Jane Roe,", "2026-01-26"),
    ("Published 12 August 2025, 14:05 BST", "2025-08-12"),
    ("Published: August 12, 2025 at 2:05 p.m. EDT", "2025-08-12"),
    ("Updated January 3, 2024", "2024-01-03"),
    ("Jan. 26, 2026", "2026-01-26"),
    ("26.01.2026", "2026-01-26"),
    ("13/02/2024 10:00", "2024-02-13"),
    ("02/13/2024", "2024-02-13"),
    ("Posted on 5th May 2023 by admin", "2023-05-05"),
    ("Tuesday, 12 August 2025", "2025-08-12"),
    ("Last updated: 2025-08-13T10:00:00Z", "2025-08-13"),
    ("By Jane Roe", None),
    ("By: The Ledger Staff", None),
    ("By JANE ROE, Associated Press", None),
    ("Written by Jane Roe and John Doe", None),
]

NO_HEADERS = [
    "By Monday the talks had failed.",
    "By far the worst attack",
    "January 6, 2021: what happened at the Capitol that day",
    "By 12 August 2025 all troops must leave",
    "The army attacked the town on 12 August 2025.",
    "Published reports of an attack",
    "2025-02-30",
    "3/4/2024 and the war after that day",
    "Why is Moscow furious?",
]

DATELINES = [
    ("MOSCOW, Jan 26 (Reuters) - Forces of the north left.", "MOSCOW", None, "Forces"),
    ("WASHINGTON (AP) — The senator left.", "WASHINGTON", None, "The"),
    ("KYIV, Ukraine (AP) — Two men died.", "KYIV, Ukraine", None, "Two"),
    ("PARIS, 12 August 2025 (AFP) – France left.", "PARIS", "2025-08-12", "France"),
    ("NEW YORK, Aug. 12, 2025 (AP) -- A man died.", "NEW YORK", "2025-08-12", "A"),
    ("LONDON - British troops left.", "LONDON", None, "British"),
    ("Geneva (Reuters) - Talks began.", "Geneva", None, "Talks"),
    ("Moscow, January 26 (TASS) — Russia left.", "Moscow", None, "Russia"),
    ("BEIRUT/DAMASCUS (Reuters) - Rebels left.", "BEIRUT/DAMASCUS", None, "Rebels"),
    ("WASHINGTON, D.C. — The senator left.", "WASHINGTON, D.C.", None, "The"),
    ("MOSCOW, JAN 26 (REUTERS) - TROOPS LEFT THE TOWN.", "MOSCOW", None, "TROOPS"),
    ("Nairobi, Dec 3: Gunmen left the bus.", "Nairobi", None, "Gunmen"),
    ("Lima, 2 May: Police left.", "Lima", None, "Police"),
    ("Ankara, Jan. 9, 2020: Turkey's minister left.", "Ankara", "2020-01-09", "Turkey's"),
    ("Quetta, May 2 (IANS): Militants left.", "Quetta", None, "Militants"),
    ("Amman (Petra): The envoys left.", "Amman", None, "The"),
    ("PTI, New Delhi, May 2: India left the talks.", "New Delhi", None, "India"),
    ("ISLAMABAD: The minister left for talks on Monday.", "ISLAMABAD", None, "The"),
    ("Khartoum: Rebels left the town on Monday, residents said.", "Khartoum", None, "Rebels"),
    ("NEW DELHI: Envoys left.", "NEW DELHI", None, "Envoys"),
]

NO_DATELINES = [
    "NATO – the alliance – left.",
    "FILE - In this picture the army leaves.",
    "BREAKING — The army left.",
    "IRAN STRIKES ISRAEL - OFFICIALS SAY THE WAR GOES ON AND ON IN THE EAST OF THE COUNTRY.",
    "Tanner – the president – said so.",
    "US - Iran talks go on.",
    "The army (Reuters) left.",
    "A-10 - the plane - left.",
    "Moscow: We will answer every attack.",
    "Moscow: Talks are over",
    "London: I left the town at noon.",
    "Monday, Dec 3: Gunmen left the bus.",
    "Update, May 2: The army left.",
    "On May 2: The army left.",
    "COOPER: The army left the town.",
    "Geneva, again: The talks left all weary.",
    "Kabul: scene of many attacks.",
    "The Hague: The court left in doubt",
    "Paris, the capital: The city left its mark.",
]


@pytest.mark.parametrize(("line", "day"), HEADERS)
def test_headers(line: str, day: str | None) -> None:
    found = header(line)
    assert found is not None
    assert found.day == (dt.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize("line", NO_HEADERS)
def test_what_is_no_header(line: str) -> None:
    assert header(line) is None


@pytest.mark.parametrize(("line", "place", "day", "first"), DATELINES)
def test_datelines(line: str, place: str, day: str | None, first: str) -> None:
    found = dateline(line)
    assert found is not None
    assert (found.place, found.day) == (place, dt.date.fromisoformat(day) if day else None)
    assert line[found.length :].split()[0] == first


@pytest.mark.parametrize("line", NO_DATELINES)
def test_what_is_no_dateline(line: str) -> None:
    assert dateline(line) is None


def test_the_request_s_day_wins_and_says_so() -> None:
    text = "Published 12 August 2025\n\nThe army left the town on Monday."
    source = read(Article(text=text, published_at=dt.date(2025, 8, 14)))
    assert (source.published, source.basis) == (dt.date(2025, 8, 14), "given")
    source = read(Article(text=text))
    assert (source.published, source.basis) == (dt.date(2025, 8, 12), "text")


def test_a_date_time_gives_the_day_of_its_own_offset() -> None:
    late = dt.datetime(2025, 8, 12, 23, 30, tzinfo=dt.timezone(dt.timedelta(hours=-7)))
    assert read(Article(text="They met.", published_at=late)).published == dt.date(2025, 8, 12)


def test_publication_comes_before_a_later_change() -> None:
    text = "Updated 14 August 2025\n\nPublished 12 August 2025\n\nThe army left the town on Monday."
    assert read(Article(text=text)).published == dt.date(2025, 8, 12)


def test_a_day_in_the_story_is_no_publication_day() -> None:
    source = read(
        Article(text="The war began on 24 February 2022.\n\nIt went on until 3 May 2024, they said.")
    )
    assert (source.published, source.basis) == (None, None)


def test_a_dateline_is_a_block_of_its_own() -> None:
    source = read(Article(text="MOSCOW, Jan 26, 2026 (Reuters) - Forces of the north left the town."))
    assert [(block.kind, source.plain[block.start : block.end]) for block in source.blocks] == [
        ("dateline", "MOSCOW, Jan 26, 2026 (Reuters) -"),
        ("body", "Forces of the north left the town."),
    ]
    assert (source.dateline, source.published) == ("MOSCOW", dt.date(2026, 1, 26))


def test_an_entry_of_a_list_of_days_is_no_dateline() -> None:
    entries = "Geneva, May 3: The envoys of both sides meet.\n\nParis, May 5: Ministers meet."
    assert "dateline" not in [block.kind for block in read(Article(text=entries)).blocks]
    alone = "Geneva, May 3: The envoys of both sides met.\n\nThe talks went on for six hours."
    assert [block.kind for block in read(Article(text=alone)).blocks] == ["dateline", "body", "body"]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            '<meta property="article:published_time" content="2025-08-12T23:05:00-05:00">',
            dt.date(2025, 8, 12),
        ),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-08-12"}</script>',
            dt.date(2025, 8, 12),
        ),
        ("", None),
    ],
)
def test_the_page_s_metadata(head: str, day: dt.date | None) -> None:
    body = "<p>The envoys of both sides met in the capital on Monday, the ministry of the north said.</p>" * 3
    page = f"<html lang='en-GB'><head><title>Envoys meet</title>{head}</head><body><article>{body}</article></body></html>"
    source = read(Article(text=page))
    assert (source.published, source.title) == (day, "Envoys meet")


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("BREAKING: Russia strikes Kyiv", "Russia strikes Kyiv"),
        ("UPDATE 2-Iran attacks tanker", "Iran attacks tanker"),
        ("CORRECTED-UPDATE 1-Iran attacks tanker", "Iran attacks tanker"),
        ("EXCLUSIVE - China offers talks", "China offers talks"),
        ("Exclusive: China offers talks", "China offers talks"),
        ("FILE PHOTO: Ministers stand in Lima", "Ministers stand in Lima"),
        ("FILE - In this photo ministers stand", "In this photo ministers stand"),
        ("(CNN) — Gunmen left the bus", "Gunmen left the bus"),
        ("AFP - Gunmen left the bus", "Gunmen left the bus"),
        ("Sinai insurgency: Gunmen left the burning bus", "Gunmen left the burning bus"),
        ("2023 Sudan conflict: The RSF left the market", "The RSF left the market"),
    ],
)
def test_a_label_is_no_part_of_the_sentence(line: str, rest: str) -> None:
    assert line[label_length(line) :] == rest


@pytest.mark.parametrize(
    "line",
    [
        "Moscow: We will answer",
        "NATO — the alliance — met",
        "Breaking - the ice - took hours",
        "Photo by Jane Roe",
        "BBC: five dead in Lima",
        "AFP-Reuters deal",
        "FILE:",
        "VIDEO games sell well",
        "Minister: The war must end now",
        "He left the war: They stayed in it",
    ],
)
def test_what_only_looks_like_a_label_stays(line: str) -> None:
    assert label_length(line) == 0
