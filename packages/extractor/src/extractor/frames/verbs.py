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
    PARTIES,
    TENSED,
    has_subject,
    upwards,
)
from extractor.frames.lists import join_series, part_openings
from extractor.frames.phrases import CALENDAR, MONTHS
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
_PRESENT = {"kills": "kill", "wounds": "wound", "injures": "injure", "hurts": "hurt"}
"""Verbs by their form in the present, which may be taken for a noun."""
_TITLING = frozenset({"amod", "compound"})
_IN_NAME = frozenset({"nmod", "amod", "compound"})
_TITLES = lemma_set("title")
_PORTFOLIO = lemma_set("portfolio")
_ARTICLES = frozenset({"the", "a", "an"})
_BEFORE_NUMBER = frozenset({"IN", "RB", "JJS", "RBS", "JJR", "RBR"})
"""Tags of what may stand before a number: "at least 30", "more than 30"."""
_HOLDING = lemma_set("holding")
_DEEDS = lemma_set("deeds_done")
_PARTS_OF = lemma_set("parts_of")
_DISGUISED = lemma_set("disguised")
_OF_NO_CLAUSE = lemma_set("of_no_clause")
_SAYING = lemma_set("saying")
_FINITE = (*AUXILIARIES, "dobj")
"""What a participle has below it that is a finite verb."""
_OF_VERBS = frozenset({"dobj", "aux", "auxpass", "ccomp", "xcomp"})
"""What a verb has below it, and neither a noun nor a bare participle has."""


def mend_clauses(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Put verbs, their subjects and objects where they belong; all columns are changed in place."""
    if "appos" in deps:
        _find_subjects(tags, deps, heads)
        if "and" in words:
            _find_listed(words, tags, deps, heads)
            _name_last(words, tags, deps, heads)
    if "and" in words:
        _part_persons(words, tags, deps, heads)
        if "POS" in tags:
            _part_owners(words, tags, deps, heads)
    if not CONJUNCTIONS.isdisjoint(words):
        _open_clauses(words, tags, deps, heads)
    if "," in words:
        if "and" in words:
            join_series(words, tags, deps, heads)
        if deps.count("nsubj") + deps.count("nsubjpass") > 1:
            _join_subjects(words, tags, deps, heads)
        if deps.count("dobj") > 1:
            _join_objects(words, tags, deps, heads)
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
        _find_counts(words, lemmas, tags, deps, heads)
        _join_counts(tags, deps, heads)
        _find_elided(tags, deps, heads)
    _raise_verb(words, lemmas, tags, deps, heads)
    _part_times(words, tags, deps, heads)
    if "as" in words:
        _part_disguise(lemmas, tags, deps, heads)
    if "and" in words:
        _part_speakers(words, lemmas, tags, deps, heads)
        _part_clauses(lemmas, tags, deps, heads)
    if "npadvmod" in deps:
        _find_appositions(words, tags, deps, heads)
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


def _find_listed(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a list of persons with titles whose second the parser takes for an apposition: "Prime Minister Ann
    Lee, President Jan Horak and King Felipe met".
    """
    for k in range(2, len(words)):
        first = heads[k]
        if deps[k] != "appos" or tags[k] not in NAME or tags[first] not in NAME or first > k:
            continue
        before = [[i for i in range(n) if heads[i] == n and deps[i] in _TITLING] for n in (first, k)]
        listed = any(head == k and deps[i] == "conj" and tags[i] in NAME for i, head in enumerate(heads))
        start = next((i for i in range(first + 1, k) if k in upwards(heads, i)), k)
        if listed and all(len(found) > 1 for found in before) and words[start - 1] == ",":
            deps[k] = "conj"


def _part_persons(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a list of two persons whose first the parser takes for a part of the second's name: "between Xi
    and French President Emmanuel Macron".
    """
    for k in range(len(words) - 3):
        if words[k + 1] != "and" or tags[k] not in NAME or deps[k] not in _IN_NAME:
            continue
        last = heads[k]
        while deps[last] in _IN_NAME and heads[last] > last:
            last = heads[last]
        title = next((i for i in range(k + 2, last) if words[i].lower() in _TITLES), last)
        if title == last and last == k + 3 and _is_whole_name(words, tags, deps, heads, k):
            title = k + 2  # "Ann Lee and Jan Holm"
        if title >= last or not all(tags[i] in NAME or tags[i] == "JJ" for i in range(k + 2, last + 1)):
            continue
        if words[k].lower() in _TITLES or words[k].lower() in _PORTFOLIO or not words[title][:1].isupper():
            continue
        for i in range(k + 2, title):
            heads[i], deps[i] = title, "amod" if tags[i] == "JJ" else "compound"
        for i in range(title, last):
            heads[i], deps[i] = last, "compound"
        _part_at(deps, heads, k, last)


def _part_owners(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Give each of two persons beside "and" what stands before him: "Peru's Ann Lee and Chile's Jan Holm"."""
    for land in range(2, len(words) - 2):
        first, last = land - 2, land + 2
        if tags[land + 1] != "POS" or words[land - 1] != "and":
            continue
        if any(tags[k] not in NAME for k in (first, land, last)):
            continue
        while last + 1 < len(words) and tags[last + 1] in NAME:
            last += 1
        shared = heads[first] == last and deps[first] in (*_IN_NAME, "poss")
        if not shared and (deps[land] != "conj" or land + 1 < heads[last] < last):
            continue
        for k in range(land, last):
            heads[k], deps[k] = last, "compound"
        deps[land], heads[land + 1], deps[land + 1] = "poss", land, "case"
        if shared:
            _part_at(deps, heads, first, last)


def _part_at(deps: list[str], heads: list[int], k: int, last: int) -> None:
    """Make two of a list of what ends with a token before "and" and with the one above it."""
    heads[k], deps[k] = k if heads[last] == last else heads[last], deps[last]
    heads[k + 1], deps[k + 1] = k, "cc"
    heads[last], deps[last] = k, "conj"


def _is_whole_name(words: list[str], tags: list[str], deps: list[str], heads: list[int], k: int) -> bool:
    """Whether a word ends a name of two words, with another of two behind its "and", and no body's."""
    ends = k > 0 and heads[k - 1] == k and deps[k - 1] == "compound" and tags[k - 1] in NAME
    whole = k < 2 or heads[k - 2] not in (k, k + 3)
    return ends and whole and _PORTFOLIO.isdisjoint(word.lower() for word in words[k - 1 : k + 3])


def _name_last(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang a name between commas under the last one of a list, which has none, and not under the first one:
    "Ann Lee and her guest, Jan Horak, met".
    """
    for k in range(4, len(words)):
        first, start = heads[k], k
        if deps[k] != "appos" or tags[k] not in NAME or tags[first] not in NAME or first > k:
            continue
        while start > 1 and heads[start - 1] == k:
            start -= 1
        last = start - 2
        if words[start - 1] != "," or tags[last] not in NOUN or deps[last] != "conj" or heads[last] != first:
            continue
        if words[k + 1 : k + 2] in ([","], ["."], []):
            heads[k] = last


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


def _join_subjects(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make an apposition of the second of two subjects: "Idrissa Ba, the suspect in the raid, was freed"."""
    for second in range(3, len(words) - 2):
        verb = heads[second]
        if tags[second] not in NOUN or "subj" not in deps[second] or verb <= second:
            continue
        first = next((k for k in range(second) if heads[k] == verb and "subj" in deps[k]), second)
        if tags[first] not in NAME:
            continue
        inside = [k for k in range(first + 1, verb) if second in (k, *upwards(heads, k))]
        start, end = inside[0], inside[-1]
        gap = [k for k in range(first + 1, start - 1) if k not in inside and first not in upwards(heads, k)]
        closed = "," in words[end : end + 2]
        if words[start - 1] == "," and words[start] in _ARTICLES and closed and not gap:
            heads[second], deps[second] = first, "appos"


def _join_objects(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make an apposition of the second of two objects, a name between commas: "killed the envoy to Iraq, Ann
    Lee, and her driver".
    """
    for second in range(4, len(words) - 1):
        verb = heads[second]
        if deps[second] != "dobj" or tags[second] not in NAME or words[second + 1] != "," or verb > second:
            continue
        first = next((k for k in range(verb + 1, second) if heads[k] == verb and deps[k] == "dobj"), second)
        start = second
        while start > 1 and heads[start - 1] == second:
            start -= 1
        if tags[first] in NOUN and first < start and words[start - 1] == ",":
            heads[second], deps[second] = first, "appos"


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
    """Make passive the verb of a heading that leaves "was" out: "Priest gunned down in southern Mexico"."""
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
            continue
        for i in below:
            if deps[i] == "nsubj":
                deps[i], tags[verb] = "nsubjpass", "VBN"


def _find_counts(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make the verb of a noun that has a number behind it, beside a verb in the present, and the number its
    object: "kills twelve and wounds 30".
    """
    for k in range(2, len(words) - 1):
        verb = _PRESENT.get(words[k])
        if verb is None or tags[k] != "NNS" or deps[k] != "conj" or words[k - 1] not in ("and", ","):
            continue
        governor = next((j for j in range(k - 1, -1, -1) if tags[j] == "VBZ"), None)
        first = next((j for j in range(k + 1, len(words)) if tags[j] not in _BEFORE_NUMBER), None)
        if governor is None or first is None or tags[first] != "CD" or k in upwards(heads, governor):
            continue
        lemmas[k], tags[k], deps[k], heads[k] = verb, "VBZ", "conj", governor
        if deps[first] == "nummod" and heads[first] == k:
            deps[first] = "dobj"


def _join_counts(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang a number under the verb or the victims that it belongs to: "wounds 20", "left six people dead and
    15 wounded", "... and 18 others hurt", "shot down 13 of 17 drones", "left 34 dead".
    """
    for k, head in enumerate(heads):
        if deps[k] == "oprd" and tags[k] == "JJ" and tags[head] in VERB:
            counted = any(above == k and deps[i] == "nummod" for i, above in enumerate(heads))
            if counted and not any(above == head and deps[i] == "dobj" for i, above in enumerate(heads)):
                deps[k] = "dobj"
        if deps[k] == "npadvmod" and tags[k] == "CD" and head < k:
            verb = head if tags[head] in VERB else heads[head]  # or its "down"
            below = [deps[i] for i, above in enumerate(heads) if above == verb]
            parts = any(above == k and deps[i] == "prep" for i, above in enumerate(heads))
            if tags[verb] in VERB and parts and "dobj" not in below and "nsubjpass" not in below:
                heads[k], deps[k] = verb, "dobj"
        if deps[k] == "nummod" and head < k and tags[head] in VERB:
            deps[k] = "dobj"
        if deps[k] == "conj" and tags[k] == "CD" and tags[head] in VERB:
            told = _object_before(deps, heads, head, k)
            heads[k] = head if told is None else told
        if deps[k] == "nsubj" and _is_bare(tags, deps, heads, head) and _counts(tags, deps, heads, k):
            left = heads[head]
            told = _object_before(deps, heads, left, k)
            if told is not None and any(heads[j] == left and deps[j] == "oprd" for j in range(left + 1, k)):
                heads[k], deps[k] = told, "conj"
                heads[head], deps[head] = k, "acl"


def _object_before(deps: list[str], heads: list[int], verb: int, k: int) -> int | None:
    """The object of a verb between it and a token."""
    return next((j for j in range(verb + 1, k) if heads[j] == verb and deps[j] == "dobj"), None)


def _is_bare(tags: list[str], deps: list[str], heads: list[int], verb: int) -> bool:
    """Whether a participle beside a verb has neither auxiliary nor object: "... and 18 others hurt"."""
    below = {deps[j] for j, head in enumerate(heads) if head == verb}
    return tags[verb] == "VBN" and deps[verb] == "conj" and below.isdisjoint(_OF_VERBS)


def _counts(tags: list[str], deps: list[str], heads: list[int], noun: int) -> bool:
    """Whether a phrase has a number, or is one."""
    return tags[noun] == "CD" or any(head == noun and deps[j] == "nummod" for j, head in enumerate(heads))


def _name_agents(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make one agent of a name and the gerund behind it: "wounded by Houthi shelling"."""
    for k in range(2, len(tags)):
        by = heads[k - 1]
        if tags[k] != "VBG" or tags[k - 1] not in NAME or deps[k - 1] != "pobj" or deps[by] != "agent":
            continue
        if by != k - 2 or heads[k] == k or any(h == k and deps[j] in _OF_VERBS for j, h in enumerate(heads)):
            continue
        if any(heads[j] == k for j in (by, *upwards(heads, by)) if j >= by):
            continue
        for j, head in enumerate(heads):
            if head == k and j < by:
                heads[j] = heads[k]
                deps[j] = "conj" if deps[j] == "nsubj" else deps[j]
        tags[k], deps[k], heads[k] = "NN", "pobj", by
        heads[k - 1], deps[k - 1] = k, "compound"


def _find_elided(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a clause of a number and a participle beside a passive: "was killed and six hurt by gunmen"."""
    for k, verb in enumerate(heads):
        if deps[k] != "conj" or tags[k] != "CD" or tags[verb] != "VBN":
            continue
        participle = k + 1 if k + 1 < len(heads) and heads[k + 1] == k else None
        passive = any(heads[j] == verb and deps[j] == "auxpass" for j in range(verb))
        if passive and participle is not None and tags[participle] == "VBN" and deps[participle] == "acl":
            heads[participle], deps[participle] = verb, "conj"
            heads[k], deps[k] = participle, "nsubjpass"


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


def _find_appositions(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang a name between commas under the noun before it: "the head of the army, Ali Diallo, in Kayes"."""
    for k in range(2, len(words) - 1):
        if (
            deps[k] != "npadvmod"
            or tags[k] not in NAME
            or words[k].lower() in CALENDAR
            or words[k + 1] != ","
        ):
            continue
        first = k
        while first > 1 and heads[first - 1] == k:
            first -= 1
        before = first - 2
        if first == k or before < 0 or words[first - 1] != "," or tags[before] not in NAME | NOUN:
            continue
        if k not in upwards(heads, before):
            heads[k], deps[k] = before, "appos"


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
