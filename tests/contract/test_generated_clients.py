"""Clients generated from the document compile, and call the running service."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.api.server import Server
from tests.contract.tools import HERE, ROOT, run, tool

DOCUMENT = str(ROOT / "openapi" / "openapi.json")


def test_openapi_python_client(server: Server, tmp_path: Path) -> None:
    generator = Path(tool("openapi-python-client"))
    path = {"PATH": f"{generator.parent}:/usr/bin:/bin", "PYTHONPATH": ""}
    made = tmp_path / "made"
    said = run([str(generator), "generate", "--path", DOCUMENT, "--output-path", str(made)], environment=path)
    assert "Endpoint will not be generated" not in said.replace(
        "POST /v1/extract/stream within extraction. Endpoint", ""
    )
    python = str(generator.parent / "python")
    run([python, "-m", "compileall", "-q", str(made)])
    run(
        [python, "-m", "mypy", "--ignore-missing-imports", str(made / "newsact_client")],
        cwd=tmp_path,
        environment=path,
    )
    call = [python, str(HERE / "clients" / "call.py"), server.url]
    assert run(call, environment={**path, "PYTHONPATH": str(made)}) == "ok\n"


def test_openapi_typescript(server: Server, tmp_path: Path) -> None:
    run([tool("openapi-typescript"), DOCUMENT, "--output", str(tmp_path / "api.ts")])
    shutil.copy(HERE / "clients" / "call.ts", tmp_path)
    options = [
        "--strict",
        "--target",
        "es2022",
        "--module",
        "commonjs",
        "--lib",
        "es2022,dom",
        "--skipLibCheck",
    ]
    run([tool("tsc"), *options, "--noUncheckedIndexedAccess", str(tmp_path / "call.ts")])
    assert run([tool("node"), str(tmp_path / "call.js"), server.url]) == "ok\n"
