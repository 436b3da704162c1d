"""What each phrase of a sentence is to a predicate, whatever the construction.

A *function* is a string that no longer depends on voice, control, coordination or relative clauses:

- of a verb: `subject`, `object`, `recipient`, `attribute`, and the preposition for prepositional phrases
  (`with`, `in`, …);
- of a noun: `possessor`, `modifier`, and prepositions likewise;
- a prefix tells the way through a governor: `v:` the noun is the object of a verb, `s:` its subject, `p:` it
  stands in a prepositional phrase of a verb, `n:` of a noun, `e:` the clause is embedded under a verb, `a:` a
  clause modifies the noun, `k:` the verb stands beside another one with the same subject;
- `object>in` is a phrase below the object.
"""

from __future__ import annotations

from collections.abc import Iterator

from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, NOUN, PRONOUN, Tree

__all__ = ["Functions"]

_PARTICIPLES = frozenset({"VBN", "VBD"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "IN"})
_OBJECT_OF_ACCUSATION = lemma_set("accusing")
_CHARGES = lemma_set("charges")
_FACING = lemma_set("facing")
_PUNISHED = lemma_set("punished")
_HARMING = lemma_set("harming")
_SUBJECT_CONTROL = lemma_set("subject_control")
# Parsers hang the second phrase of a noun under the first: "an attack by rebels on a convoy".
_RAISED = {
    f"{outer}>{inner}": inner
    for outer, all_inner in (
        ("by", ("on", "against", "with")),
        ("of", ("by", "against", "between")),
        ("in", ("by", "with", "between", "against")),
    )
    for inner in all_inner
}
_ASIDE = frozenset({"after", "amid", "before", "despite", "during", "following", "since"})
_MAX_DEPTH = 8
_TRANSITIVE = lemma_set("transitive")
_SENSING = lemma_set("sensing")

Found = dict[int, str]


class Functions:
    """The functions of one sentence's phrases to its predicates; results are kept for the sentence's life."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self._surface: dict[int, tuple[int, ...]] = {}
        self._verbs: dict[int, Found] = {}

    # -- verbs -----------------------------------------------------------------------------------------------

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
        if tree.tags[verb] not in _PARTICIPLES:
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
            if tree.deps[verb] == "relcl" and tree.lower[own] in _RELATIVE:
                return self._conjuncts(tree.heads[verb])
            return self._conjuncts(own)
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
                return self._conjuncts(controlled)
        return self.surface_subject(head, depth + 1)

    def _clause_on_noun(self, verb: int, noun: int, depth: int) -> tuple[int, ...]:
        tree = self.tree
        if tree.tags[verb] == "VB" or tree.kid(verb, "aux") is not None:
            possessor = tree.kid(noun, "poss")
            if possessor is not None:
                return self._conjuncts(possessor)
            governor = tree.heads[noun]
            if tree.is_verb(governor) and tree.deps[noun] in ("dobj", "attr"):
                return self.surface_subject(governor, depth + 1)
        return self._conjuncts(noun)

    def _below_preposition(self, prep: int, depth: int) -> tuple[int, ...]:
        tree = self.tree
        governor = tree.heads[prep]
        if tree.is_verb(governor):
            if tree.lemmas[governor] in _OBJECT_OF_ACCUSATION:
                accused = tree.kid(governor, "dobj", "nsubjpass")
                if accused is not None:
                    return self._conjuncts(accused)
            return self.surface_subject(governor, depth + 1)
        possessor = tree.kid(governor, "poss")
        if possessor is not None:
            return self._conjuncts(possessor)
        if tree.lemmas[governor] in _CHARGES and (charged := self._charged(governor, depth)):
            return charged
        return (
            self._conjuncts(governor) if tree.is_noun(governor) and tree.lower[prep] in ("of", "for") else ()
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
        return tuple(k for p in tree.kids(verb, "dobj", "nsubjpass") for k in self._conjuncts(p))

    def of_verb(self, verb: int) -> Found:
        """Function by head token of each phrase of the verb."""
        if verb in self._verbs:
            return self._verbs[verb]
        tree = self.tree
        found: Found = {}
        self._verbs[verb] = found
        passive = self.passive(verb)
        for k in tree.children[verb]:
            dep = tree.deps[k]
            if dep == "dobj":
                self._put(found, k, "object")
            elif dep == "agent" or (passive and dep == "conj" and tree.lower[k] == "by"):
                self._prepositional(found, k, "subject")
            elif dep == "dative":
                if tree.tags[k] in ("IN", "TO"):
                    self._prepositional(found, k, "recipient")
                else:
                    self._put(found, k, "recipient")
            elif dep in ("attr", "oprd", "acomp"):
                self._put(found, k, "attribute")
            elif dep == "prep":
                self._prepositional(found, k, tree.lower[k])
            elif dep == "npadvmod":
                self._put(found, k, "npadvmod")
        for subject in self.surface_subject(verb):
            if subject != verb:
                self._put(found, subject, "object" if passive else "subject", spread=False)
        if passive:
            self._distant_agent(found)
        self._antecedent(verb, found)
        self._gap(verb, found)
        self._shared_object(verb, found)
        return found

    @staticmethod
    def _distant_agent(found: Found) -> None:
        """The agent that the parser hangs under another phrase: "threatened with sanctions by Riyadh"."""
        if "subject" in found.values():
            return
        for token, function in list(found.items()):
            before, by, below = function.partition(">by")
            if ">" in before or before in _ASIDE:
                continue  # "offered after the passing of a law by Chile"
            if by and not below:
                found[token] = "subject"
            elif by and below.startswith(">"):
                found[token] = f"subject{below}"

    def _antecedent(self, verb: int, found: Found) -> None:
        """The noun of a relative clause in the place of its pronoun: "the depot that jets bombed"."""
        tree = self.tree
        noun = tree.heads[verb]
        if tree.deps[verb] not in ("relcl", "acl") or not tree.is_noun(noun):
            return
        for token, function in list(found.items()):
            if tree.lower[token] in _RELATIVE and tree.tags[token] in _RELATIVE_TAGS:
                del found[token]
                found.setdefault(noun, function)

    def _gap(self, verb: int, found: Found) -> None:
        """The antecedent of a relative clause that lacks its object."""
        tree = self.tree
        noun = tree.heads[verb]
        if tree.deps[verb] != "relcl" or noun in found or "object" in found.values():
            return
        relative = next(
            (k for k in tree.children[verb] if tree.lower[k] in _RELATIVE and tree.deps[k] != "nsubj"), None
        )
        if relative is not None or tree.kid(verb, "nsubj") is not None:
            self._put(found, noun, "object", spread=False)

    def _shared_object(self, verb: int, found: Found) -> None:
        if "object" in found.values():
            return
        tree = self.tree
        for k in tree.kids(verb, "conj"):
            if tree.is_verb(k) and k - verb <= 3:
                shared = tree.kid(k, "dobj")
                if shared is not None:
                    self._put(found, shared, "object")

    # -- nouns -----------------------------------------------------------------------------------------------

    def of_noun(self, noun: int) -> Found:
        """Function by head token of each phrase of the noun itself, without what its governor brings."""
        tree = self.tree
        found: Found = {}
        for k in tree.children[noun]:
            dep = tree.deps[k]
            if dep == "poss":
                self._put(found, k, "possessor")
            elif dep in ("compound", "nmod", "amod", "nummod") and k < noun:
                if self._has_agent(k):
                    self._put(found, k - 2, "a:subject", spread=False)
                if k > 1 and tree.words[k - 1] == "-" and tree.heads[k - 2] == k:  # "US-Iran talks"
                    self._put(found, k - 2, "modifier", spread=False)
                self._put(found, k, "modifier")
            elif dep == "prep":
                self._prepositional(found, k, tree.lower[k])
            elif dep in ("acl", "relcl") and tree.is_verb(k):
                for token, function in self.of_verb(k).items():
                    if token != noun:
                        found.setdefault(token, f"a:{function}")
            elif dep == "appos":
                self._put(found, k, "apposition")
        return {token: _RAISED.get(function, function) for token, function in found.items()}

    def _has_agent(self, participle: int) -> bool:
        """Whether the second token before a participle is its subject: "US-led", "Russian-brokered"."""
        tree = self.tree
        return (
            participle > 1
            and tree.tags[participle] in _PARTICIPLES
            and tree.words[participle - 1] == "-"
            and tree.words[participle - 2][:1].isupper()
        )

    # -- a trigger -------------------------------------------------------------------------------------------

    def of_trigger(self, trigger: int) -> Found:
        """Function by head token of every phrase that the sentence's structure relates to the trigger."""
        tree = self.tree
        verbal = tree.is_verb(trigger) and tree.deps[trigger] not in ("amod", "compound")
        found = dict(self.of_verb(trigger)) if verbal else self.of_noun(trigger)
        if verbal:
            self._beside(trigger, "k:", found)
        self._upwards(trigger, found)
        found.pop(trigger, None)
        return found

    def _upwards(self, trigger: int, found: Found) -> None:
        tree = self.tree
        node, prefix = trigger, ""
        for _ in range(4):
            head, dep = tree.heads[node], tree.deps[node]
            if head == node:
                return
            prefix += self._step(node, head, dep)
            if len(prefix) > 8:
                return
            below = set(found)
            if tree.is_verb(head):
                for token, function in self.of_verb(head).items():
                    if token != node and token != trigger and token not in below:
                        found.setdefault(token, prefix + function)
                if dep == "nsubj":
                    self._beside(head, prefix, found)
            elif tree.is_noun(head):
                if head not in below and dep != "conj":
                    self._put(found, head, prefix + "head", spread=False)
                for token, function in self.of_noun(head).items():
                    if token != node and token not in below:
                        found.setdefault(token, prefix + function)
            node = head

    def _beside(self, verb: int, prefix: str, found: Found) -> None:
        """Who else is harmed by the subject of a verb: "the blast killed ten and wounded six"."""
        tree = self.tree
        for k in tree.kids(verb, "conj"):
            if tree.lemmas[k] in _HARMING and tree.is_verb(k) and tree.kid(k, "nsubj", "nsubjpass") is None:
                for token, function in self.of_verb(k).items():
                    if function == "object":
                        found.setdefault(token, prefix + function)

    def _step(self, node: int, head: int, dep: str) -> str:
        tree = self.tree
        if dep in ("dobj", "nsubjpass", "dative"):
            return "v:"
        if dep in ("nsubj", "csubj"):
            return "s:"
        if dep in ("prep", "agent"):
            return "p:" if tree.is_verb(head) else "n:"
        if dep in ("pobj", "aux", "auxpass"):
            return ""
        if dep in ("conj", "appos"):
            return "c:" if not tree.is_verb(node) else "k:"
        if dep in ("attr", "oprd", "acomp"):
            return "t:"
        if dep in ("compound", "amod", "nmod", "poss"):
            return "m:"
        if dep in ("acl", "relcl"):
            return "r:"
        if dep in ("xcomp", "pcomp"):
            return "x:"
        return "e:"

    # -- helpers ---------------------------------------------------------------------------------------------

    def _put(self, found: Found, token: int, function: str, *, spread: bool = True) -> None:
        for k in self._conjuncts(token) if spread else (token,):
            if k not in found:
                found[k] = function
                self._below(found, k, function)

    def _below(self, found: Found, token: int, function: str) -> None:
        """Phrases below an argument: "on a bus in Aleppo" gives `on>in` for Aleppo."""
        tree = self.tree
        if function.count(">") >= 2:
            return
        for k in tree.children[token]:
            if tree.deps[k] == "prep" and tree.lower[k] != "of":
                self._prepositional(found, k, f"{function}>{tree.lower[k]}")
            elif tree.deps[k] == "prep":
                self._prepositional(found, k, f"{function}>of")
            elif tree.deps[k] in ("poss", "compound", "nmod", "amod") and (
                tree.tags[k] in NAME or tree.tags[k] in ("JJ", "PRP$")
            ):
                found.setdefault(k, f"{function}>{'possessor' if tree.deps[k] == 'poss' else 'modifier'}")
            elif tree.deps[k] == "appos":
                found.setdefault(k, f"{function}>apposition")

    def _prepositional(self, found: Found, prep: int, function: str) -> None:
        tree = self.tree
        for k in tree.children[prep]:
            dep = tree.deps[k]
            if dep == "pobj" or (dep == "npadvmod" and k > prep):
                self._put(found, k, function)
            elif dep == "prep" or (dep == "pcomp" and tree.tags[k] == "IN"):
                inner = tree.lower[k]
                self._prepositional(found, k, f"{function}>{inner}" if ">" in function else inner)
            elif dep == "conj" and tree.lower[k] == tree.lower[prep]:  # "by the emir and by his envoy"
                self._prepositional(found, k, function)
            elif dep == "pcomp" and tree.is_verb(k):
                for token, inner in self.of_verb(k).items():
                    if inner in ("object", "recipient"):
                        found.setdefault(token, f"{function}>{inner}")

    def _conjuncts(self, token: int) -> tuple[int, ...]:
        return tuple(self._walk_conjuncts(token))

    def _walk_conjuncts(self, token: int, depth: int = 0) -> Iterator[int]:
        tree = self.tree
        yield token
        if depth < 12:
            for k in tree.kids(token, "conj"):
                if (
                    tree.tags[k] in NOUN
                    or tree.tags[k] in NAME
                    or tree.tags[k] in PRONOUN
                    or tree.tags[k] in ("CD", "JJ", "DT")
                ):
                    yield from self._walk_conjuncts(k, depth + 1)
