"""The errors that the extractor raises.

ExtractorError
├── ArticleError            one article is at fault; a stream goes on
│   ├── InvalidArticle      a field holds a value that can't be read
│   ├── TextTooLong         the text is longer than the configured limit
│   └── ExtractionFailed    the reading of the article broke down
└── ConfigurationError      the extractor can't be built as asked for
    ├── PipelineNotFound    the named language pipeline is not installed
    ├── DataError           a data file is broken; names file, line and value
    └── ExtensionError      files of the user's are broken; holds every DataError
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

__all__ = [
    "ArticleError",
    "ConfigurationError",
    "DataError",
    "ExtensionError",
    "ExtractionFailed",
    "ExtractorError",
    "InvalidArticle",
    "PipelineNotFound",
    "TextTooLong",
]


class ExtractorError(Exception):
    """Base of all errors of the package; `type` is a stable name for logs, records and problem documents.

    All can be pickled, so that another process can raise them here.
    """

    type = "extractor_error"

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return _restore, (self.__class__, self.args, self.__dict__)


def _restore(kind: type[ExtractorError], args: tuple[Any, ...], members: dict[str, Any]) -> ExtractorError:
    """The error as it was; its own constructor would make the message from other arguments."""
    error = kind.__new__(kind, *args)
    error.__dict__.update(members)
    return error


class ArticleError(ExtractorError):
    """One article is at fault."""

    type = "article_error"


class InvalidArticle(ArticleError):
    """A field of the article holds a value that can't be read; `field` names it, `value` is the offending
    value.
    """

    type = "invalid_article"

    def __init__(self, field: str, value: object, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.value = value
        self.reason = reason


class TextTooLong(ArticleError):
    """The text has `length` characters where `limit` are allowed."""

    type = "text_too_long"

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(f"text: {length:,} characters, the limit is {limit:,}")
        self.length = length
        self.limit = limit


class ExtractionFailed(ArticleError):
    """The reading of the article broke down; the cause is chained."""

    type = "extraction_failed"


class ConfigurationError(ExtractorError):
    """The extractor can't be built as asked for."""

    type = "configuration_error"


class PipelineNotFound(ConfigurationError):
    """The named language pipeline is not installed."""

    type = "pipeline_not_found"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"pipeline {name!r} is not installed; install it or name another in Config(pipeline=...)"
        )
        self.name = name


class DataError(ConfigurationError):
    """A data file is broken; `line` counts from 1, `value` is what offends where it can be shown."""

    type = "data_error"

    def __init__(self, file: str, line: int | None, reason: str, *, value: object = None) -> None:
        super().__init__(f"{file}{f':{line}' if line else ''}: {reason}")
        self.file = file
        self.line = line
        self.reason = reason
        self.value = value


class ExtensionError(ConfigurationError):
    """Files that extend the extractor are broken; `problems` are all that was found, in the files' order.

    Nothing of the files is in use then.
    """

    type = "extension_error"

    def __init__(self, problems: Sequence[DataError]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)
