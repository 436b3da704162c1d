"""Who is the subject of a verb, by control, lists and relative clauses too, and which verbs are passive."""

from __future__ import annotations

from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, NOUN, PRONOUN, Tree

__all__ = ["PARTICIPLES", "RELATIVE_WORDS", "Subjects"]

PARTICIPLES = frozenset({"VBN", "VBD"})
"""Tags of participles, and of past tenses, which may be some."""
RELATIVE_WORDS = frozenset({"who", "which", "that", "whom", "whose"})
_OBJECT_OF_ACCUSATION = lemma_set("accusing")
_CHARGES = lemma_set("charges")
_FACING = lemma_set("facing")
_PUNISHED = lemma_set("punished")
_SUBJECT_CONTROL = lemma_set("subject_control")
_MAX_DEPTH = 8
_LISTED = NOUN | NAME | PRONOUN | {"CD", "JJ", "DT"}
"""Tags of those that may be the next of a list."""
_LONGEST = 12
"""Members of a list that are looked for, behind the first."""
_TRANSITIVE = lemma_set("transitive")
_SENSING = lemma_set("sensing")


class Subjects:
    """The grammatical subjects of one sentence's verbs; results are kept for the sentence's life."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._surface: dict[int, tuple[int, ...]] = {}

    def passive(self, verb: int) -> bool:
        """Whether the verb form is passive."""
        tree = self.tree
        if tree.kid(verb, "auxpass", "nsubjpass") is not None:
            return True
        if tree.kid(verb, "aux", "dobj") is not None:
            return False
        if tree.kid(verb, "nsubj") is not None:
            return self._is_absolute(verb)
        if tree.tags[verb] == "VBD" and tree.deps[verb] == "conj":
            return self._shares_passive(verb)
        if tree.tags[verb] != "VBN":
            return False
        if tree.deps[verb] == "conj":
            return tree.tags[tree.heads[verb]] == "VBN" and self.passive(tree.heads[verb])
        return tree.deps[verb] in ("acl", "advcl", "ROOT", "relcl") or tree.kid(verb, "agent") is not None

    def _is_absolute(self, verb: int) -> bool:
        """Whether a participle with a subject tells what was done to that: "with two ships hit by missiles",
        "heard shots fired".
        """
        tree = self.tree
        above = tree.heads[verb]
        if tree.tags[verb] not in PARTICIPLES:
            return False
        if tree.deps[verb] == "pcomp":
            return tree.lower[above] == "with"
        if any(tree.lower[k] == "with" for k in tree.kids(verb, "mark")):
            return True
        sensed = tree.deps[verb] == "ccomp" and tree.lemmas[above] in _SENSING
        return sensed and tree.tags[verb] == "VBN" and tree.kid(verb, "mark") is None

    def _shares_passive(self, verb: int) -> bool:
        """Whether a second participle, taken for a past tense, has the auxiliary of the first: "was pardoned
        and invited to dinner".
        """
        tree, first = self.tree, self.tree.heads[verb]
        needs = tree.lemmas[verb] in _TRANSITIVE and tree.kid(verb, "ccomp", "xcomp") is None
        needs = needs or tree.kid(verb, "agent") is not None
        return needs and tree.tags[first] == "VBN" and self.passive(first)

    def surface_subject(self, verb: int, depth: int = 0) -> tuple[int, ...]:
        """Heads of the phrases that are the verb's grammatical subject, also by control and coordination."""
        if verb in self._surface:
            return self._surface[verb]
        if depth > _MAX_DEPTH:
            return ()
        self._surface[verb] = ()
        found = self._find_surface(verb, depth)
        self._surface[verb] = found
        return found

    def _find_surface(self, verb: int, depth: int) -> tuple[int, ...]:
        tree = self.tree
        own = tree.kid(verb, "nsubj", "nsubjpass")
        if own is not None:
            if tree.deps[verb] == "relcl" and tree.lower[own] in RELATIVE_WORDS:
                return self.conjuncts(tree.heads[verb])
            return self.conjuncts(own)
        head, dep = tree.heads[verb], tree.deps[verb]
        if dep in ("conj", "advcl", "ccomp", "dep", "parataxis") and tree.is_verb(head):
            return self.surface_subject(head, depth + 1)
        if dep == "xcomp":
            return self._controller(head, depth)
        if dep in ("acl", "relcl"):
            return self._clause_on_noun(verb, head, depth)
        if dep == "pcomp":
            return self._below_preposition(head, depth)
        if dep == "conj":
            return (
                self._clause_on_noun(verb, head, depth)
                if tree.is_noun(head)
                else self._controller(head, depth)
            )
        return ()

    def _controller(self, head: int, depth: int) -> tuple[int, ...]:
        tree = self.tree
        if tree.is_verb(head) and tree.lemmas[head] not in _SUBJECT_CONTROL:
            controlled = tree.kid(head, "dobj", "dative")
            if controlled is not None and tree.deps[controlled] == "dobj" and tree.tags[controlled] != "VBG":
                return self.conjuncts(controlled)
        return self.surface_subject(head, depth + 1)

    def _clause_on_noun(self, verb: int, noun: int, depth: int) -> tuple[int, ...]:
        tree = self.tree
        if tree.tags[verb] == "VB" or tree.kid(verb, "aux") is not None:
            possessor = tree.kid(noun, "poss")
            if possessor is not None:
                return self.conjuncts(possessor)
            governor = tree.heads[noun]
            if tree.is_verb(governor) and tree.deps[noun] in ("dobj", "attr"):
                return self.surface_subject(governor, depth + 1)
        return self.conjuncts(noun)

    def _below_preposition(self, prep: int, depth: int) -> tuple[int, ...]:
        tree = self.tree
        governor = tree.heads[prep]
        if tree.is_verb(governor):
            if tree.lemmas[governor] in _OBJECT_OF_ACCUSATION:
                accused = tree.kid(governor, "dobj", "nsubjpass")
                if accused is not None:
                    return self.conjuncts(accused)
            return self.surface_subject(governor, depth + 1)
        possessor = tree.kid(governor, "poss")
        if possessor is not None:
            return self.conjuncts(possessor)
        if tree.lemmas[governor] in _CHARGES and (charged := self._charged(governor, depth)):
            return charged
        return (
            self.conjuncts(governor) if tree.is_noun(governor) and tree.lower[prep] in ("of", "for") else ()
        )

    def charged(self, verb: int) -> tuple[int, ...]:
        """Heads of the phrases for who is punished for what a verb tells: "is on trial for bombing it"."""
        tree = self.tree
        noun = tree.heads[tree.heads[verb]]
        if tree.deps[verb] != "pcomp" or tree.lemmas[noun] not in _CHARGES:
            return ()
        return self._charged(noun, 0)

    def _charged(self, noun: int, depth: int) -> tuple[int, ...]:
        """Who gets what a noun tells where that is for something done: "was jailed for ten years for ..."."""
        tree = self.tree
        while tree.deps[noun] == "pobj" and tree.deps[tree.heads[noun]] == "prep":
            noun = tree.heads[tree.heads[noun]]
        verb = tree.heads[noun] if tree.deps[noun] == "dobj" else noun
        if tree.lemmas[verb] in _FACING:
            return self.surface_subject(verb, depth + 1)
        if tree.lemmas[verb] not in _PUNISHED:
            return ()
        return tuple(k for p in tree.kids(verb, "dobj", "nsubjpass") for k in self.conjuncts(p))

    def conjuncts(self, token: int) -> tuple[int, ...]:
        """A token with those of its list behind it."""
        found = [token]
        self._add_conjuncts(token, found, 1)
        return tuple(found)

    def _add_conjuncts(self, token: int, found: list[int], depth: int) -> None:
        tree = self.tree
        for k in tree.kids(token, "conj"):
            if tree.tags[k] in _LISTED:
                found.append(k)
                if depth < _LONGEST:
                    self._add_conjuncts(k, found, depth + 1)
