"""Mends nouns of deeds, gerunds and infinitives among them, and hangs under them who does it and to whom it
is done.
"""

from __future__ import annotations

from extractor.frames.columns import OF_VERBS, has_subject, upwards
from extractor.frames.senses import lemma_set
from extractor.frames.tree import NAME, NOUN

__all__ = [
    "find_charges",
    "find_gerunds",
    "find_guests",
    "find_infinitives",
    "find_ousted",
    "find_strikes",
    "name_agents",
    "raise_events",
    "raise_matters",
    "raise_objects",
]

_RECEIVING = lemma_set("receiving_guests")
_NEVER_BARE = lemma_set("never_bare")
_HELPING = frozenset({"being", "having", "getting", "going"})
_CHARGING = lemma_set("charging_with")
_GOING_ON = frozenset({"carry", "go", "keep"})
_HARMING = lemma_set("killing") | lemma_set("assaulting")
_DEEDS = lemma_set("deeds_done")
_OFFERED = lemma_set("given_words")
_OUSTED = lemma_set("out_of_office") | frozenset(
    {"abducted", "convicted", "detained", "imprisoned", "jailed", "ousted", "wanted"}
)
_SAID_IN = lemma_set("messages") | lemma_set("occasions")
_PARTS_OF = lemma_set("parts_of")
_PLOTS = frozenset({"attempt", "bid", "conspiracy", "plan", "plot", "scheme"})
_PROMISING = frozenset({"agree", "offer", "pledge", "promise", "propose", "threaten", "volunteer", "vow"})
_READY = lemma_set("ready")
_CONTENTS = frozenset({"ccomp", "dative", "dobj", "nsubjpass", "xcomp"})
_CLAUSES = frozenset({"acl", "advcl", "ccomp", "xcomp"})
_TELLING_OF = frozenset({"accuse", "assure", "convince", "inform", "notify", "remind"})
_CARRIERS = frozenset({"air", "bomb", "drone", "mortar", "rocket", "shell"})
_ATTACKS = frozenset({"assault", "attack", "fire", "raid", "strike"})


def find_gerunds(
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


def find_charges(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make a deed of a gerund that the parser takes for an adjective: "accused the army of massacring
    civilians", "went on bombing villages".
    """
    for k in range(2, len(words) - 1):
        noun, of = heads[k], k - 1
        if not words[k].endswith("ing") or deps[k] not in ("amod", "compound"):
            continue
        if heads[noun] != of or noun < k:
            continue
        verb = heads[of]
        charged = words[of] == "of" and (lemmas[verb] in _CHARGING or lemmas[heads[verb]] in _CHARGING)
        goes_on = words[of] == "on" and lemmas[verb] in _GOING_ON
        harming = not _HARMING.isdisjoint((lemmas[k], words[k].removesuffix("ing")))
        if (charged or goes_on) and harming and tags[noun] in ("NNS", "NNPS"):
            tags[k], deps[k], heads[k] = "VBG", "pcomp", of
            lemmas[k] = lemmas[k] if lemmas[k] in _HARMING else words[k].removesuffix("ing")
            deps[noun], heads[noun] = "dobj", k


def find_guests(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make an object of the guest whom the parser takes for what is visited: "met visiting President X"."""
    visiting = words.index("visiting")
    verb = visiting - 1
    if heads[visiting] != verb or verb < 0 or lemmas[verb] not in _RECEIVING:
        return
    below = [i for i, head in enumerate(heads) if head == visiting]
    guest = next((i for i in below if deps[i] == "dobj" and i > visiting), None)
    if guest is None or any(head == verb and deps[i] == "dobj" for i, head in enumerate(heads)):
        return
    for i in below:
        heads[i] = verb
    heads[visiting], deps[visiting] = guest, "amod"


def find_ousted(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make an adjective of the participle before a name that the parser takes for a further verb: "to kill
    deposed President X".
    """
    for k in range(1, len(words) - 1):
        verb = k - 1
        if words[k] not in _OUSTED or tags[k] not in ("VBN", "VBD", "VBG"):
            continue
        if heads[k] not in (verb, *upwards(heads, verb)):
            continue
        below = [i for i, head in enumerate(heads) if head == k]
        name = next((i for i in below if deps[i] == "dobj" and i > k and tags[i] in NAME), None)
        if name is None or any(head == verb and deps[i] == "dobj" for i, head in enumerate(heads)):
            continue
        for i in below:
            heads[i] = verb
        heads[k], deps[k], tags[k] = name, "amod", "VBN"


def name_agents(tags: list[str], deps: list[str], heads: list[int]) -> None:
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


def raise_objects(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Hang under the noun of a deed, and not under who does it, to whom it is done or what is
    offered: "the shelling by rebels of a village", "an offer by Oman of aid".
    """
    for k in range(3, len(words) - 1):
        doer = heads[k]
        while deps[doer] == "conj" and heads[doer] < doer:
            doer = heads[doer]  # "by the army and its allies of a camp"
        by = heads[doer]
        if words[k] != "of" or deps[k] != "prep" or deps[doer] != "pobj" or words[by] != "by":
            continue
        if deps[by] == "agent" and words[by - 1].lower() in _DEEDS | _OFFERED:
            heads[by], deps[by] = by - 1, "prep"  # not the doer of "ignored an offer by Oman of aid"
        noun = heads[by]
        if (
            (lemmas[heads[k]] in _PARTS_OF and tags[k + 1] != "CD")
            or words[noun].lower() not in _DEEDS | _OFFERED
            or any(words[i] == "of" and deps[i] == "prep" for i, head in enumerate(heads) if head == noun)
        ):
            continue
        single = doer == by + 1  # "by Russia of Ukraine", but not "by the Army of Conquest"
        if single or tags[k + 1] not in NAME:
            heads[k] = noun


def raise_events(
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


def find_infinitives(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Give a verb behind "to" the tag of one where the tagger takes it for a noun, "offered to host talks",
    and make it what is promised where a day stands between: "offered on Monday to host talks".
    """
    for k, word in enumerate(words[:-2]):
        if word == "to" and words[k + 1] == "free" and deps[k] == "prep" and heads[k] < k:
            _find_freeing(k, lemmas, tags, deps, heads)
    for k, word in enumerate(words[:-1]):
        if word != "to" or deps[k] != "aux":
            continue
        tags[k], verb = "TO", heads[k]
        if verb == k + 1 and tags[verb] == "NN" and deps[verb] in _CLAUSES:
            tags[verb] = "VB"
        above = heads[verb]
        plot = k - 1
        if deps[verb] == "advcl" and lemmas[plot] in _PLOTS and deps[plot] == "dobj" and heads[plot] == above:
            heads[verb], deps[verb] = plot, "acl"  # "thwarted a plot to bomb the market"
            continue
        prep = heads[above]
        if deps[verb] in ("acl", "relcl") and lemmas[above] in _SAID_IN and deps[above] == "pobj":
            above = heads[prep] if deps[prep] == "prep" else above  # "vowed in a statement to crush them"
        promised = deps[verb] == "advcl" or above != heads[verb]
        promised = promised and above < verb and lemmas[above] in _PROMISING
        if promised and not any(head == above and deps[i] in _CONTENTS for i, head in enumerate(heads)):
            heads[verb], deps[verb] = above, "xcomp"


def _find_freeing(to: int, lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a verb of "free" behind what promises it: "offer to free captured soldiers"."""
    free, above = to + 1, heads[to]
    freed = heads[free]
    if tags[free] != "JJ" or heads[freed] != to or freed < free or lemmas[above] not in _PROMISING | _READY:
        return
    tags[to], deps[to], heads[to] = "TO", "aux", free
    tags[free], deps[free], heads[free] = "VB", "xcomp", above
    deps[freed], heads[freed] = "dobj", free


def find_strikes(
    words: list[str], lemmas: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> None:
    """Make nouns again of those before an attack that "to" has taken for verbs: "a halt to air strikes"."""
    for k in range(1, len(words) - 2):
        noun = k + 2
        if words[k] != "to" or words[k + 1] not in _CARRIERS or lemmas[noun] not in _ATTACKS:
            continue
        if deps[k] != "aux" or tags[noun] not in NOUN or lemmas[k - 1] == "be" or heads[k - 1] > k:
            continue
        for i, head in enumerate(heads):
            if head == k + 1 and i not in (k, k + 1):
                heads[i] = noun
        tags[k], deps[k], heads[k] = "IN", "prep", k - 1
        tags[k + 1], deps[k + 1], heads[k + 1] = "NN", "compound", noun
        deps[noun], heads[noun] = "pobj", k


def raise_matters(words: list[str], lemmas: list[str], deps: list[str], heads: list[int]) -> None:
    """Hang "of" under the verb of telling whose object the parser gives it: "assured the emir of his help",
    and of two only the second ("reminded the king of Spain of it").
    """
    for told, (dep, verb) in enumerate(zip(deps, heads, strict=True)):
        if dep not in ("dobj", "nsubjpass") or lemmas[verb] not in _TELLING_OF:
            continue
        of = [k for k, word in enumerate(words) if word == "of" and heads[k] == told and deps[k] == "prep"]
        if of:
            heads[of[-1]] = verb
