"""Which subtype of its type a mention has, as named features."""

from __future__ import annotations

from extractor.evidence import Sentence
from extractor.triggers.match import Candidate

__all__ = ["subtype_features"]


def subtype_features(sentence: Sentence, candidate: Candidate, *, classes: dict[str, str]) -> list[str]:
    """Features for the subtype: the row's own, the trigger's words, its modifiers and arguments, the sentence's words."""
    tree, i, row = sentence.tree, candidate.token, candidate.row
    kind = row.type
    found = [f"row={row.id}", f"sub={row.subtype}", f"lem={kind}:{tree.lemmas[i]}"]
    found += [f"mod={kind}:{tree.lemmas[k]}" for k in tree.children[i]]
    found.append(f"gov={kind}:{tree.lemmas[tree.heads[i]]}")
    if i > 0:
        found.append(f"prev={kind}:{tree.lower[i - 1]}")
    for token, function in sentence.functions_of(i).items():
        if function in ("object", "subject", "with", "in", "to", "of", "by", "v:subject", "modifier", "content", "at", "on"):
            referent = sentence.referents.get(token)
            found += [f"arg={kind}:{function}:{tree.lemmas[token]}", f"ak={kind}:{function}:{referent.kind if referent else '-'}", f"al={kind}:{tree.lemmas[token]}"]
    for k in tree.children[i]:
        if tree.deps[k] in ("xcomp", "ccomp", "acl"):
            found += [f"cont={kind}:{tree.lemmas[k]}"] + [f"contarg={kind}:{tree.lemmas[j]}" for j in tree.children[k]]
    words = {lemma for k, lemma in enumerate(tree.lemmas) if k != i and tree.tags[k][:2] in ("NN", "VB", "JJ", "NNP")}
    found += sorted(f"w={kind}:{lemma}" for lemma in words)
    near = {tree.lemmas[k] for k in range(max(0, i - 4), min(len(tree), i + 5)) if k != i}
    found += sorted(f"n={kind}:{lemma}" for lemma in near)
    return found
