"""What a sentence that is not parsed tells of who is named in it."""

from __future__ import annotations

import pytest

from extractor.actors.knowledge import ActorBook
from extractor.actors.light import LightReader
from extractor.frames.phrases import phrases

BOOK = ActorBook.load()


def is_demonym(word: str) -> bool:
    return word[:1].isupper() and BOOK.country_of_word(word) is not None


READER = LightReader(lambda word: is_demonym(word) or BOOK.lookup(word) is not None, is_demonym)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Russian Foreign Minister Sergey Lavrov said he would stay.",
         ["Russian Foreign Minister Sergey Lavrov:nsubj", "he:nsubj"]),
        ("Two gunmen fled to Damascus.", ["Two gunmen:nsubj", "Damascus:pobj"]),
        ("Assad’s government said nothing.", ["Assad:poss", "Assad’s government:nsubj"]),
        ("It rained.", ["It:nsubj"]),
        ("Marquez later took up arms.", ["Marquez:nsubj"]),
        ("Others later took up arms.", ["Others:nsubj"]),
        ("At least 25 people were killed.", ["At least 25 people:nsubj"]),
        ("John F. Kennedy loved Hyannis Port.", ["John F. Kennedy:nsubj", "Hyannis Port:dobj"]),
        ("The bread was baked in Oslo and sold.", ["Oslo:pobj"]),
        ("", []),
        ("…", []),
    ],
)  # fmt: skip
def test_names_and_nouns_are_found_with_their_functions(text: str, named: list[str]) -> None:
    tree = READER.read(text, 100)
    found = [
        f"{p.text(tree)}:{tree.deps[p.head]}" for p in phrases(tree, is_demonym) if p.kind != "adjective"
    ]
    assert found == named


@pytest.mark.parametrize(
    "text", ["A, B; C (D).", "'s of the and", "NATO " * 50, "1 2 3", "Mr. Mr. Mr.", "the the of of"]
)
def test_trees_have_one_root_and_paths_to_it(text: str) -> None:
    tree = READER.read(text, 7)
    roots = [i for i, head in enumerate(tree.heads) if head == i]
    assert len(roots) == 1
    assert all(i in roots or tree.ancestors(i)[-1] == roots[0] for i in range(len(tree)))
    assert all(
        text[a - 7 : b - 7] == word for word, a, b in zip(tree.words, tree.starts, tree.ends, strict=True)
    )
