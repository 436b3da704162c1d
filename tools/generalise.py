"""What decisions about an event type are worth that nobody has annotated.

    python tools/generalise.py ../shared/gold/articles ../shared/gold/items ../shared/gold/seeds

Each type of the package plays the unknown one. Its triggers are decided by the general weights alone, the
roles in its annotated mentions by the frames alone; status, places and dates are read as those of each other
type. The trained weights have seen the documents (only `tools/train.py` cross-validates), so that the figures
of the own type are a ceiling.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from extractor.arguing import surroundings
from extractor.arguments.actor_candidates import actor_candidates
from extractor.backoff import general_features, load_general
from extractor.deciding import Decider, Models
from extractor.evidence import Mention
from extractor.factuality.features import status_features
from training.gold import actor_labels, align, date_label, documents, place_labels
from training.loop import Corpus, gold_mentions

__all__ = ["main"]

TYPES = ("meeting", "offer", "strike", "threat")
Pair = tuple[bool, bool]
"""Whether it was said, and whether it is so."""


def measures(pairs: Sequence[Pair]) -> str:
    """Precision, recall and F1 of yes/no decisions."""
    right = sum(said and so for said, so in pairs)
    said, so = sum(said for said, _ in pairs), sum(so for _, so in pairs)
    precision, recall = right / max(1, said), right / max(1, so)
    return f"P {precision:.2f}  R {recall:.2f}  F1 {2 * right / max(1, said + so):.2f}"


def triggers(corpus: Corpus, decider: Decider, kind: str) -> Iterator[Pair]:
    """The candidates of a type, decided by the general weights."""
    general = load_general()
    for name, document in corpus.documents.items():
        analysis = corpus.analyses[name]
        taken = align(document, analysis)
        for sentence in analysis.sentences:
            found = analysis.candidates.get(sentence.index, [])
            for candidate in found:
                if candidate.row.type == kind:
                    others = [other for other in found if other.row.type != kind or other is candidate]
                    features = general_features(sentence, candidate, others)
                    said = general.probability(features) >= decider.trigger_bar.first
                    yield said, (sentence.index, candidate.token, kind) in taken


def roles(corpus: Corpus, decider: Decider, kind: str) -> Iterator[Pair]:
    """The phrases around the annotated mentions of a type, given roles by the frames alone."""
    for name, document in corpus.documents.items():
        for mention, number in gold_mentions(corpus, name):
            if mention.type == kind:
                sentence, event = mention.sentence, document.events[number]
                phrases = actor_candidates(sentence, mention)
                functions = sentence.functions_of(mention.token)
                labels = actor_labels(document, event, sentence, mention, phrases)
                for phrase, label in zip(phrases, labels, strict=True):
                    function = functions.get(phrase.head)
                    role = decider.role_of(mention.rule, function) if function else None
                    if label and role is not None and label not in ("none", role):
                        yield True, False
                        yield False, True
                    elif label:
                        yield role is not None, label != "none"


def arguments(corpus: Corpus, decider: Decider, kind: str, like: str) -> dict[str, list[Pair]]:
    """Status, places and dates of the annotated mentions of a type, read as those of another."""
    made: dict[str, list[Pair]] = {"status": [], "places": [], "dates": []}
    for name, document in corpus.documents.items():
        plain = corpus.analyses[name].source.plain
        for mention, number in gold_mentions(corpus, name):
            if mention.type == kind:
                event, read = document.events[number], replace(mention, type=like)
                made["status"].append((_status(decider, read) == event["status"], True))
                around = surroundings(mention.sentence, plain)
                labels = place_labels(document, event, mention.sentence, around)
                for candidate, so in zip(around.places, labels, strict=True):
                    features = decider.arguer.places.features(read, candidate, [read], around.places)
                    made["places"].append(
                        (decider.models.place.probability(features) >= decider.arguer.places.bar.first, so)
                    )
                offset = mention.sentence.tree.start
                for item in around.dates:
                    features = decider.arguer.dates.features(read, item, [read], around.dates)
                    start, end = offset + item[0].start, offset + item[0].end
                    so = date_label(document, event, mention, start, end, None)
                    made["dates"].append(
                        (decider.models.date.probability(features) >= decider.arguer.dates.threshold, so)
                    )
    return made


def _status(decider: Decider, mention: Mention) -> str:
    found = decider.models.status.probabilities(status_features(mention.sentence, mention, decider.cues))
    return max(found, key=lambda status: found[status])


def main(arguments_: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--cache", type=Path, help="file that keeps the parsed documents between runs")
    options = parser.parse_args(arguments_)
    corpus = Corpus.load(list(documents(options.gold)), [], options.cache)
    decider = corpus.extractor.decider(Models.load())
    for kind in TYPES:
        print(f"{kind:8} triggers by general weights   {measures(list(triggers(corpus, decider, kind)))}")
    for kind in TYPES:
        print(f"{kind:8} roles by frames alone          {measures(list(roles(corpus, decider, kind)))}")
    for kind in TYPES:
        for like in (kind, *(other for other in TYPES if other != kind)):
            made = arguments(corpus, decider, kind, like)
            status = sum(right for right, _ in made["status"]) / max(1, len(made["status"]))
            print(
                f"{kind:8} as {like:8} status {status:.2f}   places {measures(made['places'])}   "
                f"dates {measures(made['dates'])}"
            )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
