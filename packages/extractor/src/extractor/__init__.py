"""Meetings, offers, strikes and threats in news text, each with its actors, places and date."""

from __future__ import annotations

from extractor.config import Config, Limits
from extractor.errors import (
    ArticleError,
    ConfigurationError,
    DataError,
    ExtensionError,
    ExtractionFailed,
    ExtractorError,
    InvalidArticle,
    PipelineNotFound,
    TextTooLong,
)
from extractor.explaining import Explanation
from extractor.ontology import Ontology, ontology
from extractor.pipeline import Extractor
from extractor.version import VERSION as __version__
from extractor_schema import (
    Actor,
    Article,
    Attribution,
    Engine,
    ErrorDetail,
    ErrorRecord,
    Event,
    EventDate,
    Mention,
    Place,
    Record,
    Result,
    Skipped,
    Span,
)

__all__ = [
    "Actor",
    "Article",
    "ArticleError",
    "Attribution",
    "Config",
    "ConfigurationError",
    "DataError",
    "Engine",
    "ErrorDetail",
    "ErrorRecord",
    "Event",
    "EventDate",
    "Explanation",
    "ExtensionError",
    "ExtractionFailed",
    "Extractor",
    "ExtractorError",
    "InvalidArticle",
    "Limits",
    "Mention",
    "Ontology",
    "PipelineNotFound",
    "Place",
    "Record",
    "Result",
    "Skipped",
    "Span",
    "TextTooLong",
    "__version__",
    "ontology",
]
