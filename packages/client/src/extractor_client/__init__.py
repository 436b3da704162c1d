"""Client of the HTTP service: one article, a batch, or any number of them, in order.

    from extractor_client import Article, Client
    with Client("http://127.0.0.1:8000") as client:
        result = client.extract(Article(text="The ministers met in Geneva."))
        for record in client.pipe(articles):
            ...

`AsyncClient` has the same methods for asyncio. Results are the structs that the library gives too.
"""

from __future__ import annotations

from extractor_client.aio import AsyncClient
from extractor_client.calls import Options
from extractor_client.errors import (
    AccessDenied,
    BadAnswer,
    ClientError,
    InvalidRequest,
    Problem,
    ServerFailed,
    TooLarge,
    Unavailable,
    Unreachable,
)
from extractor_client.retrying import Retry
from extractor_client.sync import Client
from extractor_client.wire import Info, Limits
from extractor_schema import Article, ErrorDetail, ErrorRecord, Event, Record, Result

__all__ = [
    "AccessDenied",
    "Article",
    "AsyncClient",
    "BadAnswer",
    "Client",
    "ClientError",
    "ErrorDetail",
    "ErrorRecord",
    "Event",
    "Info",
    "InvalidRequest",
    "Limits",
    "Options",
    "Problem",
    "Record",
    "Result",
    "Retry",
    "ServerFailed",
    "TooLarge",
    "Unavailable",
    "Unreachable",
]
