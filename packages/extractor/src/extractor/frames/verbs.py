"""Mends clauses in what the parser gives: subjects, objects and verbs that stand where no sentence has them.

The cases are those of newswire: headings that leave words out, gerunds, titles and appositions before a verb,
and two clauses that are taken for a list.
"""

from __future__ import annotations

from extractor.frames.columns import (
    AUXILIARIES,
    BEFORE_VERB,
    CLAUSES,
    CONJUNCTIONS,
    OF_VERBS,
    PARTIES,
    TENSED,
    has_subject,
    upwards,
)
from extractor.frames.counts import find_counts, find_elided, join_counts
from extractor.frames.lists import join_members, join_series, loosen_both, part_openings
from extractor.frames.officials import name_group, pair_officials
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
from extractor.frames.phrases import MONTHS
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, NOUN, VERB

__all__ = ["mend_clauses"]

_SPANS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
_BESIDE_SPANS = frozenset({"before", "after", "later", "earlier", "apart", "ago", "into"})
_HELPING = frozenset({"being", "having", "getting", "going"})
_BEFORE_NOUN = frozenset({"det", "poss", "amod", "compound", "nmod", "nummod"})
_WITH_OBJECT = frozenset({"dobj", "ccomp", "xcomp", "aux", "auxpass", "dative"})
_OPENING = NAME | NOUN | {"DT", "CD", "JJ", "PRP", "PRP$", "RB", "JJR"}
"""Tags with which an object begins."""
_NEVER_BARE = lemma_set("never_bare")
_NEVER_BARE_WITH = {
    "shoot": frozenset({"dead"}),
    "gun": frozenset({"down"}),
    "stab": frozenset({"to", "dead"}),
}
_ASSAILANTS = lemma_set("assailants") | lemma_set("armed_ones")
_STOPS = frozenset({".", "!", "?", '"', "”"})
_WHERE_SHOT = frozenset({"in", "near", "outside"})
_HOLDING = lemma_set("holding")
_DEEDS = lemma_set("deeds_done")
_PARTS_OF = lemma_set("parts_of")
_DISGUISED = lemma_set("disguised")
_OF_NO_CLAUSE = lemma_set("of_no_clause")
_SAYING = lemma_set("saying")
_FINITE = (*AUXILIARIES, "dobj")
"""What a participle has below it that is a finite verb."""


def mend_clauses(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Put verbs, their subjects and objects where they belong; all columns are changed in place."""
    if "appos" in deps:
        _find_subjects(tags, deps, heads)
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
    if not CONJUNCTIONS.isdisjoint(words):
        _open_clauses(words, tags, deps, heads)
    if "," in words:
        if "and" in words:
            join_series(words, tags, deps, heads)
            join_members(words, lemmas, tags, deps, heads)
        if deps.count("nsubj") + deps.count("nsubjpass") > 1:
            join_subjects(words, tags, deps, heads)
        if deps.count("dobj") > 1:
            join_objects(words, tags, deps, heads)
        part_openings(words, lemmas, tags, deps, heads)
    _find_gerunds(words, lemmas, tags, deps, heads)
    _free_subjects(words, tags, deps, heads)
    _free_verbs(tags, deps, heads)
    _find_passives(lemmas, tags, deps, heads)
    if "agent" in deps:
        _name_agents(tags, deps, heads)
    if "by" in words and "of" in words:
        _raise_objects(words, lemmas, tags, deps, heads)
    if "in" in words:
        _raise_events(words, lemmas, tags, deps, heads)
    if "CD" in tags:
        find_counts(words, lemmas, tags, deps, heads)
        join_counts(tags, deps, heads)
        find_elided(tags, deps, heads)
    _raise_verb(words, lemmas, tags, deps, heads)
    _part_times(words, tags, deps, heads)
    if "as" in words:
        _part_disguise(lemmas, tags, deps, heads)
    if "and" in words:
        _part_speakers(words, lemmas, tags, deps, heads)
        _part_clauses(lemmas, tags, deps, heads)
    if "npadvmod" in deps:
        find_appositions(words, tags, deps, heads)
    if "last" in words or "first" in words:
        _free_adverbs(words, tags, deps, heads)


def _find_subjects(tags: list[str], deps: list[str], heads: list[int]) -> None:
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


def _open_clauses(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
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


def _find_gerunds(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make the subject of a gerund that the parser takes for a helping verb, or hangs under its adjective:
    "Heavy shelling hit Douma".
    """
    for k, (dep, tag) in enumerate(zip(deps, tags, strict=True)):
        if dep == deps[k - 1] == "nsubj" and k and heads[k] == heads[k - 1] and tags[k - 1] == "JJ":
            heads[k - 1], deps[k - 1] = k, "amod"
        if tag != "VBG" or words[k].lower() in _HELPING:
            continue
        if dep == "aux" and heads[k] > k:
            if not has_subject(deps, heads, heads[k]):
                deps[k], tags[k], lemmas[k] = "nsubj", "NN", words[k].lower()
        elif dep == "xcomp" and heads[k] == k - 1 and tags[k - 1] == "JJ" and deps[k - 1] == "nsubj":
            deps[k], tags[k], lemmas[k] = "nsubj", "NN", words[k].lower()
            heads[k], heads[k - 1], deps[k - 1] = heads[k - 1], k, "amod"
            for i, head in enumerate(heads):
                if head == k - 1:
                    heads[i] = k


def _free_subjects(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make the subject of a noun that the parser takes for a part of the verb: "Mali's army bombs Gao"."""
    for k in range(len(words) - 1):
        verb = k + 1
        if (
            deps[k] != "compound"
            or heads[k] != verb
            or tags[verb] not in TENSED
            or tags[k] not in NAME | NOUN
        ):
            continue
        if has_subject(deps, heads, verb) or (tags[k] in ("NNS", "NNPS") and tags[verb] == "VBZ"):
            continue
        deps[k] = "nsubj"
        for i in range(k):
            if heads[i] == verb and deps[i] in _BEFORE_NOUN:
                heads[i] = k


def _free_verbs(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make the verb of a heading what the parser takes for a part of its object's name, though it has a
    subject: "Missile Hits Kabul Hospital".
    """
    for verb, head in enumerate(heads):
        if (
            deps[verb] != "compound"
            or tags[verb] not in TENSED
            or head <= verb
            or tags[head] not in NAME | NOUN
        ):
            continue
        if not any(above == verb and deps[i] == "nsubj" for i, above in enumerate(heads[:verb])):
            continue
        heads[verb], deps[verb] = (verb if heads[head] == head else heads[head]), deps[head]
        heads[head], deps[head] = verb, "dobj"


def _find_passives(lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make passive the verb of a heading that leaves "was" out: "Priest gunned down in southern Mexico", "Two
    men shot in Derry".
    """
    for verb, tag in enumerate(tags):
        if tag != "VBD" or lemmas[verb] not in _NEVER_BARE:
            continue
        following = next(
            (t for t, w in zip(tags[verb + 1 :], lemmas[verb + 1 :], strict=True) if w != "dead"), ""
        )
        if following in _OPENING:
            continue
        below = [i for i, head in enumerate(heads) if head == verb and i != verb]
        if any(deps[i] in _WITH_OBJECT or (deps[i] == "conj" and tags[i] == "VBD") for i in below):
            continue
        if lemmas[verb] in _NEVER_BARE_WITH and not any(
            lemmas[i] in _NEVER_BARE_WITH[lemmas[verb]] for i in below
        ):
            aims = [lemmas[i] for i in below if deps[i] == "nsubj"]
            if lemmas[-1] in _STOPS or following != "IN" or not _ASSAILANTS.isdisjoint(map(str.lower, aims)):
                continue
            if lemmas[verb + 1] not in _WHERE_SHOT:
                continue
        for i in below:
            if deps[i] == "nsubj":
                deps[i], tags[verb] = "nsubjpass", "VBN"


def _name_agents(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make one agent of a name and the gerund behind it: "wounded by Houthi shelling"."""
    for k in range(2, len(tags)):
        by = heads[k - 1]
        if tags[k] != "VBG" or tags[k - 1] not in NAME or deps[k - 1] != "pobj" or deps[by] != "agent":
            continue
        if by != k - 2 or heads[k] == k or any(h == k and deps[j] in OF_VERBS for j, h in enumerate(heads)):
            continue
        if any(heads[j] == k for j in (by, *upwards(heads, by)) if j >= by):
            continue
        for j, head in enumerate(heads):
            if head == k and j < by:
                heads[j] = heads[k]
                deps[j] = "conj" if deps[j] == "nsubj" else deps[j]
        tags[k], deps[k], heads[k] = "NN", "pobj", by
        heads[k - 1], deps[k - 1] = k, "compound"


def _raise_objects(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Hang under the noun of a deed, and not under who does it, to whom it is done: "the shelling by rebels
    of a village".
    """
    for k in range(3, len(words) - 1):
        doer = heads[k]
        by = heads[doer]
        noun = heads[by]
        if words[k] != "of" or deps[k] != "prep" or deps[doer] != "pobj" or words[by] != "by":
            continue
        if (
            lemmas[doer] in _PARTS_OF
            or words[noun].lower() not in _DEEDS
            or any(words[i] == "of" and deps[i] == "prep" for i, head in enumerate(heads) if head == noun)
        ):
            continue
        single = doer == by + 1  # "by Russia of Ukraine", but not "by the Army of Conquest"
        if single or tags[k + 1] not in NAME:
            heads[k] = noun


def _raise_events(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Hang under a verb of harm, and not under its victims, in what it was done: "killed six in raids"."""
    for k, word in enumerate(words):
        if word != "in" or deps[k] != "prep":
            continue
        victims = heads[k]
        while deps[victims] in ("conj", "appos") and heads[victims] < victims:
            victims = heads[victims]
        verb = heads[victims]
        if deps[victims] != "dobj" or lemmas[verb] not in _NEVER_BARE:
            continue
        noun = next((i for i in range(k + 1, len(words)) if heads[i] == k and deps[i] == "pobj"), k)
        if tags[noun] in NOUN and words[noun].islower():
            heads[k] = verb


def _raise_verb(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make the verb of a participle with an object in a sentence that has none: "X on Monday called Y."."""
    tensed = any(tag in TENSED and dep != "amod" for tag, dep in zip(tags, deps, strict=True))
    if words[-1:] != ["."] or tensed or "MD" in tags:
        return
    root = next((i for i, head in enumerate(heads) if head == i), 0)
    if tags[root] not in NAME | NOUN:
        return
    if _raise_modifier(lemmas, tags, deps, heads, root):
        return
    for verb in range(root + 1, len(words)):
        if heads[verb] != root or deps[verb] != "acl" or tags[verb] != "VBN":
            continue
        objects = [i for i in range(verb + 1, len(words)) if heads[i] == verb and deps[i] in ("dobj", "oprd")]
        if not objects or tags[objects[0]] not in PARTIES:
            continue
        for i, head in enumerate(heads):
            if head == root and i > root and i != verb and deps[i] in ("prep", "punct", "npadvmod", "advmod"):
                heads[i] = verb
        if deps[objects[0]] == "oprd":
            deps[objects[0]] = "dobj"
        heads[verb], deps[verb], tags[verb] = verb, "ROOT", "VBD"
        heads[root], deps[root] = verb, "nsubj"
        return


def _raise_modifier(lemmas: list[str], tags: list[str], deps: list[str], heads: list[int], root: int) -> bool:
    """Make the verb of a participle between subject and object: "A shooter opened fire in a school.",
    "Officials from the bloc held talks with Iran.", "Rutte met actor Tom Wood.".
    """
    for verb in range(1, len(tags) - 1):
        before, noun = verb - 1, verb + 1
        if (
            tags[verb] not in ("VBN", "VBD")
            or deps[verb] != "amod"
            or heads[verb] != noun
            or tags[noun] not in NOUN | NAME
            or heads[before] != verb
        ):
            continue
        while deps[noun] in ("compound", "nmod") and heads[noun] > noun:
            noun = heads[noun]
        if noun < root:
            continue
        if tags[before] not in NOUN | NAME or (noun != root and lemmas[verb] not in _HOLDING):
            continue
        loose = ("prep", "punct", "acl", "npadvmod", "advmod")
        for i, head in enumerate(heads):
            if head == noun and i < before:
                heads[i] = before
            elif i > noun and deps[i] in loose and (head < before or head == noun == root):
                heads[i], deps[i] = verb, "advcl" if deps[i] == "acl" else deps[i]
        subject = before if noun == root else root
        if noun != root:
            heads[before], deps[before] = heads[noun], deps[noun]
        heads[verb], deps[verb], tags[verb] = verb, "ROOT", "VBD"
        heads[subject], deps[subject] = verb, "nsubj"
        heads[noun], deps[noun] = verb, "dobj"
        return True
    return False


def _part_times(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Part a name from the bare time behind it: "struck Kyiv hours after he left", "hit Rafah May 6"."""
    for k in range(1, len(words) - 1):
        name = k - 1
        if deps[name] != "compound" or heads[name] != k or tags[name] not in NAME:
            continue
        bare = words[k] in _SPANS and words[k + 1] in _BESIDE_SPANS
        month = words[k][0].isupper() and words[k].lower() in MONTHS
        if not bare and not (month and words[k + 1].rstrip(".").isdecimal()):
            continue
        above, relation = heads[k], deps[k]
        if above == k:
            continue
        heads[name], deps[name] = above, "dobj" if relation in ("npadvmod", "advmod") else relation
        for i, head in enumerate(heads):
            if head == k and i < name:
                heads[i] = name
        while deps[above] in ("prep", "agent") and heads[above] != above:
            above = heads[above]
        heads[k], deps[k] = above, "npadvmod"


def _part_disguise(lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
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


def _part_clauses(lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
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


def _part_speakers(
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


def _free_adverbs(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang "last" and "first" between a noun and its verb under the verb: "the two last met in 2019"."""
    for k in range(1, len(words) - 1):
        verb, before = k + 1, k - 1
        if words[k] not in ("last", "first") or tags[verb] != "VBD" or deps[k] not in ("nsubj", "appos"):
            continue
        if deps[k] == "nsubj":
            if heads[before] != k or heads[k] != verb or tags[before] == "DT":
                continue
            heads[before], deps[before] = verb, "nsubj"
            for i in range(before):
                if heads[i] == k:
                    heads[i] = before
        heads[k], deps[k], tags[k] = verb, "advmod", "RB"
