"""What `make release` checks before it builds."""

from __future__ import annotations

from datetime import date

import pytest
import yaml

from packages import PACKAGES, ROOT
from release import wrong_changelog, wrong_versions

VERSION = PACKAGES[0].version
GOOD = f"# Changelog\n\n## [Unreleased]\n\n## [{VERSION}] - 2026-01-01\n\n### Added\n\n- Words.\n"


def test_one_version_is_stated_everywhere():
    assert wrong_versions(VERSION) == []


def test_another_version_is_wrong_everywhere():
    wrong = wrong_versions("7.8.9")
    for place in (*(package.name for package in PACKAGES), "version.py", "CITATION.cff", "recorded"):
        assert any(place in each for each in wrong), place


def test_the_changelog_has_its_form():
    """Lines under Unreleased are fine until a release."""
    wrong = wrong_changelog(VERSION, (ROOT / "CHANGELOG.md").read_text("utf-8"))
    assert [each for each in wrong if "Unreleased belongs" not in each] == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (GOOD.replace("## [Unreleased]\n", ""), "does not begin"),
        (GOOD.replace("## [Unreleased]\n", "## [Unreleased]\n\n- More.\n"), "belongs to the release"),
        (GOOD.replace(VERSION, "0.0.9"), "no entry"),
        (GOOD.replace(" - 2026-01-01", ""), "has no form"),
    ],
)
def test_a_changelog_that_is_not_ready(text, fault):
    assert wrong_changelog(VERSION, GOOD) == []
    assert any(fault in each for each in wrong_changelog(VERSION, text))


def test_the_citation_has_the_fields_of_its_format():
    """The fields that version 1.2.0 of the Citation File Format asks for, and no other than it knows."""
    said = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= set(said)
    assert set(said) <= {
        "abstract", "authors", "cff-version", "commit", "contact", "date-released", "doi", "identifiers", "keywords",
        "license", "license-url", "message", "preferred-citation", "references", "repository", "repository-artifact",
        "repository-code", "title", "type", "url", "version",
    }  # fmt: skip
    assert said["cff-version"] == "1.2.0" and said["type"] == "software"
    assert said["authors"] == [{"name": "The newsact developers"}]
    assert isinstance(said["date-released"], date)
