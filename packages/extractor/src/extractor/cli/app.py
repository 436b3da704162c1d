"""The commands and their options."""

from __future__ import annotations

import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType
from typing import Annotated, Any

import typer

from extractor.cli import building, lexicon, output, running
from extractor.cli.articles import parse_published, read_text
from extractor.cli.building import fail
from extractor.cli.options import ConfigFile, Extensions, Minimum, Pipeline, ReportFormat, Types
from extractor.config import Config
from extractor.errors import ArticleError, ConfigurationError, InvalidArticle
from extractor_schema import Article

__all__ = ["app", "main"]

EPILOG = (
    "Exit codes: 0 done, 1 the article could not be read, 2 wrong usage, 3 the extractor can't be built, "
    "4 batch refuses to go on with this output, 5 the output can't be written, "
    "130 interrupted, 141 nobody reads the output."
)
app = typer.Typer(
    name="extractor",
    help="Turn news text into events: meetings, offers, strikes and threats.",
    epilog=EPILOG,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

File = Annotated[
    str, typer.Argument(metavar="FILE|-", help="Text, Markdown or HTML, UTF-8; - is standard input.")
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="Publication day, or date-time with its offset: dates are resolved against it."
    ),
]
Title = Annotated[str | None, typer.Option(help="Headline, as context for names, dates and language.")]
Language = Annotated[str | None, typer.Option(help="ISO 639-1 code of the text; recognised where absent.")]
Content = Annotated[
    output.ContentType | None,
    typer.Option(help="Format of the text; by the file's name or recognised where absent."),
]


def build(config: Config) -> building.ExtractorLike:
    """The extractor, or exit 3."""
    try:
        return building.build_extractor(config)
    except ConfigurationError as error:
        raise fail(str(error), 3) from error


def explainer(extractor: building.ExtractorLike) -> Callable[[Article], Sequence[Any]]:
    """What explains the events of an article, or exit 3 where the library can't."""
    method: Callable[[Article], Sequence[Any]] | None = getattr(extractor, "explain", None)
    if method is None:
        raise fail("this version of the library gives no explanations", 3)
    return method


def read_article(
    file: str,
    published: str | None,
    title: str | None,
    language: str | None,
    content: output.ContentType | None,
) -> Article:
    """The article of the command line; exit 1 where the text can't be read, 2 where an option can't."""
    try:
        day = parse_published(published) if published is not None else None
    except InvalidArticle as error:
        raise typer.BadParameter(error.reason, param_hint="--published") from error
    try:
        text = read_text(file)
    except OSError as error:
        raise typer.BadParameter(f"{file}: {error.strerror or error}", param_hint="FILE") from error
    except InvalidArticle as error:
        raise fail(f"{file}: {error}", 1) from error
    kind = content or output.ContentType.of_name(file)
    return Article(
        text=text, title=title, published_at=day, language=language, content_type=kind.value if kind else None
    )


def show_version(wanted: bool) -> None:
    """Print the version and leave."""
    if wanted:
        from importlib.metadata import version

        typer.echo(f"extractor {version('newsact-extractor')}")
        raise typer.Exit


app.add_typer(lexicon.app)


@app.callback()
def common(
    version: Annotated[
        bool,
        typer.Option("--version", callback=show_version, is_eager=True, help="Print the version and leave."),
    ] = False,
) -> None:
    """Turn news text into events: meetings, offers, strikes and threats."""


@app.command(epilog=EPILOG)
def extract(
    file: File,
    published: Published = None,
    format: Annotated[
        output.Format | None, typer.Option(help="Default: table on a terminal, json elsewhere.")
    ] = None,
    title: Title = None,
    language: Language = None,
    content_type: Content = None,
    types: Types = None,
    min_confidence: Minimum = None,
    pipeline: Pipeline = None,
    extension: Extensions = None,
    config: ConfigFile = None,
) -> None:
    """Print the events of one article."""
    settings = building.read_config(config, types, min_confidence, pipeline, extension)
    article = read_article(file, published, title, language, content_type)
    try:
        result = build(settings).extract(article)
    except ArticleError as error:
        raise fail(f"{file}: {error}", 1) from error
    output.write_result(result, format or output.Format.default(), name=file)


@app.command(epilog=EPILOG)
def explain(
    file: File,
    published: Published = None,
    format: ReportFormat = output.TextFormat.text,
    title: Title = None,
    language: Language = None,
    content_type: Content = None,
    types: Types = None,
    min_confidence: Minimum = None,
    pipeline: Pipeline = None,
    extension: Extensions = None,
    config: ConfigFile = None,
) -> None:
    """Print each event with its rule, its evidence and why each argument was chosen."""
    settings = building.read_config(config, types, min_confidence, pipeline, extension)
    article = read_article(file, published, title, language, content_type)
    try:
        explanations = explainer(build(settings))(article)
    except ArticleError as error:
        raise fail(f"{file}: {error}", 1) from error
    output.write_explanations(explanations, format)


@app.command(epilog=EPILOG)
def ontology(
    format: ReportFormat = output.TextFormat.text,
    extension: Extensions = None,
    config: ConfigFile = None,
) -> None:
    """Print the event types, subtypes, roles and statuses, those of extensions too."""
    settings = building.read_config(config, None, None, None, extension)
    try:
        found = building.ontology_of(settings)
    except ConfigurationError as error:
        raise fail(str(error), 3) from error
    output.write_ontology(found, format)


@app.command(epilog=EPILOG)
def batch(
    input: Annotated[
        str, typer.Argument(metavar="IN.jsonl|-", help="One article a line; - is standard input.")
    ],
    out: Annotated[str, typer.Option("--output", "-o", metavar="OUT.jsonl|-", help="One record a line.")],
    workers: Annotated[int, typer.Option(min=1, help="Worker processes.")] = 1,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Begin anew when the output exists.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 1 when a line could not be read.")] = False,
    types: Types = None,
    min_confidence: Minimum = None,
    pipeline: Pipeline = None,
    extension: Extensions = None,
    config: ConfigFile = None,
) -> None:
    """Extract the events of many articles.

    A line of the input is an object with text and, if known, id, title, published_at, language, url and
    content_type.
    The same line of the output is its result, or {"id", "line", "error"} where it could not be read.
    Blank lines are passed over. After an interruption the same command goes on where it stopped:
    OUT.jsonl.state says which input and configuration the output belongs to.
    """
    settings = building.read_config(config, types, min_confidence, pipeline, extension)
    source, target = Path(input), Path(out)
    if input != "-" and source.is_dir():
        reason = "is a folder; a batch is one file, with an article a line as JSON"
        raise typer.BadParameter(f"{input}: {reason}", param_hint="IN.jsonl")
    if input != "-" and not source.exists():
        raise typer.BadParameter(f"{input}: no such file", param_hint="IN.jsonl")
    if out != "-" and target.is_dir():
        raise typer.BadParameter(f"{out}: is a folder; the results go into one file", param_hint="-o")
    if input != "-" and out != "-" and target.exists() and source.samefile(target):
        raise typer.BadParameter("input and output are the same file", param_hint="-o")
    extractor = build(settings)
    if not (_keeps(input) and _keeps(out)):
        errors = running.run_stream(extractor, input, out, workers=workers, overwrite=overwrite)
    else:
        errors = running.run_journal(
            extractor, settings, source, target, workers=workers, overwrite=overwrite
        )
    if errors and strict:
        raise typer.Exit(1)


def _keeps(name: str) -> bool:
    """Whether what was read or written can be looked at again: not of a pipe, a device or a folder."""
    path = Path(name)
    return name != "-" and (path.is_file() or not path.exists())


def main() -> None:
    """The console script: run the command line; a signal that asks to stop ends it in an orderly way."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _stop)
    app()


def _stop(number: int, frame: FrameType | None) -> None:
    """Leave through the open files and workers, with the exit code that shells give to signals."""
    typer.echo("extractor: stopped", err=True)
    raise SystemExit(128 + number)
