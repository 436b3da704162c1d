from __future__ import annotations

from collections.abc import Callable

import pytest
from typer.testing import CliRunner, Result

from extractor.cli import app, building
from tests.cli.fake import FakeExtractor


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> FakeExtractor:
    extractor = FakeExtractor()

    def build(config):
        extractor.config = config
        return extractor

    monkeypatch.setattr(building, "build_extractor", build)
    return extractor


@pytest.fixture
def cli() -> Callable[..., Result]:
    def run(*args: str, input: bytes | str | None = None) -> Result:
        return CliRunner().invoke(app, [str(a) for a in args], input=input)

    return run
