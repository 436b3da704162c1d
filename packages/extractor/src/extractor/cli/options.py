"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli import output

__all__ = ["ConfigFile", "Extensions", "Minimum", "Pipeline", "ReportFormat", "Types"]

Types = Annotated[
    list[str] | None, typer.Option("--type", help="Event type that is wanted; may be repeated.")
]
Minimum = Annotated[float | None, typer.Option(min=0, max=1, help="Leave out events below this confidence.")]
Pipeline = Annotated[str | None, typer.Option(help="Name or path of the spaCy pipeline.")]
ConfigFile = Annotated[
    Path | None, typer.Option("--config", dir_okay=False, help="Configuration as JSON; options go before it.")
]
Extensions = Annotated[
    list[str] | None,
    typer.Option(
        "--extension",
        metavar="FILE|FOLDER",
        help="Event types, rows, actors or places of one's own (docs/extending.md); may be repeated.",
    ),
]
ReportFormat = Annotated[output.TextFormat, typer.Option(help="text for people, json for programs.")]
