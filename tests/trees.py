"""Trees built by hand, so that tests of frames need no model.

    tree("Rebels/NNS/rebel nsubj 1 | attacked/VBD/attack ROOT 1 | towns/NNS/town dobj 1")

Each token is WORD/TAG or WORD/TAG/LEMMA, its dependency label, and the index of its governor (its own at the root).
Words stand a space apart in the text.
"""

from __future__ import annotations

from extractor.frames.tree import Tree

__all__ = ["tree"]


def tree(description: str, *, start: int = 0) -> Tree:
    """The tree of a description; `start` is the sentence's offset."""
    words, tags, lemmas, deps, heads = [], [], [], [], []
    for token in description.split(" | "):
        form, dep, head = token.split()
        word, tag, *lemma = form.split("/")
        words.append(word)
        tags.append(tag)
        lemmas.append(lemma[0] if lemma else word.lower())
        deps.append(dep)
        heads.append(int(head))
    starts, ends, position = [], [], start
    for word in words:
        starts.append(position)
        position += len(word)
        ends.append(position)
        position += 1
    return Tree(start, position - 1, words, lemmas, tags, deps, heads, starts, ends, [""] * len(words))
