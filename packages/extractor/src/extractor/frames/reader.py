"""From spaCy's parse to trees: the only reader of spaCy objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from extractor.frames.phrases import CALENDAR, MONTHS
from extractor.frames.tree import NAME, NOUN, Tree

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.strings import StringStore
    from spacy.tokens import Doc

__all__ = ["Lemmatizer", "TreeReader"]

_COARSE = {"V": "verb", "N": "noun", "J": "adj", "R": "adv"}
_BASE = frozenset({"NN", "NNP", "NNPS", "VB", "VBP", "JJ", "RB"})  # tags of forms that are their own lemma
_CONTRACTED = {
    "'s": "be", "’s": "be", "'re": "be", "'m": "be", "'ve": "have", "'ll": "will", "'d": "would",
    "n't": "not", "n’t": "not", "ca": "can", "wo": "will", "’re": "be", "’ve": "have", "’ll": "will",
    "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "am": "be", "being": "be",
    "has": "have", "had": "have", "having": "have", "does": "do", "did": "do", "done": "do",
}  # fmt: skip
_COLUMNS: list[int | str] = ["TAG", "DEP", "HEAD", "IDX", "LENGTH"]
_MODIFYING = frozenset({"amod", "compound", "nmod"})
_WITHIN = frozenset({"punct", "compound", "nmod", "amod", "npadvmod", "advmod", "prep"})
"""How a hyphen hangs where the word around it is whole."""
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "advcl", "parataxis"})
_SPANS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
_BESIDE_SPANS = frozenset({"before", "after", "later", "earlier", "apart", "ago", "into"})
_HELPING = frozenset({"being", "having", "getting", "going"})
_BEFORE_NOUN = frozenset({"det", "poss", "amod", "compound", "nmod", "nummod"})
_WITH_OBJECT = frozenset({"dobj", "ccomp", "xcomp", "aux", "auxpass", "dative"})
_OPENING = NAME | NOUN | {"DT", "CD", "JJ", "PRP", "PRP$", "RB", "JJR"}
"""Tags with which an object begins."""
_NEVER_BARE = frozenset(
    {"kill", "wound", "injure", "assassinate", "murder", "behead", "abduct", "kidnap", "shoot", "gun", "stab"}
)
"""Verbs that have an object, or are passive."""
_NEVER_BARE_WITH = {
    "shoot": frozenset({"dead"}),
    "gun": frozenset({"down"}),
    "stab": frozenset({"to", "dead"}),
}
_NO_TAG = frozenset({"XX", "UH", "FW", "LS", "ADD", "AFX"})
_LOOSE = frozenset({"advmod", "intj", "dep", "npadvmod", "oprd", "acomp", "prt"})
_DIRECTIONS = frozenset({"North", "South", "East", "West"})
_HOLDING = frozenset({"hold", "have", "launch", "begin", "start", "resume", "conduct", "stage", "make"})
_DISGUISED = frozenset({"dress", "disguise", "masquerade", "pose"})
_OF_NO_CLAUSE = frozenset(
    {
        "ambush", "attack", "besiege", "bomb", "bombard", "capture", "destroy", "hit", "host", "injure",
        "invade", "kill", "meet", "pound", "raid", "seize", "shell", "shoot", "storm", "strike", "target",
        "visit", "wound",
    }
)  # fmt: skip
"""Verbs whose object is no clause."""
_PARTIES = NAME | NOUN | {"PRP"}
_LONGEST_LINK = 3
"""Letters of the word between two hyphens in a name."""
_HALF = 1 << 63  # heads are steps, written as if they were unsigned
_CAPACITY = 20_000


class Lemmatizer:
    """Lemmas of tagged forms, from the tables of the pipeline's rule lemmatizer.

    The component itself is left out of the pipeline's run: it looks forms up in lists of tens of thousands.
    """

    def __init__(self, nlp: Language) -> None:
        self._index: dict[str, frozenset[str]] = {}
        self._exceptions: dict[str, dict[str, list[str]]] = {}
        self._rules: dict[str, list[tuple[str, str]]] = {}
        if "lemmatizer" not in nlp.pipe_names and "lemmatizer" not in nlp.disabled:
            return
        pipe = nlp.get_pipe("lemmatizer")
        if getattr(pipe, "mode", None) != "rule":
            return
        tables: Any = getattr(pipe, "lookups")  # noqa: B009 - spaCy does not type it
        for name in set(_COARSE.values()):
            self._index[name] = frozenset(tables.get_table("lemma_index").get(name, ()))
            self._exceptions[name] = dict(tables.get_table("lemma_exc").get(name, {}))
            self._rules[name] = [(old, new) for old, new in tables.get_table("lemma_rules").get(name, ())]

    @property
    def verbs(self) -> frozenset[str]:
        """The lemmas of verbs; none where the pipeline has no tables."""
        return self._index.get("verb", frozenset())

    @property
    def irregular_verbs(self) -> Mapping[str, Sequence[str]]:
        """Lemmas by form, of the verb forms that no rule makes."""
        return self._exceptions.get("verb", {})

    def lemma(self, lower: str, tag: str) -> str:
        """The lower-case lemma of a form in lower case with this tag."""
        if tag != "POS" and lower in _CONTRACTED:
            return _CONTRACTED[lower]
        coarse = _COARSE.get(tag[:1])
        if coarse is None or tag in _BASE or coarse not in self._rules or lower.endswith("ss"):
            return lower
        return self._by_rule(lower, coarse).lower()

    def _by_rule(self, lower: str, coarse: str) -> str:
        """The form of the exceptions; else of the last ending that gives a word; else of the first that
        fits.
        """
        index = self._index[coarse]
        forms: list[str] = []
        unknown: list[str] = []
        for old, new in self._rules[coarse]:
            if lower.endswith(old):
                form = lower[: len(lower) - len(old)] + new
                if form in index:
                    forms.insert(0, form)
                elif form and not form.isalpha():
                    forms.append(form)
                elif form:
                    unknown.append(form)
        for form in self._exceptions[coarse].get(lower, ()):
            if form not in forms:
                forms.insert(0, form)
        return (forms or unknown or [lower])[0]


class _Names(dict[int, str]):
    """Names of tags and dependencies by their hashes; there are some dozens of them."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> str:
        found = self[number] = self._strings[number]
        return found


class TreeReader:
    """Reads docs that hold one sentence each.

    It keeps the lemmas of what it has read, by form and spaCy's hash of the tag, which is the same in every
    vocabulary. What it keeps is bounded.
    """

    def __init__(self, nlp: Language) -> None:
        self.lemmatizer = Lemmatizer(nlp)
        self._names = _Names(nlp.vocab.strings)
        self._lemmas: dict[tuple[str, int], str] = {}

    def __call__(self, doc: Doc, text: str, offset: int) -> Tree:
        """The tree of the doc of a text that begins at `offset` of the plain text."""
        tags, deps, steps, starts, sizes = doc.to_array(_COLUMNS).T.tolist()
        ends = [start + size for start, size in zip(starts, sizes, strict=True)]
        words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        heads = [i + (step if step < _HALF else step - 2 * _HALF) for i, step in enumerate(steps)]
        spaces = [i for i, word in enumerate(words) if word.isspace()]
        kept = _without(spaces, heads) if spaces else None
        if kept is not None:
            tags, deps, starts, ends, words = (
                [column[i] for i in kept] for column in (tags, deps, starts, ends, words)
            )
        labels, relations = [*map(self._names.__getitem__, tags)], [*map(self._names.__getitem__, deps)]
        heads = _one_root(heads)
        lemmas = self._lemmas_of(words, tags)
        _tag_names(words, labels, lemmas)
        _name_places(words, labels, relations, heads)
        if "appos" in relations:
            _find_subjects(labels, relations, heads)
        _find_gerunds(words, lemmas, labels, relations, heads)
        _free_subjects(words, labels, relations, heads)
        _find_passives(lemmas, labels, relations, heads)
        _raise_verb(words, lemmas, labels, relations, heads)
        _part_times(words, labels, relations, heads)
        if "&" in words:
            _join_firms(words, labels, relations, heads)
        if "as" in words:
            _part_disguise(lemmas, labels, relations, heads)
        if "and" in words:
            _part_clauses(lemmas, labels, relations, heads)
        if "npadvmod" in relations:
            _find_appositions(words, labels, relations, heads)
        if "last" in words or "first" in words:
            _free_adverbs(words, labels, relations, heads)
        if words.count("-") > 1:
            _join_linked(words, starts, ends, labels, relations, heads)
        if "-" in words:
            _join_parts(words, starts, ends, labels, relations, heads)
        return Tree(
            start=offset,
            end=offset + len(text),
            words=words,
            lemmas=lemmas,
            tags=labels,
            deps=relations,
            heads=heads,
            starts=[offset + start for start in starts],
            ends=[offset + end for end in ends],
            entities=[""] * len(words),
        )

    def _lemmas_of(self, words: list[str], tags: list[int]) -> list[str]:
        lemmas = self._lemmas
        keys = [*zip(words, tags, strict=True)]
        found = [*map(lemmas.get, keys)]
        if None in found:
            if len(lemmas) >= _CAPACITY:
                lemmas.clear()
            for i, key in enumerate(keys):
                if found[i] is None:
                    name = self._names[tags[i]]
                    found[i] = lemmas[key] = self.lemmatizer.lemma(words[i].lower(), name)
        return cast("list[str]", found)


def _without(spaces: list[int], heads: list[int]) -> list[int]:
    """The tokens that are not white space; `heads` becomes theirs: past white space, counted among them."""
    gone = set(spaces)
    kept = [i for i in range(len(heads)) if i not in gone]
    place = {old: new for new, old in enumerate(kept)}
    found = []
    for new, old in enumerate(kept):
        head = heads[old]
        while head in gone and heads[head] != head:
            head = heads[head]
        found.append(place.get(head, new))
    heads[:] = found
    return kept


def _tag_names(words: list[str], tags: list[str], lemmas: list[str]) -> None:
    """Tag as names the capitalised words within a sentence that the tagger takes for nouns: "near Homs", and
    as nouns the words in small letters that it takes for names.

    A sentence in title case stays as it is.
    """
    for k, (word, tag) in enumerate(zip(words, tags, strict=True)):
        if (
            tag in NAME and len(word) > 4 and word.islower() and word.replace("'", "").isalpha()
        ):  # "foreign ministry"
            tags[k] = "NNS" if tag == "NNPS" else "NN"
    found = [
        k
        for k, (word, tag) in enumerate(zip(words, tags, strict=True))
        if tag in NOUN and word[0].isupper() and word[1:2].islower() and k and words[k - 1][0].isalnum()
    ]
    if found and 2 * sum(word[0].isupper() for word in words) < sum(word[0].isalpha() for word in words):
        for k in found:
            tags[k] = "NNP" if tags[k] == "NN" else "NNPS"
            lemmas[k] = words[k].lower()


def _name_places(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make names of words with capitals that no tag fits ("Sana'a") and of directions before one ("South
    Sudan"), and hang a town's name under "capital" before it.
    """
    for k in range(1, len(words)):
        before, word = k - 1, words[k]
        if (tags[k] in _NO_TAG or "'" in word[1:-1]) and word[0].isupper() and word[1:2].islower():
            tags[k] = "NNP"
            if deps[k] in _LOOSE and heads[k] == before and tags[before] in _TENSED:
                deps[k] = "dobj"
        if tags[k] not in NAME:
            continue
        if words[before] in _DIRECTIONS and tags[before] == "JJ" and heads[before] == k:
            tags[before], deps[before] = "NNP", "compound"
        elif words[before] == "capital" and deps[k] != "compound" and before not in (heads[k], k):
            apart = before not in _upwards(heads, k) and k not in _upwards(heads, before)
            if apart:
                heads[k], deps[k] = before, "appos"


def _find_subjects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang an apposition under the verb behind it that has no subject: "in Ankara, a diplomat told AFP"."""
    for verb in range(2, len(tags)):
        if tags[verb] not in _TENSED or deps[verb] not in _CLAUSES:
            continue
        noun = verb - 1
        while deps[noun] != "appos" and heads[noun] != noun:
            noun = heads[noun]
        if deps[noun] != "appos" or noun >= verb or noun in _upwards(heads, verb):
            continue
        if not _has_subject(deps, heads, verb):
            heads[noun], deps[noun] = verb, "nsubj"


def _has_subject(deps: list[str], heads: list[int], verb: int) -> bool:
    return any(head == verb and "subj" in dep for head, dep in zip(heads, deps, strict=True))


def _find_gerunds(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make the subject of a gerund that the parser takes for a helping verb: "Heavy shelling hit Douma"."""
    for k, (dep, tag) in enumerate(zip(deps, tags, strict=True)):
        if dep != "aux" or tag != "VBG" or words[k].lower() in _HELPING or heads[k] <= k:
            continue
        if not _has_subject(deps, heads, heads[k]):
            deps[k], tags[k], lemmas[k] = "nsubj", "NN", words[k].lower()


def _free_subjects(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make the subject of a noun that the parser takes for a part of the verb: "Mali's army bombs Gao"."""
    for k in range(len(words) - 1):
        verb = k + 1
        if (
            deps[k] != "compound"
            or heads[k] != verb
            or tags[verb] not in _TENSED
            or tags[k] not in NAME | NOUN
        ):
            continue
        if _has_subject(deps, heads, verb) or (tags[k] in ("NNS", "NNPS") and tags[verb] == "VBZ"):
            continue
        deps[k] = "nsubj"
        for i in range(k):
            if heads[i] == verb and deps[i] in _BEFORE_NOUN:
                heads[i] = k


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


def _raise_verb(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make the verb of a participle with an object in a sentence that has none: "X on Monday called Y."."""
    if words[-1:] != ["."] or not _TENSED.isdisjoint(tags) or "MD" in tags:
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
        if not objects or tags[objects[0]] not in _PARTIES:
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
    "Officials from the bloc held talks with Iran.".
    """
    for noun in range(max(2, root), len(tags)):
        verb, before = noun - 1, noun - 2
        if tags[verb] != "VBN" or heads[verb] != noun or tags[noun] not in NOUN or heads[before] != verb:
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
        if k not in _upwards(heads, before):
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


def _join_firms(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make one name of two that "&" joins: "Johnson & Johnson"."""
    for k in range(1, len(words) - 1):
        left, right = k - 1, k + 1
        if words[k] != "&" or tags[left] not in NAME or not words[right][0].isupper():
            continue
        while deps[right] == "compound" and heads[right] > right:
            right = heads[right]
        if heads[right] == left and deps[right] == "conj":
            heads[right], deps[right] = right if heads[left] == left else heads[left], deps[left]
            for i, head in enumerate(heads):
                if head == left and (i > right or (i < left and deps[i] in ("det", "poss", "amod"))):
                    heads[i] = right
        elif heads[left] != right:
            continue
        heads[left], deps[left] = right, "compound"
        heads[k], deps[k] = right, "compound"
        tags[k] = tags[right] = "NNP"


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
            or tags[verb] not in _TENSED
        ):
            continue
        noun, worn = (
            heads[participle],
            next((i for i in range(k, verb) if heads[i] == verb and deps[i] == "nsubj"), k),
        )
        if worn == k or heads[noun] != noun:
            continue
        heads[verb], deps[verb] = verb, "ROOT"
        heads[noun], deps[noun] = verb, "nsubj"
        heads[k], deps[k] = participle, "prep"
        heads[worn], deps[worn] = k, "pobj"


def _part_clauses(lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Part the object of a verb from the subject of the next one, where the parser takes them for a list:
    "Israel struck Beirut and Hamas fired rockets".
    """
    for second in range(4, len(tags)):
        if tags[second] not in _TENSED:
            continue
        last = next((k for k in (second - 1, *_upwards(heads, second - 1)) if deps[k] == "conj"), second)
        first, above = heads[last], heads[second]
        if last >= second or first >= last or tags[first] not in NAME | NOUN:
            continue
        verb = heads[first] if deps[first] == "dobj" else _verb_before(tags, heads, first)
        if verb is None or lemmas[verb] not in _OF_NO_CLAUSE:
            continue
        joint = next((k for k in range(last - 1, first, -1) if deps[k] == "cc" and heads[k] == first), None)
        if joint is None:
            continue
        if heads[first] == verb and deps[second] == "conj" and above == verb:
            if _has_subject(deps, heads, second):
                continue
        elif (
            heads[first] == second
            and deps[first] == "nsubj"
            and verb in (above, *_ccomp(deps, heads, second))
        ):
            heads[first] = verb
            if above != verb:
                heads[verb], deps[verb] = (verb if above == second else above), deps[second]
            heads[second], deps[second] = verb, "conj"
        else:
            continue
        deps[first] = "dobj"
        heads[last], deps[last], heads[joint] = second, "nsubj", verb


def _verb_before(tags: list[str], heads: list[int], noun: int) -> int | None:
    """The verb in a tense right before a noun with what stands before that."""
    start = noun
    while start and heads[start - 1] == noun:
        start -= 1
    return start - 1 if start and tags[start - 1] in _TENSED else None


def _ccomp(deps: list[str], heads: list[int], verb: int) -> list[int]:
    return [k for k, dep in enumerate(deps) if dep == "ccomp" and heads[k] == verb]


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


def _join_parts(
    words: list[str], starts: list[int], ends: list[int], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Hang what stands before a hyphen, and the hyphen, under what stands behind it: "al-Assad".

    Parsers that see three words there give each of them a place of its own, mostly in names that they do not
    know.
    """
    for k in range(1, len(words) - 1):
        left, right = k - 1, k + 1
        if words[k] != "-" or ends[left] != starts[k] or ends[k] != starts[right] or words[left].isdecimal():
            continue
        if deps[k] not in _WITHIN or heads[k] not in (left, right):
            outer = min((right, left, k), key=lambda i: len(_upwards(heads, i)))
            top, relation = heads[outer], deps[outer]
            for i, head in enumerate(heads):
                if head in (left, k):
                    heads[i] = right
            heads[right], deps[right] = right if top == outer else top, relation
            heads[left], deps[left] = right, "compound"
            heads[k] = right
        deps[k], tags[k] = "punct", "HYPH"
        if _is_given_name(words, tags, k) and deps[right] not in _MODIFYING:
            tags[left] = tags[right] = "NNP"


def _join_linked(
    words: list[str], starts: list[int], ends: list[int], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make one name of words that a small one links with hyphens: "Port-au-Prince", "Chan-o-cha"."""
    for link in range(2, len(words) - 2):
        if words[link - 1] != "-" or words[link + 1] != "-" or not words[link].islower():
            continue
        first, last = link - 2, link + 2
        while first > 1 and words[first - 1] == "-" and words[first - 2][0].isupper():
            first -= 2
        tight = all(ends[k] == starts[k + 1] for k in range(first, last))
        named = words[last][0].isupper() or len(words[link]) == 1
        if not tight or not named or not words[first][0].isupper() or len(words[link]) > _LONGEST_LINK:
            continue
        whole = range(first, last + 1)
        outer = min(whole, key=lambda i: len(_upwards(heads, i)))
        top, relation = heads[outer], deps[outer]
        for i, head in enumerate(heads):
            if head in whole and i not in whole:
                heads[i] = last
        for k in range(first, last):
            joint = words[k] == "-"
            heads[k], deps[k], tags[k] = k + 1 if joint else last, "punct" if joint else "compound", "NNP"
            if joint:
                tags[k] = "HYPH"
        heads[last], deps[last], tags[last] = last if top in whole else top, relation, "NNP"


def _is_given_name(words: list[str], tags: list[str], hyphen: int) -> bool:
    """Whether the word around a hyphen is a Korean given name behind the family's: "Lee Do-hoon"."""
    family, given, right = hyphen - 2, words[hyphen - 1], words[hyphen + 1]
    return (
        family >= 0
        and tags[family] in NAME
        and words[family].istitle()
        and given.istitle()
        and right.islower()
        and right.isalpha()
    )


def _upwards(heads: list[int], i: int) -> list[int]:
    """The tokens above a token, from its head up to the root."""
    above = []
    while heads[i] != i:
        i = heads[i]
        above.append(i)
    return above


def _one_root(heads: list[int]) -> list[int]:
    """Hang further roots (the parser saw two sentences) under the first, so that every path exists."""
    roots = [i for i, head in enumerate(heads) if head == i]
    for root in roots[1:]:
        heads[root] = roots[0]
    return heads
