"""How sure an event is: features of its mentions and of the agreement of its parts."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.evidence import Mention

__all__ = ["confidence_features"]


def confidence_features(cluster: Sequence[Mention]) -> list[str]:
    """Features of an event: probabilities of its mentions in steps, their number, and which parts it has."""
    best = max(m.probability for m in cluster)
    kind = cluster[0].type
    found = [f"p>={step / 20:.2f}" for step in range(6, 20) if best >= step / 20]
    found += [f"type={kind}", f"mentions={min(len(cluster), 4)}", f"block={cluster[0].sentence.block}"]
    found.append(f"sentence={min(cluster[0].sentence.index, 4)}")
    roles = {a.role for m in cluster for a in m.actors}
    found += [f"role={kind}:{role}" for role in sorted(roles)]
    found.append(f"actors={min(sum(len(m.actors) for m in cluster), 3)}")
    found.append(f"place={any(m.places for m in cluster)}")
    found.append(f"date={any(m.date for m in cluster)}")
    return found
