"""The examples in docstrings are run, and every public name is documented."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil

import pytest

PACKAGES = [
    name
    for name in ("extractor", "extractor_schema", "extractor_client", "extractor_api")
    if importlib.util.find_spec(name) is not None
]


def modules() -> list[str]:
    found = []
    for name in PACKAGES:
        package = importlib.import_module(name)
        found.append(name)
        found += [m.name for m in pkgutil.walk_packages(package.__path__, name + ".")]
    return [m for m in found if not m.endswith("__main__")]


@pytest.mark.parametrize("name", modules())
def test_examples_give_what_they_show(name):
    outcome = doctest.testmod(
        importlib.import_module(name),
        optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE,
    )
    assert outcome.failed == 0


@pytest.mark.parametrize("name", modules())
def test_public_names_are_documented(name):
    module = importlib.import_module(name)
    assert inspect.getdoc(module), f"{name} has no docstring"
    for public in getattr(module, "__all__", ()):
        value = getattr(module, public)
        if inspect.isclass(value) or inspect.isfunction(value):
            assert inspect.getdoc(value), f"{name}.{public} has no docstring"
