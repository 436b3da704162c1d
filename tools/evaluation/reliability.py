"""How often events are right at each level of confidence: a plot for the documentation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from evaluation.errors import Comparison

__all__ = ["Bin", "bins", "reliability_plot", "write_reliability"]

STEPS = 10
SIZE, LEFT, TOP = 320, 52, 16
HEIGHT = TOP + SIZE + 52


class Bin(msgspec.Struct, frozen=True):
    """The events of one level: how many there are, their mean confidence, and the share that is right."""

    count: int
    confidence: float
    right: float


def bins(comparisons: Iterable[Comparison], steps: int = STEPS) -> list[Bin]:
    """The predicted events in `steps` levels of equal width; levels without events are left out."""
    levels: list[list[tuple[float, bool]]] = [[] for _ in range(steps)]
    for row in (row for comparison in comparisons for row in comparison.rows):
        if row.predicted is not None:
            confidence = float(row.predicted["confidence"])
            levels[min(int(confidence * steps), steps - 1)].append((confidence, row.gold is not None))
    return [
        Bin(len(level), sum(c for c, _ in level) / len(level), sum(r for _, r in level) / len(level))
        for level in levels
        if level
    ]


def reliability_plot(levels: Sequence[Bin]) -> str:
    """An SVG: a circle a level, its area by the number of events, beside the line of perfect calibration."""

    def x(value: float) -> float:
        return round(LEFT + value * SIZE, 1)

    def y(value: float) -> float:
        return round(TOP + (1 - value) * SIZE, 1)

    most = max((level.count for level in levels), default=1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEFT + SIZE + 16} {HEIGHT}" role="img" '
        'font-family="sans-serif" font-size="12">',
        "<title>Share of events that are right, by confidence</title>",
        f'<rect width="{LEFT + SIZE + 16}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for step in range(0, 11, 2):
        value = step / 10
        parts += [
            f'<path d="M{x(value)} {y(0)}V{y(1)}M{x(0)} {y(value)}H{x(1)}" stroke="#ddd"/>',
            f'<text x="{x(value)}" y="{y(0) + 18}" text-anchor="middle">{value:.1f}</text>',
            f'<text x="{x(0) - 8}" y="{y(value) + 4}" text-anchor="end">{value:.1f}</text>',
        ]
    parts.append(f'<path d="M{x(0)} {y(0)}L{x(1)} {y(1)}" stroke="#888" stroke-dasharray="4 4"/>')
    points = " ".join(f"{x(level.confidence)},{y(level.right)}" for level in levels)
    parts.append(f'<polyline points="{points}" fill="none" stroke="#1b6ca8" stroke-width="2"/>')
    for level in levels:
        radius = round(3 + 9 * (level.count / most) ** 0.5, 1)
        parts.append(
            f'<circle cx="{x(level.confidence)}" cy="{y(level.right)}" r="{radius}" fill="#1b6ca8" '
            f'fill-opacity=".7"><title>{level.count} events, confidence {level.confidence:.2f}, right '
            f"{level.right:.2f}</title></circle>"
        )
    parts += [
        f'<text x="{x(0.5)}" y="{HEIGHT - 14}" text-anchor="middle">confidence</text>',
        f'<text transform="translate(14 {y(0.5)}) rotate(-90)" text-anchor="middle">right</text>',
        "</svg>\n",
    ]
    return "\n".join(parts)


def write_reliability(path: Path, comparisons: Iterable[Comparison]) -> None:
    """Write the plot of the compared documents."""
    path.write_text(reliability_plot(bins(comparisons)), "utf-8")
