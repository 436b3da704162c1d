"""What speaks for and against a candidate trigger, as named features."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from extractor.evidence import Sentence
from extractor.frames.tree import NAME, Tree
from extractor.ontology import ACTS
from extractor.triggers.match import Candidate

__all__ = ["Topics", "party_features", "wording_features"]

_CONTENT = frozenset({"NN", "VB", "JJ", "RB", "CD"})
_WORDED = frozenset({"NN", "VB", "JJ", "RB", "IN"})
_CLAUSES = frozenset({"xcomp", "ccomp", "acl", "advcl", "pcomp"})
_BESIDE = 5
"""Tokens on each side of a trigger whose fields count by themselves."""
_ABOVE = 3
"""Governors of a trigger whose fields count."""
_CORE = (
    "subject",
    "object",
    "with",
    "against",
    "between",
    "by",
    "on",
    "at",
    "possessor",
    "modifier",
    "to",
    "recipient",
    "v:subject",
    "v:object",
    "in",
    "of",
)


class Topics:
    """The semantic fields that an article speaks of."""

    def __init__(self, sentences: Iterable[tuple[int, Iterable[str]]], fields: Mapping[str, str]) -> None:
        """`sentences` are their indexes and words in small letters; `fields` names those of written forms,
        which are the same whether a sentence was parsed or not.
        """
        self.where: dict[str, set[int]] = {}
        """The sentences of each field."""
        for index, words in sentences:
            for field in _fields_of(words, fields):
                self.where.setdefault(field, set()).add(index)
        self._features: dict[str, list[tuple[str, int | None]]] = {}

    def features(self, kind: str, index: int) -> list[str]:
        """Those of the sentences beside `index`, for an event type."""
        found = self._features.get(kind)
        if found is None:
            found = self._features[kind] = [
                (f"topic={kind}:{field}", next(iter(where)) if len(where) == 1 else None)
                for field, where in self.where.items()
            ]
        return [feature for feature, only in found if only != index]


def wording_features(
    sentence: Sentence,
    candidate: Candidate,
    others: Sequence[Candidate],
    *,
    density: Mapping[str, int],
    topics: Topics,
    fields: Mapping[str, str],
) -> list[str]:
    """What the words and the tree say of one candidate, before it is known who is who.

    `others` are all candidates of the sentence, `density` counts the article's candidates by type, `topics`
    are its own, and `fields` names the semantic field of a lemma ("weapon", "harm", …).
    """
    tree, i, row = sentence.tree, candidate.token, candidate.row
    kind, lemma = row.type, tree.lemmas[i]
    found = [
        f"row={row.id}",
        f"lemma={kind}:{lemma}",
        f"prior={row.prior}",
        f"form={kind}:{lemma}:{tree.tags[i]}",
        f"{kind}",
    ]
    if tree.tags[i] in NAME and i > 0:
        found.append(f"name={kind}:{_in_capitals(tree, i - 1)}:{_in_capitals(tree, i + 1)}")
    found += _collocates(tree, i, row.not_with, kind, fields)
    found += _content(tree, candidate)
    found += _context(tree, i, kind, fields)
    found += topics.features(kind, sentence.index)
    found += _wording(tree, i)
    found += _rivals(tree, candidate, others)
    clause = sentence.clause_of(i)
    found.append(f"rel={kind}:{clause.relation}")
    found += [f"emb={kind}:{lemma_above}" for lemma_above in clause.embedded[:2]]
    found.append(f"many={kind}:{min(density.get(kind, 0), 6)}")
    return found


def party_features(sentence: Sentence, candidate: Candidate) -> list[str]:
    """What those who stand around one candidate say of it."""
    return [
        *_arguments(sentence, candidate),
        *_content_subjects(sentence, candidate),
        *_population(sentence, candidate.row.type),
    ]


def _fields_of(words: Iterable[str], fields: Mapping[str, str]) -> set[str]:
    """The semantic fields of the words."""
    return {field for field in map(fields.get, words) if field is not None}


def _in_capitals(tree: Tree, i: int) -> bool:
    """Whether a neighbour belongs to the same name: "Carrier Strike Group" is no strike."""
    return i < len(tree) and tree.tags[i] in NAME and tree.words[i][:1].isupper()


def _collocates(tree: Tree, i: int, bad: Sequence[str], kind: str, fields: Mapping[str, str]) -> list[str]:
    near = [tree.lemmas[k] for k in tree.children[i]]
    near.append(tree.lemmas[tree.heads[i]])
    for k in tree.children[i]:
        if tree.deps[k] == "prep":
            near += [tree.lemmas[j] for j in tree.children[k]]
    labels = _fields_of(near, fields)
    if i > 0:
        near.append(tree.lower[i - 1])
    found = [f"mod={kind}:{lemma}" for lemma in near]
    found += [f"modc={kind}:{label}" for label in labels]
    if not set(near).isdisjoint(bad):
        found.append("not_with")
    return found


def _arguments(sentence: Sentence, candidate: Candidate) -> list[str]:
    """What stands in the trigger's functions: kinds, heads, whether it is named, and of which country."""
    kind, row = candidate.row.type, candidate.row
    tree = sentence.tree
    base, lemma = f"{kind}:{row.pos}", tree.lemmas[candidate.token]
    found = []
    for token, function in sentence.functions_of(candidate.token).items():
        referent = sentence.referents.get(token)
        if referent is None or function.count(":") > 1 or ">" in function:
            continue
        head = tree.lemmas[token]
        found += [f"lk={lemma}:{function}:{referent.kind}", f"lh={lemma}:{function}:{head}"]
        if function in _CORE:
            found.append(f"ra={row.id}:{function}:{referent.kind}")
        if referent.known:
            found.append(f"argknown={kind}:{function}")
        if referent.country is not None and function in _CORE:
            found.append(f"argcountry={base}:{function}")
    return found


def _content_clause(tree: Tree, i: int) -> int | None:
    """The clause that an offer or a threat governs: what is to be done."""
    return next((k for k in tree.children[i] if tree.deps[k] in _CLAUSES and k > i), None)


def _content(tree: Tree, candidate: Candidate) -> list[str]:
    kind, own = candidate.row.type, tree.lemmas[candidate.token]
    if kind not in ACTS:
        return []
    clause = _content_clause(tree, candidate.token)
    if clause is None:
        return [f"content={kind}:none:{own}"]
    lemma = tree.lemmas[clause]
    return [
        f"content={kind}:{tree.deps[clause]}:{own}",
        f"contlemma={kind}:{lemma}",
        f"contpair={own}:{lemma}",
    ]


def _content_subjects(sentence: Sentence, candidate: Candidate) -> list[str]:
    """By whom it is to be done."""
    tree, i, kind = sentence.tree, candidate.token, candidate.row.type
    clause = _content_clause(tree, i) if kind in ACTS else None
    if clause is None:
        return []
    functions, referents = sentence.functions, sentence.referents
    speakers = [r for t in functions.surface_subject(i) if (r := referents.get(t))]
    keys, sides = {r.key for r in speakers}, {r.country for r in speakers if r.country}
    found = []
    for token in functions.surface_subject(clause):
        referent = referents.get(token)
        if referent is not None:
            same = "self" if referent.key in keys else "side" if referent.country in sides else referent.kind
            found.append(f"contsubject={kind}:{tree.lemmas[i]}:{same}")
    return found


def _context(tree: Tree, i: int, kind: str, fields: Mapping[str, str]) -> list[str]:
    lemmas, lower, own = tree.lemmas, tree.lower, tree.lemmas[i]
    words = {lemmas[k] for k, tag in enumerate(tree.tags) if tag[:2] in _CONTENT and k != i}
    labels = _fields_of(words, fields)
    beside = _fields_of((*lemmas[max(0, i - _BESIDE) : i], *lemmas[i + 1 : i + 1 + _BESIDE]), fields)
    around = {*lower[max(0, i - 3) : i], *lower[i + 1 : i + 4]}
    found = [f"word={kind}:{lemma}" for lemma in words]
    found += [f"lc={own}:{label}" for label in labels]
    found += [f"winc={kind}:{label}" for label in beside]
    for step, k in enumerate(tree.ancestors(i)[:_ABOVE]):
        found.append(f"anc={kind}:{step}:{tree.deps[i]}:{fields.get(lemmas[k], '-')}")
    found += [f"near={kind}:{word}" for word in around]
    if i + 1 < len(tree):
        found.append(f"next={kind}:{own}:{lower[i + 1]}")
    if i > 0:
        found.append(f"prev={kind}:{own}:{lower[i - 1]}")
    return found


def _wording(tree: Tree, i: int) -> list[str]:
    """The trigger's own words: what stands below it, and within six words."""
    lemma = tree.lemmas[i]
    around = {
        tree.lemmas[k]
        for k in range(max(0, i - 6), min(len(tree), i + 7))
        if k != i and tree.tags[k][:2] in _WORDED
    }
    found = [f"child={lemma}:{tree.deps[k]}:{tree.lemmas[k]}" for k in tree.children[i]]
    return found + [f"lw={lemma}:{word}" for word in around]


def _rivals(tree: Tree, candidate: Candidate, others: Sequence[Candidate]) -> list[str]:
    """Other candidates above, below and beside: contents of offers, light verbs, two words for one clause."""
    kind, i = candidate.row.type, candidate.token
    above = tree.ancestors(i)
    found = []
    for other in others:
        if other.token == i:
            continue
        if other.token in above:
            step = above.index(other.token)
            relation = tree.deps[i if step == 0 else above[step - 1]]
            found.append(f"above={kind}:{other.row.type}:{other.row.prior}:{relation if step < 3 else 'far'}")
        elif i in tree.ancestors(other.token):
            found.append(f"below={kind}:{candidate.row.pos}:{other.row.type}:{other.row.prior}")
        else:
            found.append(f"beside={kind}:{other.row.type}:{other.row.prior}")
    return found


def _population(sentence: Sentence, kind: str) -> list[str]:
    """What kinds of entities the sentence speaks of, and how many, and of how many countries."""
    referents = sentence.referents.values()
    kinds = Counter([referent.kind for referent in referents])
    countries = {referent.country for referent in referents if referent.country}
    found = [f"speaks={kind}:{name}:{min(count, 3)}" for name, count in sorted(kinds.items())]
    return [*found, f"lands={kind}:{min(3, len(countries))}"]
