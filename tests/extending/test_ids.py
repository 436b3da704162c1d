"""Ids of rows of one's own come out of the extractor."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import msgspec

from extractor import Article

DAY = dt.date(2026, 3, 4)


def test_actors_and_places_of_ones_own_carry_their_ids(protests: Any) -> None:
    text = "The UTF protested in Port Amani on Monday."
    (event,) = protests.extract(Article(text=text, published_at=DAY)).events
    (actor,), (place,) = event.actors, event.places
    assert (actor.name, actor.kind, actor.country, actor.id) == (
        "United Teachers' Front",
        "organization",
        "KEN",
        "org-0017",
    )
    assert (place.name, place.country, place.latitude, place.id) == ("Port Amani", "KEN", -4.05, "loc-45")


def test_ids_stand_in_the_json_only_where_there_are_any(protests: Any, extractor: Any) -> None:
    article = Article(text="The UTF met Emmanuel Macron in Paris.")
    actors = [
        json.loads(msgspec.json.encode(each.extract(article)))["events"][0]["actors"]
        for each in (protests, extractor)
    ]
    assert [[actor.get("id") for actor in found] for found in actors] == [["org-0017", None], [None, None]]
    assert all("id" not in actor for actor in actors[1])
