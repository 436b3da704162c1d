"""The contract as a running service serves it: with the event types that its extensions add."""

from __future__ import annotations

import copy
import json
from typing import Any

import msgspec

from extractor_api.contract import TYPES
from extractor_api.ontology import Ontology
from extractor_api.openapi import document, dump_json, dump_yaml, json_document, yaml_document

__all__ = ["ServedDocument"]


class ServedDocument:
    """The document for an ontology; that of the default configuration where it adds nothing."""

    def __init__(self, ontology: bytes | None) -> None:
        """`ontology` is what `/v1/ontology` answers, None while that is not known."""
        known = None if ontology is None else msgspec.json.decode(ontology, type=Ontology)
        added = known is not None and {term.name for term in known.types} - set(TYPES)
        self._tree = _extended(known) if known is not None and added else None

    def json(self) -> bytes:
        """The document as JSON text."""
        return json_document() if self._tree is None else dump_json(self._tree)

    def yaml(self) -> bytes:
        """The document as YAML text."""
        return yaml_document() if self._tree is None else dump_yaml(self._tree)


def _extended(known: Ontology) -> dict[str, Any]:
    tree = copy.deepcopy(document())
    names = [term.name for term in known.types]
    added = [term for term in known.types if term.name not in TYPES]
    told = "\n".join(
        f"* `{term.name}`: {term.description} Subtypes: {', '.join(s.name for s in term.subtypes)}. "
        f"Roles: {', '.join(term.roles)}."
        for term in added
    )
    tree["info"]["description"] += f"\n## Event types of this service's own\n\n{told}\n"
    for operations in tree["paths"].values():
        for operation in operations.values():
            for parameter in operation.get("parameters", ()):
                if parameter["name"] == "types":
                    parameter["schema"]["items"] = {"enum": names}
    schemas = tree["components"]["schemas"]
    subtypes = dict.fromkeys(subtype.name for term in known.types for subtype in term.subtypes)
    for schema, member, values in (
        ("Event", "type", names),
        ("Event", "subtype", list(subtypes)),
        ("Actor", "role", [role.name for role in known.roles]),
    ):
        part = schemas[schema]["properties"][member]
        part["description"] = f"One of {', '.join(f'`{value}`' for value in values)}."
        part["examples"] = values
    schemas["Ontology"]["examples"] = [json.loads(msgspec.json.encode(known))]
    return tree
