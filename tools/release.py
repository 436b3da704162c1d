"""Build and check everything that a release needs, up to the upload: `make release`.

Says what is wrong all at once where it can, and stops before it builds. The files to upload lie in `dist/`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from packages import BIN, PACKAGES, ROOT, build

__all__ = ["main", "wrong_changelog", "wrong_tree", "wrong_versions"]

_HEADING = re.compile(r"^## (.*)$", re.MULTILINE)
_RELEASE = re.compile(r"\[(\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}")
_STATED = {
    "packages/extractor/src/extractor/version.py": r'^VERSION = "(.*)"$',
    "services/api/src/extractor_api/version.py": r'^VERSION = "(.*)"$',
    "CITATION.cff": r"^version: (.*)$",
}
"""Other files that state the version of the packages."""


def wrong_versions(version: str, root: Path = ROOT) -> list[str]:
    """Where another version is stated than `version`."""
    wrong = []
    for package in PACKAGES:
        project = tomllib.loads((package.folder / "pyproject.toml").read_text("utf-8"))["project"]
        if project["version"] != version:
            wrong.append(f"{package.name} has version {project['version']}, not {version}")
        own = [needed for needed in project["dependencies"] if needed.startswith("newsact-")]
        others = [needed for needed in own if not needed.endswith(f"=={version}")]
        wrong += [f"{package.name} asks for {needed}, not for =={version}" for needed in others]
    for name, pattern in _STATED.items():
        found = re.search(pattern, (root / name).read_text("utf-8"), re.MULTILINE)
        if found is None or found[1] != version:
            wrong.append(f"{name} states {found[1] if found else 'no version'}, not {version}")
    if not (root / f"tests/contract/recorded/{version}.jsonl").exists():
        wrong.append(f"no results of {version} are recorded: python -m tests.contract.recording")
    return wrong


def wrong_changelog(version: str, text: str) -> list[str]:
    """What the changelog lacks for a release of `version`: an entry with its day, nothing left above it."""
    headings = _HEADING.findall(text)
    wrong = [
        f"CHANGELOG.md: '## {each}' has no form" for each in headings[1:] if not _RELEASE.fullmatch(each)
    ]
    if headings[:1] != ["[Unreleased]"]:
        return [*wrong, "CHANGELOG.md does not begin with '## [Unreleased]'"]
    if not any(each.startswith(f"[{version}]") for each in headings):
        wrong.append(f"CHANGELOG.md has no entry '## [{version}] - YYYY-MM-DD'")
    if re.split(_HEADING, text)[2].strip():
        wrong.append("CHANGELOG.md: what is under Unreleased belongs to the release")
    return wrong


def wrong_tree() -> list[str]:
    """Files that are not committed."""
    said = subprocess.run(["git", "status", "--short"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [f"not committed: {line}" for line in said.stdout.splitlines()]


def main() -> int:
    """Check, build, check what was built; returns the exit code."""
    version = PACKAGES[0].version
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    wrong = wrong_versions(version) + wrong_changelog(version, changelog) + wrong_tree()
    for each in wrong:
        print(each, file=sys.stderr)
    if wrong:
        return 1
    print(f"versions, changelog and tree are in order for {version}")
    shutil.rmtree(ROOT / "dist", ignore_errors=True)
    files = build(ROOT / "dist")
    steps: list[list[str | Path]] = [
        [BIN / "twine", "check", "--strict", *files],
        [BIN / "mkdocs", "build", "--strict", "--quiet"],
        [sys.executable, "-m", "pytest", "-q", "tests/packages", "tests/contract/test_json_schema.py"],
    ]
    environment = {**os.environ, "EXTRACTOR_FULL_INSTALL": "newest", "NO_MKDOCS_2_WARNING": "1"}
    for step in steps:
        print("$", *(Path(word).name if isinstance(word, Path) else word for word in step), flush=True)
        if code := subprocess.run(step, cwd=ROOT, env=environment, check=False).returncode:
            return code
    print(f"{version} is ready; what is left is: twine upload dist/*, git tag v{version}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
