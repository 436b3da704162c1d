"""What of an article a place name is resolved by: its other places, its countries, its dateline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from extractor.actors.homes import acts_at_home
from extractor.arguments.places import Resolve
from extractor.evidence import Sentence
from extractor.places import PlaceContext, PlaceGrounder
from extractor.places.context import LazyContext
from extractor.reading import Analysis
from extractor.triggers.match import Candidate

__all__ = ["resolver"]

_ATTACKING = frozenset({"subject", "by", "modifier", "possessor", "v:subject"})


def resolver(analysis: Analysis, grounder: PlaceGrounder) -> Resolve:
    """Resolves the place names of an article; what they are resolved by is worked out with the first."""

    def work() -> PlaceContext:
        source = analysis.source
        countries: Counter[str] = Counter()
        home: Counter[str] = Counter()
        abroad: set[int] = set()
        for sentence in analysis.everything:
            attackers = _attackers(sentence, analysis.candidates.get(sentence.index, ()))
            abroad.update(sentence.tree.starts[token] for token in attackers)
            for token, referent in sentence.referents.items():
                if referent.country and not referent.toponym and token not in attackers:
                    countries[referent.country] += 1
                    home[referent.country] += acts_at_home(sentence.tree, token)
        toponyms = [
            toponym
            for toponym in grounder.find(source.plain)
            if toponym.candidates[0].kind != "country" or abroad.isdisjoint(range(toponym.start, toponym.end))
        ]
        return grounder.context(toponyms, countries, source.dateline, home=home)

    context = LazyContext(work)
    return lambda name, containers: grounder.resolve(name, containers=containers, context=context)


def _attackers(sentence: Sentence, candidates: Iterable[Candidate]) -> set[int]:
    """Countries that may strike somebody, and their strikes, by token: the place is hardly theirs."""
    strikes = {candidate.token for candidate in candidates if candidate.row.type == "strike"}
    return strikes | {
        head
        for strike in strikes
        for head, function in sentence.functions_of(strike).items()
        if function in _ATTACKING and (referent := sentence.referents.get(head)) is not None
        if referent.kind == "country"
    }
