"""What tells the status of a mention, as named features."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.evidence import Mention, Sentence
from extractor.factuality.governors import load_scopes
from extractor.factuality.reading import Reading
from extractor.factuality.scopes import read_status
from extractor.frames.clauses import Clause
from extractor.frames.tree import Tree
from extractor.tables import rows

__all__ = ["load_cues", "status_features"]

_PAST = frozenset(
    {
        "yesterday",
        "ago",
        "last",
        "previous",
        "previously",
        "earlier",
        "recently",
        "overnight",
        "former",
        "past",
        "already",
    }
)
_COMING = frozenset(
    {"tomorrow", "next", "upcoming", "later", "soon", "forthcoming", "ahead", "eve", "coming"}
)
_NOW = frozenset(
    {
        "now",
        "currently",
        "still",
        "ongoing",
        "continue",
        "underway",
        "amid",
        "since",
        "meanwhile",
        "current",
        "relentless",
    }
)
_DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "any", "no", "another", "some", "further", "more"}
)
_LITTLE = frozenset({"IN", "MD", "RB", "DT", "JJ", "TO"})
_SPANS = frozenset({"day", "week", "month", "year", "hour"})
_TIMES = _PAST | _COMING | _NOW | _SPANS


def load_cues() -> dict[str, str]:
    """Class of cue by lemma, and the status that a governor gives by "way lemma" (see scopes.tsv)."""
    found = load_scopes()
    for name, lemmas in rows("lexicon/cues.tsv", 2):
        for lemma in lemmas.split():
            found.setdefault(lemma, name)
    return found


def status_features(
    sentence: Sentence, mention: Mention, cues: Mapping[str, str], reading: Reading | None = None
) -> list[str]:
    """Features of tense, modality, negation and embedding; offers and threats, acts of speech, differ.

    `reading` is what `read_status` says of the mention, if that is known.
    """
    tree, i, kind = sentence.tree, mention.token, mention.type
    clause = sentence.clause_of(i)
    base = f"{kind}:{'v' if tree.is_verb(i) else 'n'}"
    return [
        *_clause_features(tree, i, clause, base),
        f"row={mention.rule}",
        *_rule_features(base, reading or read_status(tree, i, cues)),
        *_embedding_features(clause, kind, cues),
        *_neighbours(tree, i, kind, cues),
        *_times(tree, base),
        *_determiner(tree, i, base, clause),
        *_setting(sentence, i, kind),
    ]


def _clause_features(tree: Tree, i: int, clause: Clause, base: str) -> list[str]:
    kind = base[:-2]
    found = [
        f"type={kind}",
        f"lem={kind}:{tree.lemmas[i]}",
        f"tb={base}:{clause.tense}",
        f"neg={clause.negated}",
        f"q={clause.question}",
    ]
    if clause.verb >= 0 and clause.verb != i:
        lemma = tree.lemmas[clause.verb]
        found.append(f"gov={kind}:{lemma}:{clause.relation}")
    return found


def _rule_features(base: str, reading: Reading) -> list[str]:
    """What the rules of scope say, and on what grounds."""
    found = [
        f"vote={reading.status}",
        f"why={reading.reason}",
        f"whyk={base}:{reading.reason}:{reading.status}",
        f"path={'|'.join(reading.path[:2])}",
    ]
    found += sorted({f"step={step}" for step in reading.path})
    found += [f"stepk{n}={base}:{step}" for n, step in enumerate(reading.path[:2])]
    return found


def _embedding_features(clause: Clause, kind: str, cues: Mapping[str, str]) -> list[str]:
    found = []
    for lemma in clause.embedded[:3]:
        found += [f"emb={lemma}", f"embt={kind}:{cues.get(lemma, '-')}:{clause.tense}"]
    found += [f"mark={mark}" for mark in clause.marks]
    found += [f"mod={kind}:{lemma}" for lemma in clause.modifiers]
    return found


def _neighbours(tree: Tree, i: int, kind: str, cues: Mapping[str, str]) -> list[str]:
    found = []
    if i > 0:
        found += [f"prev={tree.lower[i - 1]}", f"prevc={cues.get(tree.lemmas[i - 1], '-')}"]
    near = range(max(0, i - 5), min(len(tree), i + 6))
    found += sorted({f"near={cues[tree.lemmas[k]]}" for k in near if tree.lemmas[k] in cues})
    found += sorted({f"any={kind}:{cues[lemma]}" for lemma in tree.lemmas if lemma in cues})
    return found


def _times(tree: Tree, base: str) -> list[str]:
    """Words for past, coming and present time."""
    told = enumerate(tree.lemmas)
    names = {_time(tree, k, lemma) for k, lemma in told if lemma in _TIMES or lemma.isdigit()}
    return [f"time={base}:{name}" for name in sorted(names) if name]


def _time(tree: Tree, k: int, lemma: str) -> str:
    if lemma in _PAST:
        return "past"
    if lemma in _COMING:
        return "coming"
    if lemma in _NOW:
        return "now"
    if lemma in _SPANS and k > 0 and tree.lower[k - 1] in ("for", "of", "many", "several"):
        return "span"
    return "year" if len(lemma) == 4 and lemma.isdigit() and lemma[:2] in ("19", "20") else ""


def _determiner(tree: Tree, i: int, base: str, clause: Clause) -> list[str]:
    """How a noun is introduced: what refers back has a status of its own less often."""
    if tree.is_verb(i):
        return []
    word = next((tree.lower[k] for k in tree.children[i] if tree.lower[k] in _DETERMINERS), "")
    if not word and tree.kid(i, "poss") is not None:
        word = "poss"
    return [f"det={base}:{word}", f"dett={base}:{word}:{clause.tense}"]


def _setting(sentence: Sentence, i: int, kind: str) -> list[str]:
    """Function words around the trigger, and how early in the text it is told."""
    tree = sentence.tree
    around = range(max(0, i - 3), min(len(tree), i + 4))
    found = [f"wd={tree.lower[k]}" for k in around if tree.tags[k] in _LITTLE]
    return [*found, f"early={kind}:{min(3, sentence.index)}"]
