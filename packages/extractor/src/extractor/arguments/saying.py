"""The day of an offer or a threat that goes on with what its maker said in the sentence before."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from extractor.dates import find_dates, resolve
from extractor.evidence import DateArgument, Mention
from extractor.frames.senses import lemma_set
from extractor.ontology import ACTS

__all__ = ["day_of_saying"]

_HE = frozenset({"he", "she", "they", "it"})
_SURE = 0.5
_APART = 60
"""Characters between a verb of saying and its day, at most."""
_REACH = 400
"""Characters of the sentence before, at most."""
_END = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")


def day_of_saying(mention: Mention, plain: str, published: dt.date | None) -> DateArgument | None:
    """The only day of the sentence before, beside a verb of saying, where the mention goes on with a pronoun:
    "the minister said on Tuesday that … He threatened to …".
    """
    tree = mention.sentence.tree
    if mention.type not in ACTS or _HE.isdisjoint(tree.lower):
        return None
    verbs = (mention.token, *tree.ancestors(mention.token))
    subject = next((k for verb in verbs for k in tree.kids(verb, "nsubj")), None)
    if subject is None or tree.lower[subject] not in _HE:
        return None
    at, before = _sentence_before(plain, tree.start)
    timexes = [timex for timex in find_dates(before) if timex.kind in ("date", "range")]
    if len(timexes) != 1 or timexes[0].kind != "date":
        return None
    timex = timexes[0]
    around = before[max(0, timex.start - _APART) : timex.end + _APART]
    interval = resolve(timex, published=published, tense="past") if _telling().search(around) else None
    if interval is None or interval.start is None or interval.start != interval.end:
        return None
    return DateArgument(
        at + timex.start, at + timex.end, interval.start, interval.end, interval.granularity, _SURE
    )


def _sentence_before(plain: str, start: int) -> tuple[int, str]:
    """The sentence that ends before an offset, in its paragraph or at the end of the one above."""
    text = plain[max(0, start - _REACH) : start].rstrip()
    begin = max(text.rfind("\n"), *(m.start() for m in _END.finditer(text)), -1) + 1
    return max(0, start - _REACH) + begin, text[begin:]


@lru_cache(maxsize=1)
def _telling() -> re.Pattern[str]:
    forms = "|".join(sorted(lemma_set("said")))
    return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)
