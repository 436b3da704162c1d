"""What an article's head says: bylines, the day of publication, the place of a dateline, labels."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import NamedTuple

from extractor.text.wordlists import data_lines, word_classes

__all__ = ["Dateline", "Header", "dateline", "header", "label_length"]

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_][\w\u2019'-]*")
_LONGEST = 200
_PLACE_WORDS = 3
_ISO = r"(?P<iso>(?:19|20)\d\d-\d\d?-\d\d?)(?!\d)"
_DMY = r"(?P<d1>\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -](?P<m1>[^\W\d_]{3,9})\.?,?[ -](?P<y1>(?:19|20)\d\d)(?!\d)"
_MDY = r"(?P<m2>[^\W\d_]{3,9})\.? (?P<d2>\d{1,2})(?:st|nd|rd|th)?,? (?P<y2>(?:19|20)\d\d)(?!\d)"
_NUM = r"(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<y3>(?:19|20)\d\d)(?!\d)"
_DATE = re.compile(rf"(?<![\d-])(?:{_ISO}|{_DMY}|{_NUM})|\b{_MDY}")
_RANKS = {"first": 3, "": 2, "later": 1}

_PLACE = (
    r"(?P<place>[^\W\d_a-z][^\W\d_a-z .'\u2019/-]*(?:[ .'\u2019/-]+[^\W\d_a-z][^\W\d_a-z.'\u2019/-]*){0,5})"
)
_CASED = r"(?P<cased>[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+){0,2})"
_REGION = r"(?P<region>, [A-Z][\w.'\u2019-]+(?: [A-Z][\w.'\u2019-]+){0,2})?"
_WHEN = r"(?P<when>,? (?:[^\W\d_]{3,9}\.? \d{1,2}|\d{1,2} [^\W\d_]{3,9}\.?)(?:,? (?:19|20)\d\d)?)?"
_AGENCY = r"(?P<agency>,? ?\([^()\n]{2,40}\))?"
_DASH = r"\s*(?:\u2014|\u2013|--| - | -(?=\w))\s*"
_COLON = r"(?P<colon>: +(?=[^\W\d_a-z]))"
_DATELINE = re.compile(rf"(?:{_PLACE}|{_CASED}){_REGION}{_WHEN}{_AGENCY},?(?:{_DASH}|{_COLON})(?=\S)")
_SENTENCE = re.compile(r"[a-z]\w*[.!?][\"'\u2019\u201d]?(?:\s|$)")
_SPEECH = re.compile(r"(?:I|We|My|Our|You)\b")

_LABEL = re.compile(
    r"\(?(?P<words>[A-Z]\w+(?: [A-Za-z]\w+){0,2})\)?(?: ?\d{1,2})?"
    r"(?:(?P<colon>:)|\s*(?:--|[-\u2013\u2014]))(?P<gap>\s*)(?=\S)"
)

_TOPIC = re.compile(r"(?P<words>(?:20\d\d )?[A-Z][^:.!?,;\n]{5,70}):\s+(?=[A-Z][^\s]*\s+\S+\s+\S+\s+\S)")


class Header(NamedTuple):
    """A paragraph of the head: the day that it names, and how surely it is that of publication (3 to 1)."""

    day: dt.date | None
    rank: int


class Dateline(NamedTuple):
    """A dateline at a paragraph's beginning, which the text itself follows at `length`."""

    place: str
    day: dt.date | None
    length: int
    colon: bool = False
    """Whether a colon ends it, as it does an entry of a list of days."""


def header(paragraph: str) -> Header | None:
    """The paragraph as a byline or publication line, or None where it is neither."""
    if len(paragraph) > _LONGEST:
        return None
    match = _DATE.search(paragraph)
    day = _day(match) if match else None
    rest = paragraph[: match.start()] + " " + paragraph[match.end() :] if match and day else paragraph
    words = [word.lower() for word in _WORD.findall(rest)]
    classes = _classes()
    if day is None:
        return Header(None, 0) if _is_byline(paragraph, words) else None
    cue = next((kind for word in words for kind in ("first", "later") if word in classes[kind]), "")
    lead = words[:2] if words else []
    cued = any(word in classes["first"] or word in classes["later"] for word in lead) or _is_byline(
        rest, words
    )
    other = [
        word for word in words if not any(word in classes[kind] for kind in ("first", "later", "filler"))
    ]
    if (cued and len(words) <= 20) or (len(other) <= 4 and not paragraph.rstrip().endswith((".", "?", "!"))):
        return Header(day, _RANKS[cue])
    return None


def dateline(paragraph: str) -> Dateline | None:
    """The dateline at the paragraph's beginning ("MOSCOW, Jan 26 (Reuters) - ..."), or None.

    A place in capitals is enough before a dash; one in small letters needs an agency in brackets or a day
    beside it. Before a colon ("Kabul, Dec 3: ...") a place with neither has to be a city of the list, and
    what follows no speech: "Moscow: We will answer" names a speaker.
    """
    match = _DATELINE.match(paragraph[:160])
    if not match:
        return None
    place, region, classes = match["place"] or match["cased"], match["region"] or "", _classes()
    if region and place.lower() in classes["agency"]:
        place, region = region[2:], ""
    first = re.split(r"[ /]", place.lower())[0].strip(".:")
    if len(place) < 3 or first in classes["no-place"] or place.lower() in classes["no-place"]:
        return None
    day, month = None, None
    if match["when"]:
        month = next((word for word in _WORD.findall(match["when"].lower()) if _month(word)), None)
        dated = _DATE.search(match["when"])
        day = _day(dated) if dated else None
    if match["when"] and not month:
        return None
    rest = paragraph[match.end() :]
    sure = month is not None or _is_agency(match["agency"])
    if match["colon"]:
        sure = (sure and first not in classes["filler"]) or _is_city_alone(place, match, rest)
        sure = sure and not _SPEECH.match(rest)
    elif match["place"]:
        sure = sure or bool(match["agency"]) or _is_plain_dateline(place, rest)
    if not sure:
        return None
    return Dateline(place + region, day, match.end(), bool(match["colon"]))


def label_length(paragraph: str) -> int:
    """How much of the paragraph's beginning is a label, which is no part of its sentence; 0 where none is.

    "BREAKING: ", "UPDATE 2-", "FILE PHOTO: ", "Exclusive: " (in small letters only before a colon), and an
    agency that stands where a dateline would: "(CNN) - ". So are the names of wars before what is new of them
    ("Sinai insurgency: Gunmen ...").
    """
    topic = _TOPIC.match(paragraph[:160])
    if topic and _is_topic(_WORD.findall(topic["words"])):
        return topic.end()
    match = _LABEL.match(paragraph[:80])
    if not match or not (match["colon"] or match["words"].isupper()):
        return 0
    classes, words, end = _classes(), match["words"].lower(), match.end()
    if all(word in classes["label"] for word in words.split()):
        return end + label_length(paragraph[end : end + 80])
    return end if words in classes["agency"] and match["gap"] and not match["colon"] else 0


def _is_topic(words: list[str]) -> bool:
    """Whether a name of a war has its sort in small letters: "Sinai insurgency", no headline in capitals."""
    classes = _classes()
    within = classes["topic"] | classes["within"]
    named = all(word[0].isupper() or word in within for word in words)
    return named and not classes["topic"].isdisjoint(words)


def _is_city_alone(place: str, match: re.Match[str], rest: str) -> bool:
    """ "Kabul: Gunmen attacked a bus.": a city of the list with nothing beside it, and a sentence behind it,
    which a headline ("Moscow: Talks are over") is not.
    """
    alone = not match["region"] and not match["agency"]
    return alone and place.lower() in _cities() and bool(_SENTENCE.search(rest))


def _is_plain_dateline(place: str, rest: str) -> bool:
    """ "LONDON - The minister ...": few words in capitals, and text that is not all in capitals."""
    return len(re.split(r"[ /]", place)) <= _PLACE_WORDS and not rest[:80].isupper()


def _is_byline(paragraph: str, words: list[str]) -> bool:
    """ "By Jane Roe in Cairo": few words, a byline's first, a name after it, and no sentence."""
    if not 2 <= len(words) <= 12 or words[0] not in _classes()["byline"]:
        return False
    names = _WORD.findall(paragraph)
    second = names[2] if words[1] in _classes()["byline"] and len(names) > 2 else names[1]
    return second[0].isupper() and not paragraph.rstrip().endswith((".", "?", "!", ":"))


def _is_agency(brackets: str | None) -> bool:
    return bool(brackets) and any(
        word.lower() in _classes()["agency"] for word in _WORD.findall(brackets or "")
    )


def _day(match: re.Match[str]) -> dt.date | None:
    """The calendar day of a match; None where there is no such day or its order of day and month is open."""
    try:
        if match["iso"]:
            return dt.date(*map(int, match["iso"].split("-")))
        if match["a"]:
            return _numeric(int(match["a"]), int(match["b"]), int(match["y3"]), match["sep"])
        form = "1" if match["y1"] else "2"
        month = _month(match["m" + form].lower())
        return dt.date(int(match["y" + form]), month, int(match["d" + form])) if month else None
    except ValueError:
        return None


def _numeric(first: int, second: int, year: int, separator: str) -> dt.date | None:
    """Full stops put the day first; with strokes the order shows only where one of the two is over 12."""
    if separator == "." or first > 12:
        return dt.date(year, second, first)
    return dt.date(year, first, second) if second > 12 or first == second else None


def _month(word: str) -> int | None:
    classes = _classes()
    return next((number for number, name in enumerate(_MONTHS, start=1) if word in classes[name]), None)


@cache
def _classes() -> dict[str, frozenset[str]]:
    return word_classes("en/header.txt")


@cache
def _cities() -> frozenset[str]:
    return frozenset(line.strip() for _, line in data_lines("en/datelines.txt"))
