"""Calls the service with the client that openapi-python-client generates: `call.py URL`."""

import sys

from newsact_client import Client
from newsact_client.api.description import info, ontology
from newsact_client.api.extraction import extract, extract_batch
from newsact_client.api.operations import livez
from newsact_client.models import Article, BatchRequest, BatchResponse, ItemError, Ontology, Problem, Result

with Client(base_url=sys.argv[1]) as client:
    result = extract.sync(client=client, body=Article(text="Ministers met in Geneva."))
    assert isinstance(result, Result), result
    assert [event.type_ for event in result.events] == ["meeting"], result

    wrong = extract.sync_detailed(client=client, body=Article(text="x", published_at="2026-02-30"))
    assert wrong.status_code == 422, wrong
    assert isinstance(wrong.parsed, Problem), wrong

    batch = extract_batch.sync(
        client=client, body=BatchRequest(articles=[Article(text="Jets struck."), Article(text="FAIL")])
    )
    assert isinstance(batch, BatchResponse), batch
    first, second = batch.results
    assert isinstance(first, Result), first
    assert isinstance(second, ItemError), second

    assert isinstance(ontology.sync(client=client), Ontology)
    assert info.sync(client=client) is not None
    assert livez.sync(client=client) is not None
print("ok")
