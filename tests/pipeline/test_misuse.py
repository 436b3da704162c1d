"""What a caller does wrong is told at once: not by a hang, by silence, or by an error from deep inside."""

from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path
from typing import Any

import pytest

from extractor import (
    Article,
    Config,
    ConfigurationError,
    DataError,
    ErrorRecord,
    ExtensionError,
    ExtractionFailed,
    Extractor,
    ExtractorError,
    InvalidArticle,
    Limits,
    PipelineNotFound,
    TextTooLong,
)
from extractor.config import checked

DATA = DataError("own.tsv", 3, "a name is empty", value="")


@pytest.mark.parametrize("workers", [0, -1])
def test_no_workers_are_refused(extractor: Extractor, workers: int) -> None:
    with pytest.raises(ValueError, match=f"workers: 1 or more is wanted, not {workers}"):
        extractor.pipe([Article(text="Envoys met.")], workers=workers)


@pytest.mark.parametrize("wrong", ["Envoys met in Oslo.", {"text": "Envoys met in Oslo."}, None])
def test_what_is_no_article_is_told_by_its_type(extractor: Extractor, wrong: Any) -> None:
    with pytest.raises(TypeError, match="an Article is wanted, not "):
        extractor.extract(wrong)
    with pytest.raises(TypeError, match="an Article is wanted, not "):
        extractor.explain(wrong)
    with pytest.raises(TypeError, match="an Article is wanted, not "):
        list(extractor.pipe([Article(text="Envoys met."), wrong]))


@pytest.mark.parametrize("wrong", ["Envoys met in Oslo.", Article(text="Envoys met in Oslo.")])
def test_one_text_is_no_stream(extractor: Extractor, wrong: Any) -> None:
    with pytest.raises(TypeError, match="an iterable of articles is wanted"):
        extractor.pipe(wrong)


@pytest.mark.parametrize("language", ["EN", "en-GB", "eng", "english"])
def test_a_language_that_is_no_code_is_refused(extractor: Extractor, language: str) -> None:
    """It would be taken for another language than English, and the text passed over in silence."""
    article = Article(text="Envoys met in Oslo.", language=language)
    with pytest.raises(InvalidArticle, match="language: an ISO 639-1 code such as 'en' is wanted"):
        extractor.extract(article)
    (record,) = extractor.pipe([article])
    assert isinstance(record, ErrorRecord)
    assert record.error.type == "invalid_article"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (Config(min_confidence=7), "min_confidence"),
        (Config(min_confidence=-0.1), "min_confidence"),
        (Config(min_confidence=float("nan")), "min_confidence"),
        (Config(min_confidence="0.5"), "min_confidence"),  # type: ignore[arg-type]
        (Config(limits=Limits(max_characters=-1)), "limits.max_characters"),
        (Config(limits=Limits(part_characters=0)), "limits.part_characters"),
        (Config(types="strike"), "types"),  # type: ignore[arg-type]
        (Config(extensions="own.toml"), "extensions"),  # type: ignore[arg-type]
        (Config(languages=("EN",)), "languages"),
    ],
)
def test_a_configuration_out_of_its_bounds_is_refused_by_name(wrong: Config, field: str) -> None:
    with pytest.raises(ConfigurationError, match=field):
        Extractor(wrong)


def test_lists_and_paths_will_do_in_a_configuration() -> None:
    given = Config(types=["strike"], extensions=[Path("own")])  # type: ignore[arg-type, list-item]
    assert checked(given) == Config(types=("strike",), extensions=("own",))


@pytest.mark.parametrize(
    "error",
    [
        InvalidArticle("published_at", dt.date(2026, 1, 26), "no day"),
        TextTooLong(29, 20),
        ExtractionFailed("ValueError: no"),
        PipelineNotFound("nope"),
        DATA,
        ExtensionError([DATA, DATA]),
        ConfigurationError("no"),
    ],
)
def test_errors_travel_between_processes(error: ExtractorError) -> None:
    """An error that can't be unpickled breaks a ProcessPoolExecutor, and with it all that is left to read."""
    found = pickle.loads(pickle.dumps(error))
    assert type(found) is type(error)
    assert str(found) == str(error)
    assert vars(found).keys() == vars(error).keys()
    assert all(str(vars(found)[name]) == str(value) for name, value in vars(error).items())
