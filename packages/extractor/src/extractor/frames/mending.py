"""Mends clauses in what the parser gives: which mending comes after which, and what it needs.

The cases are those of newswire: headings that leave words out, gerunds, titles and appositions before a verb,
and two clauses that are taken for a list.
"""

from __future__ import annotations

from extractor.frames.bare_times import free_adverbs, free_times, part_times
from extractor.frames.clefts import join_cleft, part_recipients
from extractor.frames.columns import CONJUNCTIONS
from extractor.frames.counts import find_counts, find_elided, join_counts
from extractor.frames.deeds import (
    find_charges,
    find_gerunds,
    find_guests,
    find_infinitives,
    find_ousted,
    find_strikes,
    name_agents,
    raise_events,
    raise_matters,
    raise_objects,
)
from extractor.frames.gathered import part_gathered
from extractor.frames.headlines import (
    find_gunned,
    find_passives,
    find_past,
    free_subjects,
    free_verbs,
    name_objects,
    raise_verb,
)
from extractor.frames.lists import join_members, join_series, join_strays, loosen_both, part_openings
from extractor.frames.officials import name_group, pair_officials
from extractor.frames.parting import (
    find_subjects,
    join_verbs,
    name_subjects,
    open_clauses,
    open_places,
    part_clauses,
    part_disguise,
    part_speakers,
)
from extractor.frames.persons import (
    find_appositions,
    find_listed,
    join_objects,
    join_subjects,
    name_last,
    part_company,
    part_owners,
    part_persons,
)
from extractor.frames.relatives import raise_asides, raise_main, raise_relatives

__all__ = ["mend_clauses"]


def mend_clauses(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Put verbs, their subjects and objects where they belong; all columns are changed in place."""
    if "to" in words:
        find_strikes(words, lemmas, tags, deps, heads)
        find_infinitives(words, lemmas, tags, deps, heads)
    if "csubj" in deps:
        name_subjects(tags, deps, heads)
    if "appos" in deps:
        find_subjects(tags, deps, heads)
        if "and" in words:
            find_listed(words, tags, deps, heads)
            name_last(words, tags, deps, heads)
    if "and" in words:
        part_persons(words, tags, deps, heads)
        part_company(words, tags, deps, heads)
        pair_officials(words, tags, deps, heads)
        name_group(words, tags, deps, heads)
        if "both" in words:
            loosen_both(words, tags, deps, heads)
        if "POS" in tags:
            part_owners(words, tags, deps, heads)
    if "and" in words and "," in words:
        join_verbs(words, tags, deps, heads)
    if not CONJUNCTIONS.isdisjoint(words):
        open_clauses(words, tags, deps, heads)
    if "," in words:
        open_places(words, lemmas, tags, deps, heads)
        if "and" in words:
            join_series(words, tags, deps, heads)
            join_members(words, lemmas, tags, deps, heads)
            join_strays(tags, deps, heads)
        if deps.count("nsubj") + deps.count("nsubjpass") > 1:
            join_subjects(words, tags, deps, heads)
        if deps.count("dobj") > 1:
            join_objects(words, tags, deps, heads)
        part_openings(words, lemmas, tags, deps, heads)
    if "who" in words:
        raise_relatives(words, tags, deps, heads)
    if "which" in words:
        raise_asides(words, lemmas, deps, heads)
    if "relcl" in deps:
        raise_main(words, tags, deps, heads)
    if "attr" in deps:
        join_cleft(words, lemmas, tags, deps, heads)
    if "ccomp" in deps:
        part_recipients(lemmas, tags, deps, heads)
    if "meeting" in words:
        part_gathered(words, lemmas, tags, deps, heads)
    if "visiting" in words:
        find_guests(words, lemmas, tags, deps, heads)
    if "of" in words or "on" in words:
        find_charges(words, lemmas, tags, deps, heads)
    find_gerunds(words, lemmas, tags, deps, heads)
    find_ousted(words, tags, deps, heads)
    free_subjects(words, tags, deps, heads)
    free_verbs(tags, deps, heads)
    if "appos" in deps:
        name_objects(tags, deps, heads)
    if "down" in words:
        find_gunned(words, lemmas, tags, deps, heads)
    find_past(words, tags, deps, heads)
    find_passives(lemmas, tags, deps, heads)
    if "agent" in deps:
        name_agents(tags, deps, heads)
    if "by" in words and "of" in words:
        raise_objects(words, lemmas, tags, deps, heads)
    if "of" in words:
        raise_matters(words, lemmas, deps, heads)
    if "in" in words:
        raise_events(words, lemmas, tags, deps, heads)
    if "CD" in tags:
        find_counts(words, lemmas, tags, deps, heads)
        join_counts(tags, deps, heads)
        find_elided(tags, deps, heads)
    raise_verb(words, lemmas, tags, deps, heads)
    part_times(words, tags, deps, heads)
    if "as" in words:
        part_disguise(lemmas, tags, deps, heads)
    if "and" in words:
        part_speakers(words, lemmas, tags, deps, heads)
        part_clauses(lemmas, tags, deps, heads)
    if "npadvmod" in deps:
        find_appositions(words, tags, deps, heads)
    if "times" in words:
        free_times(words, tags, deps, heads)
    if "last" in words or "first" in words:
        free_adverbs(words, tags, deps, heads)
