"""The kinds of problems as a page of Markdown.

`python -m extractor_api.pages.markdown > docs/http/problems.md` makes the page anew.
"""

from __future__ import annotations

import sys

from extractor_api.catalogue import CATALOGUE

__all__ = ["problems_markdown"]

_HEAD = """\
# Problems

Every error is answered with a problem document ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457))
of the media type `application/problem+json`:

```json
{"type": "/docs/problems#text-too-long", "title": "The text is too long", "status": 413,
 "detail": "text: 1,200,000 characters, the limit is 1,000,000", "limit": 1000000, "value": 1200000,
 "request_id": "4f0c2a9d7b1e4c55"}
```

`type` and `title` are fixed for each kind. `type` is a reference to a section of the page
`/docs/problems` of the service itself, which says the same as this one. `detail` says what is wrong
in the case at hand. `errors` points at the fields: `pointer` is a JSON pointer into the body,
`parameter` the name of a query parameter. `limit` and `value` name the limit that was passed.
`request_id` is the answer's `X-Request-Id`, and stands in every line of the log.

In a batch and in a stream, the problem of one article stands in the article's place, in the member
`error`; the answer itself is 200. An article without events is no error.

Answers that may be tried again carry `Retry-After`, in seconds. Reading an article changes nothing,
so a repeated request does no harm.

This page is made from the table in `services/api/src/extractor_api/catalogue.py`.
"""


def problems_markdown() -> str:
    """The whole page."""
    rows = ["", "| problem | status | again? |", "|---|---|---|"]
    rows += [
        f"| [`{kind.name}`](#{kind.name}) | {kind.status} | {'yes' if kind.retry else 'no'} |"
        for kind in CATALOGUE.values()
    ]
    sections = (
        f"\n## {kind.name}\n\n{kind.status}: {kind.title}. {kind.advice}" for kind in CATALOGUE.values()
    )
    return _HEAD + "\n".join(rows) + "\n" + "\n".join(sections) + "\n"


if __name__ == "__main__":
    sys.stdout.write(problems_markdown())
