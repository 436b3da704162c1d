"""The committed document passes the validators of others."""

from __future__ import annotations

import json

import openapi_spec_validator

from tests.contract.tools import HERE, ROOT, run, tool

DOCUMENT = ROOT / "openapi" / "openapi.json"


def test_openapi_spec_validator() -> None:
    openapi_spec_validator.validate(json.loads(DOCUMENT.read_text("utf-8")))


def test_spectral() -> None:
    run(
        [
            tool("spectral"),
            "lint",
            str(DOCUMENT),
            "--ruleset",
            str(HERE / "spectral.yaml"),
            "--fail-severity",
            "error",
        ]
    )


def test_redocly() -> None:
    assert "valid" in run([tool("redocly"), "lint", str(DOCUMENT)])
