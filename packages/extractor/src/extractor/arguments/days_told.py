"""The day of an event where the sentence says it in so many words: "the talks, held on Monday"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from extractor.arguments.bearers import bearer_of
from extractor.arguments.date_features import DateCandidate
from extractor.dates.values import Range
from extractor.evidence import Mention
from extractor.frames.clauses import marks_of, verb_tense
from extractor.frames.occurring import began_since, put_off_to, to_take_place
from extractor.frames.senses import lemma_set
from extractor.frames.tree import MODIFYING, Tree
from extractor.ontology import ACTS

__all__ = ["day_told", "says_of"]

_REPORTED = frozenset({"ccomp", "relcl", "acl"})
_MADE = lemma_set("making") | {"send"}
_SPEAKING = frozenset({"address", "date", "speak", "write"})
_MADE_ANEW = lemma_set("repeating")
_BEGINNING = lemma_set("beginning")
_ENDING = lemma_set("ending")
_NOW = frozenset({"present", "progressive"})


def day_told(
    mention: Mention, candidates: Sequence[DateCandidate], rivals: Iterable[Mention]
) -> DateCandidate | None:
    """The expression that is outright the day of the mention."""
    return (
        _when(mention, candidates)
        or _day_put_off_to(mention, candidates)
        or _day_of_speaking(mention, candidates)
        or _day_of_making(mention, candidates)
        or _first_day(mention, candidates)
        or _last_day(mention, candidates)
        or _day_of_other_clause(mention, candidates, rivals)
    )


def _when(mention: Mention, candidates: Sequence[DateCandidate]) -> DateCandidate | None:
    """The expression of which a clause says what happened then: "since May, when rebels took the town"."""
    tree = mention.sentence.tree
    above = (mention.token, *tree.ancestors(mention.token))
    for timex, first, last in candidates:
        when = last + 2 if tree.words[last + 1 : last + 2] == [","] else last + 1
        if when >= min(mention.token, len(tree)) or tree.lower[when] != "when":
            continue
        verb = tree.heads[when]
        reported = above[: above.index(verb)] if verb in above else above
        within = any(when < other[1] and not _is_of_noun(tree, *other[1:]) for other in candidates)
        if verb in above and not within and all(tree.deps[k] not in _REPORTED for k in reported):
            return replace(timex, relation="at"), first, last
    return None


def _is_of_noun(tree: Tree, first: int, last: int) -> bool:
    """Whether an expression stands before a noun: "a Feb. 14 attack"."""
    top = next((k for k in range(first, last + 1) if not first <= tree.heads[k] <= last), first)
    return tree.deps[top] in MODIFYING and tree.heads[top] > last


def _day_put_off_to(mention: Mention, candidates: Sequence[DateCandidate]) -> DateCandidate | None:
    """The expression to which something is put off: "was moved from Monday to Thursday"."""
    day = put_off_to(mention.sentence.tree, mention.token) if candidates else None
    for timex, first, last in candidates:
        if day is not None and first <= day <= last:
            value = timex.value.last if isinstance(timex.value, Range) else timex.value
            return replace(timex, value=value, relation="at"), first, last
    return None


def _day_of_speaking(mention: Mention, candidates: Sequence[DateCandidate]) -> DateCandidate | None:
    """The expression at the word for how an offer or a threat is made: "speaking on Tuesday, he threatened",
    "in a letter dated Tuesday".
    """
    tree, verb = mention.sentence.tree, mention.token
    if mention.type not in ACTS or not tree.is_verb(verb):
        return None
    for candidate in candidates:
        bearer = bearer_of(tree, candidate[1], candidate[2])
        if candidate[0].relation != "at" or tree.lemmas[bearer] not in _SPEAKING:
            continue
        speaks = tree.deps[bearer] == "advcl" and tree.heads[bearer] == verb and tree.tags[bearer] == "VBG"
        dated = tree.lemmas[bearer] == "date" and tree.ancestors(bearer)[2:3] == [verb]
        if speaks or dated:
            return candidate
    return None


def _day_of_making(mention: Mention, candidates: Sequence[DateCandidate]) -> DateCandidate | None:
    """The expression at the verb with which an offer or a threat is made, or by which a meeting comes about:
    "the threats, made in 2021", "on Friday repeated his offer", "talks, to take place today".
    """
    tree, noun = mention.sentence.tree, mention.token
    if tree.is_verb(noun):
        return None
    for candidate in candidates:
        verb = bearer_of(tree, candidate[1], candidate[2])
        if tree.is_verb(verb) and candidate[0].relation == "at" and _makes(mention, verb):
            return candidate
    return None


def _makes(mention: Mention, verb: int) -> bool:
    """Whether a verb says of the trigger that it is made, made anew, or to take place."""
    tree, noun = mention.sentence.tree, mention.token
    if mention.type in ACTS:
        anew = tree.lemmas[verb] in _MADE_ANEW and noun in tree.kids(verb, "dobj", "nsubjpass")
        aside = tree.heads[verb] == noun and tree.tags[verb] == "VBN"
        made = tree.lemmas[verb] in _MADE and (aside or noun in tree.kids(verb, "nsubjpass"))
        return anew or made
    return to_take_place(tree, noun) == verb


def _last_day(mention: Mention, candidates: Sequence[DateCandidate]) -> DateCandidate | None:
    """The expression until which what begins now goes on: "the summit opens today and lasts until May"."""
    tree = mention.sentence.tree
    for candidate in candidates:
        if candidate[0].relation != "until":
            continue
        verb = bearer_of(tree, candidate[1], candidate[2])
        begins = tree.first_conjunct(verb)
        if tree.lemmas[verb] not in _ENDING or tree.lemmas[begins] not in _BEGINNING:
            continue
        if verb_tense(tree, begins) in _NOW and says_of(mention, begins):
            return candidate
    return None


def _day_of_other_clause(
    mention: Mention, candidates: Sequence[DateCandidate], rivals: Iterable[Mention]
) -> DateCandidate | None:
    """The only expression, in a clause that says when: "when he goes to Oslo next week, he will meet"."""
    tree = mention.sentence.tree
    if len(candidates) != 1 or not tree.is_verb(mention.token):
        return None
    verb = bearer_of(tree, candidates[0][1], candidates[0][2])
    if tree.deps[verb] != "advcl" or tree.heads[verb] != mention.token or "when" not in marks_of(tree, verb):
        return None
    inside = range(tree.left(verb), tree.right(verb) + 1)
    return None if any(rival.token in inside for rival in rivals) else candidates[0]


def _first_day(mention: Mention, candidates: Sequence[DateCandidate]) -> DateCandidate | None:
    """The expression since which something is so, when the event began: "have fled since the raids began
    on Sunday".
    """
    tree = mention.sentence.tree
    for timex, first, last in candidates:
        if timex.relation == "at" and began_since(tree, mention.token, bearer_of(tree, first, last)):
            return replace(timex, relation="since"), first, last
    return None


def says_of(mention: Mention, verb: int) -> bool:
    """Whether a verb says something of the trigger, or of what bears it: "the next round of talks begins"."""
    tree: Tree = mention.sentence.tree
    verb = tree.first_conjunct(verb)
    if tree.deps[verb] == "relcl":
        return tree.heads[verb] == mention.token
    verbs = (verb, tree.heads[verb]) if tree.deps[verb] == "xcomp" else (verb,)
    listed = tree.first_conjunct(mention.token)
    told = {mention.token, listed, *tree.ancestors(mention.token)[:2], *tree.ancestors(listed)[:2]}
    return any(k in told for each in verbs for k in tree.kids(each, "nsubj", "nsubjpass"))
