"""Parts clauses that the parser runs into each other: a list of two, or one within another."""

from __future__ import annotations

from extractor.frames.columns import (
    AUXILIARIES,
    BEFORE_VERB,
    CLAUSES,
    CONJUNCTIONS,
    PARTIES,
    TENSED,
    has_subject,
    upwards,
)
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, NOUN, VERB

__all__ = [
    "find_subjects",
    "join_verbs",
    "name_subjects",
    "open_clauses",
    "open_places",
    "part_clauses",
    "part_disguise",
    "part_speakers",
]

_DISGUISED = lemma_set("disguised")
_OF_NO_CLAUSE = lemma_set("of_no_clause")
_SAYING = lemma_set("saying")
_PLACING = frozenset({"above", "across", "along", "around", "inside", "near", "off", "outside"})
_FINITE = (*AUXILIARIES, "dobj")
"""What a participle has below it that is a finite verb."""


def find_subjects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang an apposition under the verb behind it that has no subject: "in Ankara, a diplomat told AFP"."""
    for verb in range(2, len(tags)):
        if tags[verb] not in TENSED or deps[verb] not in CLAUSES:
            continue
        noun = verb - 1
        while deps[noun] != "appos" and heads[noun] != noun:
            noun = heads[noun]
        if deps[noun] != "appos" or noun >= verb or noun in upwards(heads, verb):
            continue
        if not has_subject(deps, heads, verb):
            heads[noun], deps[noun] = verb, "nsubj"


def open_places(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make a preposition of what the tagger takes, with its capital, for a part of the name that opens a
    sentence: "Near Goma, rebels attacked a convoy".
    """
    if tags[0] not in NAME or words[0].lower() not in _PLACING or "," not in words:
        return
    name = words.index(",") - 1
    if name < 1 or any(tags[k] not in NAME for k in range(1, name + 1)):
        return
    verb = heads[name]
    if deps[0] == "compound" and heads[0] == name and verb > name:
        for k in range(name + 1, verb):
            if heads[k] != name or deps[k] == "punct":
                continue
            if deps[k] != "appos" or "," in words[k:verb]:
                return  # "Near East Ltd, a company, sued him"
            heads[k], deps[k] = verb, "nsubj"
        heads[0], deps[0] = verb, "prep"
        heads[name], deps[name] = 0, "pobj"
    if deps[0] == "prep":
        tags[0], lemmas[0] = "IN", words[0].lower()


def name_subjects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a subject of a noun that the parser takes for a clause: "the bloc ECOWAS met"."""
    for k, dep in enumerate(deps):
        if dep == "csubj" and tags[k] in PARTIES and heads[k] > k:
            deps[k] = "nsubj"


def join_verbs(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """List a verb behind an aside with the one before "and": "he survived and, in a video, swore revenge"."""
    for k in range(1, len(words) - 3):
        if words[k] != "and" or words[k + 1] != "," or deps[k] != "cc" or tags[heads[k]] not in TENSED:
            continue
        for verb in range(k + 3, len(words)):
            if heads[verb] != heads[k] or deps[verb] != "advcl" or words[verb - 1] != ",":
                continue
            bare = not any(head == verb and deps[i] in (*AUXILIARIES, "mark") for i, head in enumerate(heads))
            if tags[verb] in ("VBN", "VBD") and bare and not has_subject(deps, heads, verb):
                tags[verb], deps[verb] = "VBD", "conj"
                break


def open_clauses(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a clause of a preposition and its noun where a verb follows: "days after a bombing killed two"."""
    for verb in range(3, len(words)):
        if tags[verb] not in TENSED or deps[verb] != "advcl" or has_subject(deps, heads, verb):
            continue
        noun = verb - 1
        while deps[noun] != "pobj" or words[heads[noun]] not in CONJUNCTIONS:
            if heads[noun] == noun or heads[noun] > verb:
                break
            noun = heads[noun]
        joint = heads[noun]
        if words[joint] in CONJUNCTIONS and deps[joint] == "prep" and heads[joint] == heads[verb]:
            heads[noun], deps[noun] = verb, "nsubj"
            heads[joint], deps[joint] = verb, "mark"


def part_disguise(lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Give a verb its subject, and not the subject's disguise: "gunmen dressed as police shot a judge"."""
    for k in range(2, len(lemmas) - 2):
        verb, participle = heads[k], k - 1
        if lemmas[k] != "as" or deps[k] != "mark" or lemmas[participle] not in _DISGUISED:
            continue
        if (
            deps[verb] != "advcl"
            or heads[verb] != participle
            or deps[participle] != "acl"
            or tags[verb] not in TENSED
        ):
            continue
        noun = heads[participle]
        worn = next((i for i in range(k, verb) if heads[i] == verb and deps[i] == "nsubj"), None)
        if worn is None or heads[noun] != noun:
            continue
        heads[verb], deps[verb] = verb, "ROOT"
        heads[noun], deps[noun] = verb, "nsubj"
        heads[k], deps[k] = participle, "prep"
        heads[worn], deps[worn] = k, "pobj"


def part_clauses(lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Part what stands before "and" from the subject of the verb behind it, where the parser takes them for a
    list: "Israel struck Beirut and Hamas fired rockets", "jets bombed camps near Dori and police shot a man".
    """
    for second in range(4, len(tags)):
        if tags[second] not in TENSED and tags[second] != "VBN":
            continue
        below = [k for k, head in enumerate(heads) if head == second]
        if tags[second] == "VBN" and not any(deps[k] in _FINITE for k in below):
            continue
        helped = [k for k in below if k < second and deps[k] in BEFORE_VERB]
        before = second - 1
        while before in helped:
            before -= 1
        last = next((k for k in (before, *upwards(heads, before)) if deps[k] == "conj"), second)
        first = heads[last]
        if last >= second or first >= last or tags[first] not in NAME | NOUN or tags[last] not in PARTIES:
            continue
        joint = next((k for k in range(last - 1, first, -1) if deps[k] == "cc" and heads[k] == first), None)
        if joint is None:
            continue
        top = first
        while deps[top] in ("pobj", "prep") and heads[top] < top and tags[heads[top]] not in VERB:
            top = heads[top]
        verb, above = heads[top] if heads[top] < top and tags[heads[top]] in VERB else None, heads[second]
        if verb is not None and _is_beside(deps, heads, verb, second):
            if has_subject(deps, heads, second):
                continue
            if above != verb:
                heads[verb], deps[verb] = (verb if above == second else above), deps[second]
            heads[second], deps[second] = verb, "conj"
        else:
            verb = _verb_before(tags, deps, heads, top)
            if verb is None or lemmas[verb] not in _OF_NO_CLAUSE:
                continue
            if deps[top] != "nsubj" or heads[top] != second:
                continue
            if verb != above and not (heads[verb] == second and deps[verb] == "ccomp"):
                continue
            heads[top] = verb
            if above != verb:
                heads[verb], deps[verb] = (verb if above == second else above), deps[second]
            heads[second], deps[second] = verb, "conj"
            deps[top] = "dobj"
        passive = any(deps[k] == "auxpass" for k in helped)
        heads[last], deps[last], heads[joint] = second, "nsubjpass" if passive else "nsubj", verb


def part_speakers(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Part those who tell it from a list before them: "killed nine farmers, police and witnesses said"."""
    for said in range(4, len(words)):
        if lemmas[said] not in _SAYING or tags[said] not in TENSED or has_subject(deps, heads, said):
            continue
        comma = next((k for k in range(said - 2, 1, -1) if words[k] == ","), None)
        if comma is None or "and" not in words[comma + 1 : said]:
            continue
        inside = range(comma + 1, said)
        first = next((k for k in inside if deps[k] == "conj" and heads[k] < comma), None)
        if first is None or any(heads[k] not in inside and k != first and heads[k] < comma for k in inside):
            continue
        told = heads[first]
        while heads[told] != told and (tags[told] not in VERB or deps[told] == "advcl"):
            told = heads[told]
        if tags[told] not in VERB or (heads[told] != said and heads[said] != told):
            continue
        heads[first], deps[first] = said, "nsubj"
        if heads[said] == told:
            above = heads[told]
            heads[said], deps[said] = (said if above == told else above), deps[told]
            heads[told], deps[told] = said, "ccomp"


def _is_beside(deps: list[str], heads: list[int], verb: int, second: int) -> bool:
    """Whether one of two verbs hangs under the other as a clause that nothing opens."""
    if heads[second] == verb:
        return deps[second] in ("conj", "advcl")
    marked = any(head == verb and deps[k] == "mark" for k, head in enumerate(heads))
    return heads[verb] == second and deps[verb] in ("advcl", "ccomp") and not marked


def _verb_before(tags: list[str], deps: list[str], heads: list[int], noun: int) -> int | None:
    """The verb in a tense right before a noun with what stands before that."""
    start = noun
    while start and heads[start - 1] == noun:
        start -= 1
    verb = start - 1
    if start and (tags[verb] in TENSED or (tags[verb] == "VBN" and deps[verb] in CLAUSES)):
        return verb
    return None
