"""Sentences that are right by the ontology and that the models of today get wrong.

A table of sentences is made of `Case`s. The cases that stand in `known_failures.tsv` are expected to fail, strictly:
one that passes again makes the run fail, so that the list never says more than is true. After new weights

    python -m tests.known_failures            # tells what would change
    python -m tests.known_failures --update   # writes the list anew

runs the tables and compares. Reasons that somebody wrote are kept; a new entry gets the test's own message.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

__all__ = ["Case", "check_share", "main", "params"]

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "tests" / "known_failures.tsv"
TABLES = ("tests/frames", "tests/triggers", "tests/arguments", "tests/merging", "tests/pipeline")
HEAD = """\
# Cases that fail with the weights of today: table, tab, case, tab, reason. Each is a strict xfail.
# After new weights: python -m tests.known_failures --update
"""


class Case(msgspec.Struct, frozen=True):
    """One row of a table of sentences: the table's name, the row's own name in it, and what the test needs."""

    table: str
    id: str
    value: Any = None


def read() -> dict[tuple[str, str], str]:
    """The reasons of the known failures by table and case."""
    found = {}
    for line in FILE.read_text(encoding="utf-8").splitlines() if FILE.exists() else ():
        if line and not line.startswith("#"):
            table, case, reason = line.split("\t")
            found[table, case] = reason
    return found


def params(cases: Iterable[Case]) -> list[Any]:
    """The cases as parameters of a test whose argument is called `case`; known failures are marked."""
    known = read()
    return [
        pytest.param(
            case,
            id=case.id,
            marks=[pytest.mark.xfail(reason=known[case.table, case.id])]
            if (case.table, case.id) in known
            else [],
        )
        for case in cases
    ]


def check_share(cases: Sequence[Case], most: float) -> None:
    """Assert that at most this share of a table is known to fail, and that the list names no case that is gone.

    All `cases` are of one table.
    """
    names = {case.id for case in cases}
    assert len(names) == len(cases), "two cases of one name"
    (table,) = {case.table for case in cases}
    known = {case for name, case in read() if name == table}
    assert known <= names, (
        "known failures that are no case any more: run python -m tests.known_failures --update"
    )
    assert len(known) <= most * len(cases), f"{table}: {len(known)} of {len(cases)} cases fail"


class _Recorder:
    """Writes down which cases ran, and why those that failed did."""

    def __init__(self) -> None:
        self.ran: set[tuple[str, str]] = set()
        self.tables: set[str] = set()
        self.failed: dict[tuple[str, str], str] = {}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: Any, call: Any) -> Any:
        report = yield
        case = getattr(item, "callspec", None) and item.callspec.params.get("case")
        if isinstance(case, Case) and report.when == "call":
            self.ran.add((case.table, case.id))
            self.tables.add(case.table)
            if report.failed:
                self.failed[case.table, case.id] = _reason(call.excinfo)
        return report


def _reason(excinfo: Any) -> str:
    first = str(excinfo.value).splitlines()[0] if str(excinfo.value) else excinfo.typename
    return " ".join(first.removeprefix("AssertionError: ").split())[:160]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tables; 1 when the list is out of date and was not to be written."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--update", action="store_true", help="write the list anew")
    options = parser.parse_args(arguments)
    recorder = _Recorder()
    tables = [folder for folder in TABLES if (ROOT / folder).is_dir()]
    quiet = [
        "-q",
        "--runxfail",
        "--no-header",
        "--no-summary",
        "--tb=no",
        "-p",
        "no:cacheprovider",
        f"--rootdir={ROOT}",
    ]
    pytest.main([*quiet, *tables], plugins=[recorder])
    old = read()
    new = {key: old.get(key, reason) for key, reason in recorder.failed.items()}
    for key in sorted(new.keys() - old.keys()):
        print("fails now:", *key, new[key], sep="\t")
    for key in sorted(old.keys() - new.keys()):
        print("passes now:" if key in recorder.ran else "is gone:", *key, sep="\t")
    if options.update:
        rows = sorted("\t".join((*key, reason)) for key, reason in new.items())
        FILE.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return 0 if options.update or new.keys() == old.keys() else 1


if __name__ == "__main__":
    # Tests import this module by its name; the recorder must know the same class of cases.
    from tests.known_failures import main as run

    sys.exit(run())
