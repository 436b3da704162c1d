"""Annotated documents, and their alignment with candidates."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.deciding import Surroundings
from extractor.evidence import Mention, Sentence
from extractor.frames.phrases import Phrase
from extractor.reading import Analysis
from extractor.triggers.match import Candidate

__all__ = ["Document", "actor_labels", "align", "date_label", "documents", "names_agree", "place_labels"]

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

    def locate(self, sentence: int, text: str) -> tuple[int, int]:
        """Offsets of a quoted string."""
        found = self.data["sentences"][sentence]
        at = found["text"].replace("\n", " ").find(text.replace("\n", " "))
        return found["start"] + at, found["start"] + at + len(text)


def documents(folders: Sequence[Path]) -> Iterator[Document]:
    """The documents of the folders, in the order of their names; events in other languages are left out."""
    for folder in folders:
        for path in sorted(folder.glob("*.gold.json")):
            data = json.loads(path.with_name(path.name.replace(".gold.json", ".json")).read_text(encoding="utf-8"))
            events = json.loads(path.read_text(encoding="utf-8"))["events"]
            yield Document(folder.name, data["id"], data, [e for e in events if e.get("language", "en") == "en"])


def align(document: Document, analysis: Analysis) -> dict[tuple[int, int, str], int]:
    """Gold event by (sentence index, candidate token, type): each gold mention takes one candidate of its sentence."""
    everything: list[tuple[int, int, int, Sentence, Candidate]] = []
    for index, found in analysis.candidates.items():
        tree = analysis.sentences[index].tree
        for candidate in found:
            start = tree.starts[candidate.first]
            everything.append((document.sentence_at(start), start, tree.ends[candidate.last], analysis.sentences[index], candidate))
    mentions = [
        (number, m["sentence"], *document.locate(m["sentence"], m["trigger"]), event["type"])
        for number, event in enumerate(document.events) for m in event["mentions"]
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
                if at == sentence and c.row.type == kind and (s.index, c.token, kind) not in taken and (not strict or (first < end and last > start))
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


def actor_labels(document: Document, event: dict[str, Any], sentence: Sentence, phrases: Sequence[Phrase]) -> list[str]:
    """The role of each phrase in a gold event, "none" where it has none."""
    tree = sentence.tree
    number = document.sentence_at(tree.starts[0])
    spans = [(*document.locate(a["sentence"], a["text"]), a["role"]) for a in event["actors"] if a["sentence"] == number]
    labels = []
    for phrase in phrases:
        start, end = tree.starts[phrase.head], tree.ends[phrase.head]
        role = next((r for a, b, r in spans if a < end and b > start), None)
        if role is not None:
            outer = [
                p for p in phrases if p is not phrase and p.start <= phrase.start and phrase.end <= p.end
                and any(a < tree.ends[p.head] and b > tree.starts[p.head] and r == role for a, b, r in spans) and p.head != phrase.head
            ]
            labels.append("none" if outer else role)
            continue
        referent = sentence.referents.get(phrase.head)
        match = next((a["role"] for a in event["actors"] if referent and names_agree(a.get("name") or a["text"], referent.name)), "none")
        labels.append(match)
    return labels


def place_labels(document: Document, event: dict[str, Any], sentence: Sentence, around: Surroundings) -> list[bool]:
    """Whether each candidate is a place of a gold event."""
    tree = sentence.tree
    number = document.sentence_at(tree.starts[0])
    spans = [document.locate(p["sentence"], p["text"]) for p in event["places"] if p["sentence"] == number]
    names = [p["name"] for p in event["places"]]
    labels = []
    for c in around.places:
        start, end = tree.starts[c.phrase.head], tree.ends[c.phrase.head]
        hit = any(a < end and b > start for a, b in spans) or any(names_agree(n, c.name) for n in names)
        inner = any(o is not c and o.phrase.start < c.phrase.start and c.phrase.end <= o.end for o in around.places) and c.container
        labels.append(hit and not inner)
    return labels


def date_label(document: Document, event: dict[str, Any], mention: Mention, start: int, end: int, days: tuple[str, str] | None) -> bool:
    """Whether an expression is the date of a gold event: the same words, or the same days."""
    date = event.get("date")
    if not date:
        return False
    if date["sentence"] == document.sentence_at(mention.sentence.tree.starts[0]):
        a, b = document.locate(date["sentence"], date["text"])
        if a < end and b > start:
            return True
    return days is not None and days == (date["start"], date["end"])
