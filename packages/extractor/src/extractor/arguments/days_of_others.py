"""Days of what a sentence names beside an event, before or after it: "since a truce that began in March"."""

from __future__ import annotations

from extractor.arguments.bearers import ADNOMINAL, bearer_of, top_of
from extractor.arguments.tenses import surely_occurred
from extractor.evidence import Mention
from extractor.frames.clauses import is_past_perfect, verb_tense
from extractor.frames.phrases import WEEKDAYS
from extractor.frames.senses import lemma_set
from extractor.frames.tree import Tree
from extractor.ontology import ACTS

__all__ = ["is_of_other"]

_TOWARDS = frozenset({"ahead", "before", "since", "until"})
_AFTER = frozenset({"after", "following"})
_CAMPAIGNS = lemma_set("campaigns")
_MARGINS = lemma_set("margins")
_HOURS = frozenset({"afternoon", "evening", "morning", "night"})
_UNTIL = frozenset({"till", "until"})
_RESTING = frozenset({"adjourn", "break", "pause", "recess"})
_ON = frozenset({"in", "of", "on"})
_UPHEAVALS = lemma_set("upheavals")
_BEFORE_DAYS = frozenset({"early", "in", "late", "on"})
_SAYING = lemma_set("saying")
_ENDING = frozenset({"end", "finish", "halt", "stop"})


def is_of_other(mention: Mention, first: int, last: int) -> bool:
    """Whether the expression between two tokens says when something other than the event was, will be or came
    to its end.
    """
    return (
        _is_of_what_follows(mention, first, last)
        or _is_of_what_went_before(mention, first, last)
        or _is_ahead(mention, first)
        or _is_of_somebody(mention, first)
        or _is_beside(mention)
        or _is_of_end(mention, first, last)
        or _is_hour_of(mention.sentence.tree, first, last)
        or _is_of_resumption(mention.sentence.tree, first, last)
        or _is_of_upheaval(mention, first, last)
        or _is_later(mention, first)
        or _is_of_saying(mention, first)
    )


def _is_of_what_follows(mention: Mention, first: int, last: int) -> bool:
    """Whether an expression dates what the event precedes or follows: "met the mayor ahead of the elections
    next month", "the first visit since the war in 2003", "before the June vote".
    """
    tree = mention.sentence.tree
    for k in range(first - 1, mention.last, -1):
        if (tree.is_verb(k) and not _is_relative(tree, k)) or tree.words[k] == ",":
            return False
        if tree.lower[k] in _TOWARDS:
            if any(tree.is_noun(between) for between in range(k + 1, first)):
                return True
            return _noun_dated(tree, first, last) is not None
    return False


def _is_relative(tree: Tree, verb: int) -> bool:
    return tree.deps[verb] == "relcl" and tree.heads[verb] < verb


def _noun_dated(tree: Tree, first: int, last: int) -> int | None:
    """The noun behind an expression of which this says the day: "vote" of "the June vote"."""
    top = top_of(tree, first, last)
    noun = tree.heads[top]
    return noun if tree.deps[top] in ADNOMINAL and noun > last and tree.is_noun(noun) else None


def _is_of_what_went_before(mention: Mention, first: int, last: int) -> bool:
    """Whether an expression is the day of a noun after which the event was: "met after Monday's vote"; "after
    Friday prayers" is on Friday.
    """
    tree = mention.sentence.tree
    noun = _noun_dated(tree, first, last)
    if noun is None or noun == mention.token or tree.deps[noun] != "pobj":
        return False
    if tree.deps[top_of(tree, first, last)] != "poss" and tree.lower[last] in WEEKDAYS:
        return False
    return tree.lower[tree.heads[noun]] in _AFTER and noun not in tree.ancestors(mention.token)


def _is_later(mention: Mention, first: int) -> bool:
    """Whether an expression stands outside the relative clause that tells what had been before: "left on
    Monday without the loan that Oslo had offered".
    """
    tree, trigger = mention.sentence.tree, mention.token
    clause = next((k for k in (trigger, *tree.ancestors(trigger)) if tree.deps[k] == "relcl"), None)
    if clause is None or not is_past_perfect(tree, clause):
        return False
    return clause not in (first, *tree.ancestors(first))


def _is_of_saying(mention: Mention, first: int) -> bool:
    """Whether an expression stands right behind the verb that tells of the event: "said on Monday it had
    bombed the camp".
    """
    if mention.type in ACTS:
        return False
    tree = mention.sentence.tree
    said = next((k for k in range(first - 1, -1, -1) if tree.lower[k] not in _BEFORE_DAYS), first)
    return said < min(first, mention.token) and tree.is_verb(said) and tree.lemmas[said] in _SAYING


def _is_ahead(mention: Mention, first: int) -> bool:
    """Whether the expression says when something else will be: "attacked Goma, where the president will speak
    on Friday".
    """
    tree = mention.sentence.tree
    if not surely_occurred(mention):
        return False
    verb = _relative_above(mention, first)
    if verb is None:
        return False
    coming = verb_tense(tree, verb) in ("will", "shall") or tree.kid(verb, "xcomp") is not None
    return coming and tree.tags[verb] in ("VB", "VBZ", "VBP")


def _relative_above(mention: Mention, first: int) -> int | None:
    """The verb of the relative clause that holds an expression and not the trigger."""
    tree = mention.sentence.tree
    verb = next((k for k in tree.ancestors(first) if tree.deps[k] == "relcl"), None)
    return None if verb in (mention.token, *tree.ancestors(mention.token)) else verb


def _is_of_somebody(mention: Mention, first: int) -> bool:
    """Whether an expression says when somebody did something else: "killed a man who was freed on Monday"."""
    tree = mention.sentence.tree
    verb = _relative_above(mention, first)
    if verb is None or tree.heads[verb] == mention.token:
        return False
    return any(tree.lower[k] == "who" for k in tree.kids(verb, "nsubj", "nsubjpass"))


def _is_beside(mention: Mention) -> bool:
    """Whether others meet beside the event, on the day: "met on Monday beside the summit"."""
    tree = mention.sentence.tree
    if mention.type != "meeting" or not tree.has_lemma(_MARGINS):
        return False
    return any(tree.lemmas[k] in _MARGINS for k in (mention.token, *tree.ancestors(mention.token))[:3])


def _is_of_end(mention: Mention, first: int, last: int) -> bool:
    """Whether an expression is the day on which a campaign was ended: "halted the raids on Friday"."""
    tree, noun = mention.sentence.tree, mention.token
    if mention.type != "strike" or tree.lemmas[noun] not in _CAMPAIGNS or tree.deps[noun] != "dobj":
        return False
    verb = tree.heads[noun]
    return tree.lemmas[verb] in _ENDING and bearer_of(tree, first, last) == verb


def _is_of_resumption(tree: Tree, first: int, last: int) -> bool:
    """Whether an expression says until when what was broken off rests: "adjourned until June"."""
    if first == 0 or tree.lower[first - 1] not in _UNTIL:
        return False
    return tree.lemmas[bearer_of(tree, first, last)] in _RESTING


def _is_of_upheaval(mention: Mention, first: int, last: int) -> bool:
    """Whether an expression right behind the noun for a disaster or a vote is its time: "offered aid to the
    victims of the earthquake in March". A day of the week may as well be that of the event.
    """
    tree = mention.sentence.tree
    if tree.lower[last] in WEEKDAYS:
        return False
    noun = first - 1 if tree.lower[first] in _ON else first - 2
    dated = noun >= 0 and tree.lower[noun + 1] in _ON and tree.lemmas[noun] in _UPHEAVALS
    return dated and noun > mention.token


def _is_hour_of(tree: Tree, first: int, last: int) -> bool:
    """Whether a time of day is that of something whose day is not told: "on the morning of the vote"."""
    return (
        tree.lower[last] in _HOURS
        and tree.lower[first] == "the"
        and tree.lower[last + 1 : last + 2] == ["of"]
    )
