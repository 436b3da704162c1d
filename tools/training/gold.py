"""Annotated documents, and their alignment with candidates."""

from __future__ import annotations

import datetime as dt
import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor import Article
from extractor.arguing import Surroundings
from extractor.evidence import Mention, Referent, Sentence
from extractor.frames.phrases import Phrase
from extractor.frames.tree import Tree
from extractor.reading import Analysis
from extractor.text import SourceText
from extractor.triggers.match import Candidate

__all__ = [
    "Document",
    "actor_labels",
    "align",
    "article_of",
    "as_read",
    "date_label",
    "documents",
    "names_agree",
    "place_labels",
]

_PRIOR = {"high": 3, "even": 2, "low": 1, "rare": 0}
_DROP = {"the", "a", "an", "of", "'s", "’s", "president", "minister", "foreign", "prime", "mr", "leader"}


@dataclass(slots=True, frozen=True)
class Document:
    """One annotated document."""

    source: str
    id: str
    data: dict[str, Any]
    events: list[dict[str, Any]]

    def sentence_at(self, offset: int) -> int:
        """Index of the annotation's sentence around an offset, or -1."""
        return next((s["i"] for s in self.data["sentences"] if s["start"] <= offset < s["end"]), -1)

    def locate(self, quoted: dict[str, Any], key: str = "text") -> tuple[int, int]:
        """Offsets of a quoted string: its "span" where the annotation gives it, else its first place in the
        sentence.
        """
        if "span" in quoted:
            start, end = quoted["span"]
            return start, end
        found, text = self.data["sentences"][quoted["sentence"]], quoted[key]
        at = found["text"].replace("\n", " ").find(text.replace("\n", " "))
        return found["start"] + at, found["start"] + at + len(text)


def article_of(document: Document) -> Article:
    """The article as the evaluation sends it."""
    data = document.data
    published = dt.date.fromisoformat(data["published"]) if data.get("published") else None
    return Article(text=data["text"], id=document.id, title=data.get("title") or None, published_at=published)


def as_read(document: Document, source: SourceText) -> Document:
    """The document with offsets into the text as read, where markup makes it differ from the text as sent."""
    if source.sent == source.plain:
        return document
    origins = [source.span(k, k + 1).start for k in range(len(source.plain))]

    def moved(start: int, end: int) -> tuple[int, int]:
        return bisect_left(origins, start), bisect_left(origins, end)

    def quoted(item: dict[str, Any], key: str = "text") -> dict[str, Any]:
        return {**item, "span": moved(*document.locate(item, key))}

    rows = [
        dict(zip(("start", "end"), moved(s["start"], s["end"]), strict=True), i=s["i"])
        for s in document.data["sentences"]
    ]
    events = [
        {
            **event,
            "mentions": [quoted(m, "trigger") for m in event["mentions"]],
            "actors": [quoted(a) for a in event["actors"]],
            "places": [quoted(p) for p in event["places"]],
            "date": quoted(event["date"]) if event.get("date") else None,
        }
        for event in document.events
    ]
    return Document(document.source, document.id, {**document.data, "sentences": rows}, events)


def documents(folders: Sequence[Path]) -> Iterator[Document]:
    """The documents of the folders, in the order of their names; events in other languages are left out."""
    for folder in folders:
        for path in sorted(folder.glob("*.gold.json")):
            data = json.loads(
                path.with_name(path.name.replace(".gold.json", ".json")).read_text(encoding="utf-8")
            )
            events = json.loads(path.read_text(encoding="utf-8"))["events"]
            yield Document(
                folder.name, data["id"], data, [e for e in events if e.get("language", "en") == "en"]
            )


def align(document: Document, analysis: Analysis) -> dict[tuple[int, int, str], int]:
    """Gold event by (sentence index, candidate token, type): each gold mention takes one candidate of its
    sentence.
    """
    everything: list[tuple[int, int, int, Sentence, Candidate]] = []
    for index, found in analysis.candidates.items():
        tree = analysis.sentence(index).tree
        for candidate in found:
            start = tree.starts[candidate.first]
            everything.append(
                (
                    document.sentence_at(start),
                    start,
                    tree.ends[candidate.last],
                    analysis.sentence(index),
                    candidate,
                )
            )
    mentions = [
        (number, m["sentence"], *document.locate(m, "trigger"), event["type"])
        for number, event in enumerate(document.events)
        for m in event["mentions"]
    ]
    taken: dict[tuple[int, int, str], int] = {}
    open_mentions = list(mentions)
    for strict in (True, False):
        left = []
        for mention in open_mentions:
            number, sentence, start, end, kind = mention
            fitting = [
                (_PRIOR[c.row.prior], -s.index, -c.token, (s.index, c.token, kind))
                for at, first, last, s, c in everything
                if at == sentence
                and c.row.type == kind
                and (s.index, c.token, kind) not in taken
                and (not strict or (first < end and last > start))
            ]
            if fitting:
                taken[max(fitting)[3]] = number
            else:
                left.append(mention)
        open_mentions = left
    return taken


def _words(text: str) -> set[str]:
    cleaned = "".join(c if c.isalnum() else " " for c in text.casefold())
    return {w for w in cleaned.split() if w not in _DROP}


def names_agree(left: str, right: str) -> bool:
    """Whether one name's words are among the other's."""
    x, y = _words(left), _words(right)
    return bool(x and y) and (x <= y or y <= x)


def actor_labels(
    document: Document, event: dict[str, Any], sentence: Sentence, mention: Mention, phrases: Sequence[Phrase]
) -> list[str]:
    """The role of each phrase in a gold event, "none" where it has none, "" where the annotation does not
    tell.

    A phrase has a role when it is the head of an annotated span. Another phrase for the same entity tells
    nothing, unless the sentence has no annotated span for it and the parse relates it to the trigger.
    """
    tree = sentence.tree
    number = document.sentence_at(tree.starts[0])
    here = [a for a in event["actors"] if a["sentence"] == number]
    spans = [(*document.locate(a), a["role"]) for a in here]
    tops = {_top(tree, start, end): role for start, end, role in spans}
    functions = sentence.functions_of(mention.token)
    labels = []
    for phrase in phrases:
        start, end = tree.starts[phrase.head], tree.ends[phrase.head]
        if phrase.head in tops:
            labels.append(tops[phrase.head])
        elif any(a < end and b > start for a, b, _ in spans):
            labels.append("" if tree.deps[phrase.head] in ("conj", "appos") else "none")
        else:
            labels.append(
                _by_name(event, here, sentence.referents.get(phrase.head), phrase.head in functions)
            )
    return labels


def _by_name(
    event: dict[str, Any], here: Sequence[dict[str, Any]], referent: Referent | None, related: bool
) -> str:
    match = next(
        (a for a in event["actors"] if referent and names_agree(a.get("name") or a["text"], referent.name)),
        None,
    )
    if match is None:
        return "none"
    if (
        any(names_agree(a.get("name") or a["text"], match.get("name") or match["text"]) for a in here)
        or not related
    ):
        return ""
    return str(match["role"])


def _top(tree: Tree, start: int, end: int) -> int:
    """The token of the span that is governed from outside."""
    inside = [k for k in range(len(tree)) if tree.starts[k] < end and tree.ends[k] > start]
    if not inside:
        return -1
    return next((k for k in inside if tree.heads[k] not in inside or tree.heads[k] == k), inside[0])


def place_labels(
    document: Document, event: dict[str, Any], sentence: Sentence, around: Surroundings
) -> list[bool]:
    """Whether each candidate is a place of a gold event, or holds its name.

    What contains a place that stands before it in the text is not another one.
    """
    tree = sentence.tree
    number = document.sentence_at(tree.starts[0])
    spans = [document.locate(p) for p in event["places"] if p["sentence"] == number]
    names = [p["name"] for p in event["places"]]
    labels = []
    for c in around.places:
        start, end = tree.starts[c.phrase.start], tree.ends[c.end - 1]
        hit = any(a < end and b > start for a, b in spans) or any(names_agree(n, c.name) for n in names)
        inner = (
            any(
                o is not c and o.phrase.start < c.phrase.start and c.phrase.end <= o.end
                for o in around.places
            )
            and c.container
        )
        labels.append(hit and not inner)
    return labels


def date_label(
    document: Document,
    event: dict[str, Any],
    mention: Mention,
    start: int,
    end: int,
    days: tuple[str, str] | None,
) -> bool:
    """Whether an expression is the date of a gold event: the same words, or the same days."""
    date = event.get("date")
    if not date:
        return False
    if date["sentence"] == document.sentence_at(mention.sentence.tree.starts[0]):
        a, b = document.locate(date)
        if a < end and b > start:
            return True
    return days is not None and days == (date["start"], date["end"])
