"""Known actors carry the id of their Wikidata item, and results show it beside the name."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest

from extractor import Article
from extractor.actors.knowledge import ActorBook
from extractor.tables import rows

FACTS = [
    ("the United States", "Q30"),
    ("Russia", "Q159"),
    ("China", "Q148"),
    ("Ukraine", "Q212"),
    ("Israel", "Q801"),
    ("Iran", "Q794"),
    ("North Korea", "Q423"),
    ("Syria", "Q858"),
    ("Taiwan", "Q865"),
    ("Kosovo", "Q1246"),
    ("Somaliland", "Q34754"),
    ("Hong Kong", "Q8646"),
    ("the Soviet Union", "Q15180"),
    ("Scotland", "Q22"),
    ("Catalonia", "Q5705"),
    ("Chechnya", "Q5187"),
    ("Texas", "Q1439"),
    ("Quebec", "Q176"),
    ("Europe", "Q46"),
    ("the Middle East", "Q7204"),
    ("the Kremlin", "Q159"),
    ("Barack Obama", "Q76"),
    ("Joe Biden", "Q6279"),
    ("Donald J. Trump", "Q22686"),
    ("Vladimir Putin", "Q7747"),
    ("Volodymyr Zelensky", "Q3874799"),
    ("Xi Jinping", "Q15031"),
    ("Angela Merkel", "Q567"),
    ("Emmanuel Macron", "Q3052772"),
    ("Boris Johnson", "Q180589"),
    ("Narendra Modi", "Q1058"),
    ("Recep Tayyip Erdogan", "Q39259"),
    ("Benjamin Netanyahu", "Q43723"),
    ("Bashar al-Assad", "Q44329"),
    ("Kim Jong-un", "Q56226"),
    ("Jair Bolsonaro", "Q10304982"),
    ("Javier Milei", "Q52395487"),
    ("Cyril Ramaphosa", "Q1148669"),
    ("Bola Tinubu", "Q3510872"),
    ("Abdel Fattah el-Sisi", "Q307871"),
    ("Mohammed bin Salman", "Q6892571"),
    ("Jacinda Ardern", "Q3606816"),
    ("Nicolás Maduro", "Q58132"),
    ("Sergey Lavrov", "Q58217"),
    ("António Guterres", "Q311440"),
    ("Pope Francis", "Q450675"),
    ("the UN", "Q1065"),
    ("the Security Council", "Q37470"),
    ("NATO", "Q7184"),
    ("the European Union", "Q458"),
    ("the African Union", "Q7159"),
    ("ASEAN", "Q7768"),
    ("ECOWAS", "Q193272"),
    ("UNRWA", "Q846656"),
    ("the Pentagon", "Q11209"),
    ("the Palestinian Authority", "Q42620"),
    ("Hamas", "Q38799"),
    ("Hezbollah", "Q41053"),
    ("ISIS", "Q2429253"),
    ("Al Qaeda", "Q34490"),
    ("the Taliban", "Q42418"),
    ("Microsoft", "Q2283"),
]


@pytest.fixture(scope="module")
def book() -> ActorBook:
    return ActorBook.load()


@pytest.mark.parametrize(("name", "item"), FACTS)
def test_a_name_gives_the_item(book: ActorBook, name: str, item: str) -> None:
    found = book.lookup(name)
    assert found is not None
    assert found.wikidata == item


@pytest.mark.parametrize("office", ["president", "prime minister", "chancellor"])
def test_who_holds_an_office_brings_an_item(book: ActorBook, office: str) -> None:
    country = {"president": "USA", "prime minister": "IND", "chancellor": "DEU"}[office]
    holder = book.holder(office, country, on=dt.date(2020, 6, 1))
    assert holder is not None
    assert holder.wikidata == {"president": "Q22686", "prime minister": "Q1058", "chancellor": "Q567"}[office]


def test_every_state_has_an_item() -> None:
    states = [(row[0], row[8]) for row in rows("actors/countries.tsv", 9) if row[2] == "state"]
    assert [name for name, item in states if not item] == []


RESULTS = [
    (
        "Vladimir Putin met Xi Jinping in Moscow on Monday.",
        {"Vladimir Putin": "Q7747", "Xi Jinping": "Q15031"},
    ),
    (
        "Angela Merkel met the French president in Berlin on Tuesday.",
        {"Angela Merkel": "Q567", "Emmanuel Macron": "Q3052772"},
    ),
    ("Hamas fired rockets at Israel on Sunday.", {"Hamas": "Q38799"}),
    (
        "Ivan Petrenko met Vladimir Putin in Sochi on Monday.",
        {"Ivan Petrenko": None, "Vladimir Putin": "Q7747"},
    ),
]


@pytest.mark.parametrize(("text", "items"), RESULTS)
def test_results_show_items(extractor: Any, text: str, items: dict[str, str | None]) -> None:
    result = msgspec.to_builtins(extractor.extract(Article(text=text, published_at=dt.date(2018, 5, 1))))
    shown = {a["name"]: a["wikidata"] for e in result["events"] for a in e["actors"]}
    assert {name: shown[name] for name in items} == items
