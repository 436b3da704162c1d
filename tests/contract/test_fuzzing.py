"""Schemathesis with all its checks finds nothing against the running service."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.api.server import Server
from tests.contract.tools import HERE, ROOT, run


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_schemathesis(server: Server, tmp_path: Path, seed: int) -> None:
    said = run(
        [
            str(Path(sys.executable).parent / "schemathesis"), "--config-file", str(HERE / "schemathesis.toml"),
            "run", str(ROOT / "openapi" / "openapi.json"), "--url", server.url, "--checks", "all",
            "--max-examples", "30", "--seed", str(seed), "--request-timeout", "30",
        ],
        cwd=tmp_path,
        environment={"SCHEMATHESIS_HOOKS": "tests.contract.fuzzing_hooks", "PYTHONPATH": str(ROOT)},
        seconds=240,
    )  # fmt: skip
    assert "No issues found" in said, said
