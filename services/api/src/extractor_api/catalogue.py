"""The kinds of problems that the service answers with; code, pages and contract read this table."""

from __future__ import annotations

import msgspec

__all__ = ["CATALOGUE", "PROBLEMS_PATH", "ProblemType"]

PROBLEMS_PATH = "/docs/problems"
"""Page of the service that describes the problems; the `type` of a problem is a section of it."""


class ProblemType(msgspec.Struct, frozen=True):
    """One kind of problem."""

    name: str
    """Stable name: the section of the page that describes it."""
    status: int
    """HTTP status that it is answered with."""
    title: str
    """What is wrong, in few words; the same for every occurrence."""
    advice: str
    """What it means and what to do."""
    retry: bool = False
    """The same request may succeed later; `Retry-After` says when."""

    @property
    def uri(self) -> str:
        """Value of the member `type`: a reference that resolves against the service's address."""
        return f"{PROBLEMS_PATH}#{self.name}"


_ROWS = (
    ProblemType(
        "bad-request",
        400,
        "The request can't be read as HTTP",
        "The request line, a header or the framing of the body breaks the rules of HTTP. Mend the client.",
    ),
    ProblemType(
        "malformed-body",
        400,
        "The body can't be decoded",
        "The body is empty, cut off, not UTF-8, not valid JSON or MessagePack, holds half of a surrogate "
        "pair, "
        "or does not match its Content-Encoding. The detail says which, and where.",
    ),
    ProblemType(
        "missing-key",
        401,
        "An API key is needed",
        "Send the key as `Authorization: Bearer KEY` or as `X-API-Key: KEY`.",
    ),
    ProblemType(
        "invalid-key",
        401,
        "The API key is not known",
        "The key is misspelt, or was withdrawn. Ask the operator for a new one.",
    ),
    ProblemType("not-found", 404, "Nothing is served at this path", "`/openapi.json` lists the paths."),
    ProblemType(
        "method-not-allowed",
        405,
        "The path does not know this method",
        "The header `Allow` lists the methods.",
    ),
    ProblemType(
        "not-acceptable",
        406,
        "None of the accepted formats can be made",
        "The member `supported` lists the media types that `Accept` may ask for.",
    ),
    ProblemType(
        "body-timeout",
        408,
        "The body did not arrive in time",
        "No byte came for as long as the member `limit` says, in seconds. Send the request again.",
        True,
    ),
    ProblemType(
        "body-too-large",
        413,
        "The body is too large",
        "The body, once decompressed, has more bytes than `limit`. Send fewer articles at once.",
    ),
    ProblemType(
        "text-too-long",
        413,
        "The text is too long",
        "The text has `value` code points, where `limit` are allowed. Nothing was cut and nothing was read. "
        "Split the text, or ask the operator for a higher limit.",
    ),
    ProblemType(
        "too-many-articles",
        413,
        "The batch has too many articles",
        "The batch has `value` articles, where `limit` are allowed. Send several batches, or a stream.",
    ),
    ProblemType(
        "batch-too-long",
        413,
        "The texts of the batch are too long together",
        "The texts have `value` code points together, where `limit` are allowed. Send several batches, "
        "or a stream.",
    ),
    ProblemType(
        "unsupported-media-type",
        415,
        "The body's media type is not supported",
        "The member `supported` lists the media types that `Content-Type` may name.",
    ),
    ProblemType(
        "unsupported-encoding",
        415,
        "The body's encoding is not supported",
        "The member `supported` lists what `Content-Encoding` may name.",
    ),
    ProblemType(
        "invalid-article",
        422,
        "The article breaks the contract",
        "A field is missing, unknown, of the wrong type or holds a value that can't be read. `errors` "
        "names it "
        "with a JSON pointer.",
    ),
    ProblemType(
        "invalid-parameter",
        422,
        "A query parameter breaks the contract",
        "A parameter of the query is unknown or holds a value that can't be read. `errors` names it.",
    ),
    ProblemType(
        "rate-limited",
        429,
        "The key's rate is used up",
        "The articles of this key in the last minute reached `limit`. Wait as long as `Retry-After` says.",
        True,
    ),
    ProblemType(
        "queue-full",
        429,
        "More work is waiting than the service takes on",
        "Nothing was read. Wait as long as `Retry-After` says and send the request again: reading is "
        "free of side "
        "effects, so a repeated request does no harm.",
        True,
    ),
    ProblemType(
        "internal-error",
        500,
        "The service broke down",
        "The fault is the service's. Tell the operator the `request_id`.",
    ),
    ProblemType(
        "extraction-failed",
        500,
        "The reading of the article broke down",
        "The extractor failed on this article; others are not touched. Tell the operator the `request_id`.",
    ),
    ProblemType(
        "worker-crashed",
        500,
        "The article was lost with its worker, twice",
        "Two worker processes died while they read this article; it is probably the cause. Others are "
        "not touched.",
    ),
    ProblemType(
        "not-ready",
        503,
        "The service is starting",
        "The workers are being loaded. Try again soon.",
        True,
    ),
    ProblemType(
        "draining",
        503,
        "The service is stopping",
        "Send the request again: another instance will take it.",
        True,
    ),
    ProblemType(
        "queue-timeout",
        503,
        "The request waited too long",
        "None of its articles was begun within `limit` seconds. Nothing was read; send it again later.",
        True,
    ),
    ProblemType(
        "deadline-exceeded",
        503,
        "The article took too long",
        "The reading of the article was stopped after `limit` seconds. The same article would probably "
        "take as long "
        "again, so there is no `Retry-After`: split the text.",
    ),
)

CATALOGUE: dict[str, ProblemType] = {row.name: row for row in _ROWS}
"""Every kind of problem by its name, in order of status."""
