"""Decisions about event types of the user's own, for which nobody has trained weights.

Whether a word is a trigger is decided by the row's prior and by features that all types share
(data/lexicon/general.tsv). The subtype is the row's, or what words near the trigger tell. Roles are what the
type's file gives to the grammatical functions. For status, places, date and the merging of mentions, which
differ little from type to type, a mention is read as one of a type of the package that the file names
(`like`): its *stand-in*.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from extractor.arguments.actors import ROLES, ActorSelector
from extractor.evidence import ActorArgument, Mention, Sentence
from extractor.frames.tree import NAME, Tree
from extractor.judge.linear import LinearModel
from extractor.judge.packing import PackedRows
from extractor.ontology import ACTS, CustomType
from extractor.tables import rows
from extractor.triggers.match import Candidate
from extractor.triggers.subtypes import nearest

__all__ = ["Backoff", "general_features", "load_general"]

_VETO = 0.08
"""Probability of a role, by the stand-in's weights, below which a phrase has none whatever its function."""
_PRIORS = ("rare", "low", "even", "high")
_CONTENT = frozenset({"xcomp", "ccomp", "dobj", "acl", "pcomp", "advcl"})
_FORMS = {
    "infinitive": "infinitive",
    "base": "infinitive",
    "participle": "participle",
    "present": "present",
    "progressive": "progressive",
    "past_progressive": "progressive",
}
WordingOf = Callable[[Sentence, Candidate, Sequence[Candidate]], list[str]]
PartiesOf = Callable[[Sentence, Candidate], list[str]]
RoleOf = Callable[[str, str], str | None]
"""The role of a function in the frame of a rule."""


def load_general() -> LinearModel:
    """The weights of data/lexicon/general.tsv as a model."""
    weights: dict[str, tuple[float, ...]] = {
        name: (float(weight),) for name, weight in rows("lexicon/general.tsv", 2)
    }
    return LinearModel(("no", "yes"), weights.pop("bias"), weights)


def general_features(sentence: Sentence, candidate: Candidate, others: Sequence[Candidate]) -> list[str]:
    """The features of general.tsv that a candidate has; `others` are all candidates of the sentence."""
    tree, i, row = sentence.tree, candidate.token, candidate.row
    found = [f"prior={row.prior}"]
    around = [
        referent
        for token, function in sentence.functions_of(i).items()
        if function.count(":") <= 1
        and ">" not in function
        and (referent := sentence.referents.get(token)) is not None
    ]
    found.append(f"countries={min(3, sum(referent.country is not None for referent in around))}")
    if any(referent.known for referent in around):
        found.append("known")
    beside = {tree.lemmas[tree.heads[i]], *(tree.lemmas[k] for k in tree.children[i])}
    beside |= {tree.lemmas[k] for k in _below_prepositions(tree, i)}
    beside |= {tree.lower[i - 1]} if i else set()
    if beside & set(row.not_with):
        found.append("not_with")
    if _in_content(sentence, candidate, others):
        found.append("content")
    rank = _PRIORS.index(row.prior)
    rivals = (other.row for other in others if other.token == i and other.row.type != row.type)
    if any(_PRIORS.index(rival.prior) >= rank for rival in rivals):
        found.append("both")
    form = _form(sentence, i, row.pos)
    return [*found, f"form={form}"] if form else found


def _below_prepositions(tree: Tree, i: int) -> Iterator[int]:
    """What depends on the prepositions of a token, also on one below another ("out of the shop")."""
    for k in tree.children[i]:
        if tree.deps[k] == "prep":
            yield from tree.children[k]
            yield from _below_prepositions(tree, k)


def _in_content(sentence: Sentence, candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether the trigger stands in the clause or object of an offer or a threat."""
    tree = sentence.tree
    speech = {other.token for other in others if other.row.type in ACTS}
    below = candidate.token
    for node in tree.ancestors(candidate.token):
        if node in speech:
            return tree.deps[below] in _CONTENT
        below = node
    return False


def _form(sentence: Sentence, i: int, pos: str) -> str | None:
    tree = sentence.tree
    dep = tree.deps[i]
    if pos == "noun" and dep == "compound":
        return "compound"
    if pos == "verb" and dep in ("amod", "compound"):
        return "attribute"
    if pos == "noun" and i and tree.tags[i] in NAME and tree.tags[i - 1] in NAME:
        return "name"
    return _FORMS.get(sentence.clause_of(i).tense) if pos == "verb" else None


class Backoff:
    """Decides about mentions of the types that the models do not know."""

    def __init__(
        self, types: Iterable[CustomType], rows: Iterable[str], role_of: RoleOf, trigger: LinearModel
    ) -> None:
        """`rows` are the ids of all rows of the user's own, `trigger` is the trained model of triggers."""
        self.types = {each.name: each for each in types}
        self._rows = frozenset(rows)
        self._role_of = role_of
        self._trained = trigger
        self._roles = {name: _roles_like(each) for name, each in self.types.items()}

    @cached_property
    def general(self) -> LinearModel:
        """The weights that decide about triggers of unknown types."""
        return load_general()

    @cached_property
    def _unseen(self) -> LinearModel:
        """The trained weights, with a step for the prior of a row that they do not know."""
        steps = {name: w for name, w in self.general.weights.items() if name.startswith("unseen=")}
        trained = self._trained
        rows = PackedRows(trained.bias, {**trained.weights, **steps})
        return LinearModel(trained.classes, trained.bias, rows)

    def trigger_model(self, rule: str, kind: str) -> LinearModel:
        """The model that decides about triggers of a row and its type."""
        if kind in self.types:
            return self.general
        return self._unseen if rule in self._rows else self._trained

    def wording(
        self, sentence: Sentence, candidate: Candidate, others: Sequence[Candidate], trained: WordingOf
    ) -> list[str]:
        """What `trigger_model` decides by before it is known who is who: what `trained` gives for a type of
        the models, nothing for another.
        """
        if candidate.row.type in self.types:
            return []
        found = trained(sentence, candidate, others)
        return [*found, f"unseen={candidate.row.prior}"] if candidate.row.id in self._rows else found

    def parties(
        self, sentence: Sentence, candidate: Candidate, others: Sequence[Candidate], trained: PartiesOf
    ) -> list[str]:
        """The rest of what it decides by; `trained` gives that for types of the models."""
        if candidate.row.type in self.types:
            return general_features(sentence, candidate, others)
        return trained(sentence, candidate)

    def subtypes(self, sentence: Sentence, candidate: Candidate) -> dict[str, float]:
        """Probability by subtype: the row's, else what the closest words tell, else the type's first."""
        custom = self.types[candidate.row.type]
        names = [subtype.name for subtype in custom.term.subtypes]
        own = candidate.row.subtype
        best = {own} if own else set(nearest(sentence.tree, candidate.token, custom.words)) or {names[0]}
        return {name: 1.0 / len(best) if name in best else 0.0 for name in names}

    def roles_like(self, kind: str, frame: Mapping[str, str]) -> Mapping[str, str | None]:
        """Role by function, as the stand-in of a mention of this type has them."""
        if kind not in self._roles:
            return frame
        return {function: self._roles[kind].get(role) for function, role in frame.items()}

    def stand_in(self, mention: Mention) -> Mention:
        """The mention as one of the type that it is like; a mention of the package's types is itself."""
        custom = self.types.get(mention.type)
        if custom is None:
            return mention
        roles = self._roles[mention.type]
        actors = [replace(actor, role=roles[actor.role]) for actor in mention.actors]
        return replace(mention, type=custom.like, actors=actors)

    def actors(
        self, mention: Mention, stand_in: Mention, rivals: Sequence[Mention], selector: ActorSelector
    ) -> list[ActorArgument]:
        """The phrases to whose function the row's frame gives a role; `rivals` are stand-ins too."""

        def decide(function: str | None, found: Mapping[str, float]) -> tuple[str, float] | None:
            role = self._role(mention, function) if function else None
            if role is None:
                return None
            probability = sum(found.get(each, 0.0) for each in ROLES[stand_in.type])
            return (role, probability) if probability >= _VETO else None

        return selector.choose(stand_in, rivals, decide)

    def _role(self, mention: Mention, function: str) -> str | None:
        """The role that the row's frame gives to a function, for any governor or for the trigger's."""
        above = _governors(mention.sentence.tree, mention.token)
        ways = (function, *(f"{function} ^{governor}" for governor in above))
        return next(filter(None, (self._role_of(mention.rule, way) for way in ways)), None)


def _governors(tree: Tree, trigger: int) -> tuple[str, str]:
    """Lemma and word of the verb or noun above a trigger, prepositions passed over."""
    above = tree.heads[trigger]
    above = tree.heads[above] if tree.tags[above] == "IN" else above
    return tree.lemmas[above], tree.lower[above]


def _roles_like(custom: CustomType) -> dict[str, str]:
    """The stand-in's role for each role, in their order; the last one for all that are left."""
    known = ROLES[custom.like]
    return {role: known[min(k, len(known) - 1)] for k, role in enumerate(custom.term.roles)}
