"""The public names: taking one away, or adding one, is a decision, and shows here."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

NAMES = {
    "extractor": """
        Actor Article ArticleError Attribution Config ConfigurationError DataError Engine ErrorDetail ErrorRecord Event
        EventDate Explanation ExtensionError ExtractionFailed Extractor ExtractorError InvalidArticle Limits Mention Ontology PipelineNotFound
        Place Record Result Skipped Span TextTooLong __version__ ontology
    """,
    "extractor_schema": """
        SCHEMA_VERSION Actor ActorKind Article Attribution Basis Block ContentType Engine ErrorDetail ErrorRecord Event
        EventDate EventStatus EventType Granularity Mention Place Record Result Role SkipReason Skipped Span
    """,
    "extractor.export": """
        COLUMNS EventRow event_rows events_table read_jsonl to_dataframe to_geojson write_csv write_jsonl write_parquet
    """,
    "extractor.cli": "app main",
}


@pytest.mark.parametrize("name", NAMES)
def test_names_are_these(name):
    module = importlib.import_module(name)
    assert sorted(module.__all__) == sorted(NAMES[name].split())
    for public in module.__all__:
        assert hasattr(module, public)


@pytest.mark.parametrize("name", ["extractor", "extractor_schema"])
def test_packages_are_typed(name):
    assert (Path(importlib.import_module(name).__file__).parent / "py.typed").exists()


def test_the_extractor_hands_on_the_structs_of_the_schema():
    import extractor
    import extractor_schema

    for name in set(extractor.__all__) & set(extractor_schema.__all__):
        assert getattr(extractor, name) is getattr(extractor_schema, name)


def test_versions_agree():
    from importlib.metadata import version

    import extractor

    assert version("newsact-extractor") == extractor.__version__
