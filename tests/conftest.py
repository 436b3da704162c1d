"""What all tests share: one extractor, and the rule for tests that need a tool.

A test that needs a program besides Python skips with a reason that starts with "needs tool:". Such skips are
listed at the end of the run. Where REQUIRE_TOOLS is set, as in .ci/run, they are failures.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
NEEDS_TOOL = "needs tool:"
REQUIRED = "REQUIRE_TOOLS"


@pytest.fixture(scope="session")
def extractor() -> Any:
    """The default extractor, loaded once for the whole run."""
    from extractor import Extractor

    return Extractor()


@pytest.fixture(scope="session")
def seeds() -> dict[str, str]:
    """The five seed documents by file name, with their line ends as they are."""
    return {p.name: p.read_bytes().decode() for p in sorted((ROOT / "seeds").glob("*.txt"))}


def _lacks_tool(report: pytest.TestReport | pytest.CollectReport) -> bool:
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
    return report.skipped and NEEDS_TOOL in reason


def _judge(report: Any) -> Any:
    if _lacks_tool(report) and os.environ.get(REQUIRED):
        report.outcome = "failed"
        report.longrepr = f"{REQUIRED} is set, and this test was skipped: {report.longrepr[2]}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    return _judge((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    return _judge((yield))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    lacking = [r for r in terminalreporter.stats.get("skipped", []) if _lacks_tool(r)]
    if lacking:
        terminalreporter.section("tests that did not run for want of a tool")
        for report in lacking:
            terminalreporter.line(f"{report.nodeid}: {report.longrepr[2]}")
