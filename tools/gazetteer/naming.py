"""Which names a place is found by, and which one is shown."""

from __future__ import annotations

import re
import unicodedata

from extractor.places.folding import fold

__all__ = ["OTHER_SCRIPT", "display", "region_keys", "useful_alternates"]

# Countries (alpha-2) whose names reach English in several romanisations; there the alternate names are kept
# for small places too.
OTHER_SCRIPT = frozenset(
    [
        "AE", "AF", "AM", "AZ", "BD", "BG", "BH", "BT", "BY", "CN", "CY", "DJ", "DZ", "EG", "ER",
        "ET", "GE", "GR", "IL", "IN",
        "IQ", "IR", "JO", "JP", "KG", "KH", "KP", "KR", "KW", "KZ", "LA", "LB", "LK", "LY", "MA",
        "MD", "ME", "MK", "MM", "MN",
        "MR", "NP", "OM", "PK", "PS", "QA", "RS", "RU", "SA", "SD", "SO", "SS", "SY", "TD", "TH",
        "TJ", "TM", "TN", "TW", "UA",
        "UZ", "XK", "YE", "HK",
    ]
)  # fmt: skip
_TYPE = (
    "State|Region|Province|Governorate|Oblast|Oblast’|Oblast'|District|Department|County|Prefecture|Territory|Canton|"
    "Division|Parish|Municipality|Republic|Krai|Voivodeship|Raion|Sheng|Muhafazah|Community"
)
_AFTER = re.compile(rf"\s+(?:{_TYPE})$", re.IGNORECASE)
_BEFORE = re.compile(
    r"^(?:Province of|State of|Muhafazat|Muhafazah|Departamento de(?:l)?|Departamento|Estado de|Provincia de|"
    r"Région de|Département (?:du|de la|de l’|des|de)|Regierungsbezirk|Wilaya de|Changwat)\s*",
    re.IGNORECASE,
)
_LATIN = re.compile(
    r"[A-Z\u00c0-\u024f\u1e00-\u1eff‘’\u02bb\u02bf`'][A-Za-z\u00c0-\u024f\u1e00-\u1eff‘’\u02bb\u02bf`'.\- ]+$"
)
_MARKS = str.maketrans(dict.fromkeys("‘\u02bb\u02bf`\u02bc\u02be", None) | {"’": "'"})
_ARTICLE = re.compile(r"^(?:al|el|ar|as|ash|at|ad|an|az|adh|ath) ")
_MAX_ALTERNATES = 14


def display(name: str, country: str) -> str:
    """The name to show: romanised names lose the marks of their romanisation, all others stay as they are."""
    if country not in OTHER_SCRIPT:
        return name
    bare = unicodedata.normalize("NFKD", name)
    bare = "".join(c for c in bare if not unicodedata.combining(c))
    return bare.translate(_MARKS).replace("ə", "a").replace("\u0131", "i")


def region_keys(name: str) -> set[str]:
    """Folded names of a region: as it stands, and without the word for its level."""
    bare = _BEFORE.sub("", _AFTER.sub("", name))
    return {key for key in (fold(name), fold(bare)) if len(key) > 2}


def useful_alternates(row: dict[str, object], common: frozenset[str]) -> list[str]:
    """Folded alternate names that a text in English may use, best first."""
    names = row["alternatenames"]
    assert isinstance(names, list)
    small = int(str(row["population"])) < 15_000
    if small and row["countrycode"] not in OTHER_SCRIPT:
        return []
    main = fold(str(row["name"]))
    found: dict[str, int] = {}
    for name in names:
        if not _LATIN.match(name) or name.isupper():
            continue
        key = fold(name)
        if len(key) > 3 and key != main and key not in common and key.count(" ") < 4:
            found.setdefault(key, 0 if name.isascii() else 1)
    ranked = sorted(
        (key for key in found if _distance_class(main, key) < 2),
        key=lambda key: (_distance_class(main, key), found[key], key),
    )
    return ranked[:_MAX_ALTERNATES]


def _distance_class(main: str, key: str) -> int:
    """0 for a spelling of the same name (same first and many shared letters), 1 for the same first letter,
    2 else."""
    main, key = _ARTICLE.sub("", main), _ARTICLE.sub("", key)
    if main[:1] != key[:1]:
        return 2
    shared = len(set(main) & set(key)) / max(len(set(main) | set(key)), 1)
    return 0 if shared >= 0.6 else 1
