"""The commands `lexicon check` and `lexicon try`: files of one's own, and what rows make of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import msgspec
import typer

from extractor.cli import building, options, output
from extractor.cli.building import fail
from extractor.config import Config
from extractor.errors import ArticleError, ConfigurationError, ExtensionError

if TYPE_CHECKING:  # spaCy is imported by them
    from extractor import Extractor
    from extractor.checking import Check
    from extractor.explaining import Reason
    from extractor.trying import Trial

__all__ = ["app"]

app = typer.Typer(
    name="lexicon", help="Files of one's own: check them, and try sentences.", no_args_is_help=True
)

Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE|FOLDER...", help="Extensions: TOML and TSV files, or folders of them."),
]
Sentence = Annotated[str, typer.Argument(help="A sentence, or a text of several.")]
NoExamples = Annotated[bool, typer.Option("--no-examples", help="Do not read the example sentences.")]


@app.command(epilog="Exit codes: 0 all is well, 1 examples fail, 3 files are broken.")
def check(
    files: Files,
    format: options.ReportFormat = output.TextFormat.text,
    pipeline: options.Pipeline = None,
    no_examples: NoExamples = False,
) -> None:
    """Check files of types, rows, actors and places, and read their example sentences.

    Every problem is told with file and line.
    """
    config = building.read_config(None, None, None, pipeline, files)
    try:
        building.ontology_of(config)
    except ExtensionError as error:
        if format is output.TextFormat.json:
            problems = [
                {"file": p.file, "line": p.line, "reason": p.reason, "value": p.value} for p in error.problems
            ]
            output.write_bytes(output.encode({"problems": problems}) + b"\n")
            raise typer.Exit(3) from error
        count = len(error.problems)
        raise fail(f"{count} problem{'' if count == 1 else 's'}\n{error}", 3) from error
    if no_examples:
        return
    from extractor.checking import check_examples

    found = check_examples(_extractor(config))
    if format is output.TextFormat.json:
        output.write_bytes(output.encode(found) + b"\n")
    else:
        output.write_console(*_report(found))
    if found.faults:
        raise typer.Exit(1)


@app.command("try", epilog="Exit codes: 0 done, 1 the text could not be read, 3 files are broken.")
def try_(
    sentence: Sentence,
    extension: options.Extensions = None,
    format: options.ReportFormat = output.TextFormat.text,
    pipeline: options.Pipeline = None,
    config: options.ConfigFile = None,
) -> None:
    """Show which rows match a sentence, what is decided, and why rows that share a word do not match."""
    from extractor.trying import try_sentence

    extractor = _extractor(building.read_config(config, None, None, pipeline, extension))
    try:
        trial = try_sentence(extractor, sentence)
    except ArticleError as error:
        raise fail(str(error), 1) from error
    if format is output.TextFormat.json:
        output.write_bytes(output.encode(trial) + b"\n")
    else:
        output.write_console(*_outline(trial))


def _extractor(config: Config) -> Extractor:
    """The extractor, which reads every sentence, or exit 3."""
    from extractor import Extractor

    try:
        return Extractor(msgspec.structs.replace(config, screen=False))
    except ConfigurationError as error:
        raise fail(str(error), 3) from error


def _report(check: Check) -> Iterator[str]:
    for fault in check.faults:
        place = f"{fault.file}:{fault.line}" if fault.line else fault.file
        yield f"{place}: row {fault.row}: {fault.sentence}"
        yield f"    {fault.reason}"
    if check.bare:
        yield f"rows without an example: {', '.join(check.bare)}"
    read = f"{check.rows} rows, {check.examples} examples, {check.counterexamples} counterexamples"
    yield f"{read}: {f'{len(check.faults)} not' if check.faults else 'all'} as the rows say"


def _outline(trial: Trial) -> Iterator[str]:
    yield "matches:" if trial.matches else "no row matches"
    for match in trial.matches:
        verdict = f"{'an' if match.accepted else 'no'} event, {match.probability:.2f}"
        if match.refusal:
            verdict += f": {match.refusal}"
        yield f"  “{match.trigger}” [{match.start}:{match.end}] {match.row}: {verdict}"
        yield f"      {_weighed(match.reasons)}"
    if trial.misses:
        yield "rows that share a word and do not match:"
    for miss in trial.misses:
        yield f"  “{miss.word}” {miss.row}: {miss.reason}"


def _weighed(reasons: tuple[Reason, ...]) -> str:
    return ", ".join(f"{reason.feature} {reason.weight:+.2f}" for reason in reasons)
