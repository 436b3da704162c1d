"""The plot shows how often events are right, level by level."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from evaluation.errors import Comparison, Row
from evaluation.reliability import bins, reliability_plot


def compared(*events: tuple[float, bool]) -> list[Comparison]:
    rows = tuple(Row({} if right else None, {"confidence": c}, ()) for c, right in events)
    return [Comparison("d", "", None, (*rows, Row({}, None, ())), ())]


def test_events_are_counted_in_their_level_and_missed_ones_not_at_all() -> None:
    low, high = bins(compared((0.31, False), (0.39, True), (0.95, True), (1.0, True)))
    assert (low.count, low.confidence, low.right) == (2, pytest.approx(0.35), 0.5)
    assert (high.count, high.confidence, high.right) == (2, pytest.approx(0.975), 1.0)


def test_the_plot_holds_a_circle_for_each_level_at_its_height() -> None:
    plot = ElementTree.fromstring(
        reliability_plot(bins(compared((0.31, False), (0.95, True), (0.96, False))))
    )
    circles = plot.findall(".//{http://www.w3.org/2000/svg}circle")
    heights = [float(c.attrib["cy"]) for c in circles]
    assert len(circles) == 2
    assert heights[0] > heights[1], "what is right more often stands higher"


def test_no_event_is_an_empty_plot() -> None:
    assert "<circle" not in reliability_plot(bins([]))
