"""The command line `extractor`.

Exit codes:

    0    done; a text without events is no failure
    1    the article could not be read; `batch --strict`: some lines could not; `lexicon check`: examples fail
    2    wrong usage: an unknown option, a file that is not there, a day that does not exist
    3    the extractor can't be built: the pipeline is not installed, a data file or an extension is broken
    4    `batch` refuses to go on: the output belongs to another input or configuration
    5    the output can't be written
    130  interrupted (143: asked to end)
    141  the reader of the output went away
"""

from __future__ import annotations

from extractor.cli.app import app, main

__all__ = ["app", "main"]
