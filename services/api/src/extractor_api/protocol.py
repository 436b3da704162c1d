"""The HTTP protocol of the server, with problem documents for what never becomes a request."""

from __future__ import annotations

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from extractor_api.problems import PROBLEM_JSON, ProblemError
from extractor_api.responses import encoded_problem

__all__ = ["ProblemProtocol"]


class ProblemProtocol(HttpToolsProtocol):
    """Answers bytes that are not HTTP with the problem `bad-request`."""

    def send_400_response(self, msg: str) -> None:
        """Answer and close the connection."""
        body = encoded_problem(ProblemError("bad-request", msg), None)
        head = (
            "HTTP/1.1 400 Bad Request\r\n"
            f"content-type: {PROBLEM_JSON}\r\n"
            f"content-length: {len(body)}\r\n"
            "x-content-type-options: nosniff\r\n"
            "connection: close\r\n\r\n"
        )
        self.transport.write(head.encode("ascii") + body)
        self.transport.close()
