"""The documentation site: built strictly, complete, and read from the disk without asking any other host."""

from __future__ import annotations

import json
import os
import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

import extractor
from tests.contract.tools import browser, tool
from tests.docs.running import BIN, ROOT

SCREENS = {"phone": ("390", "844", "dark"), "desk": ("1280", "900", "light")}
LOADS = {"script": "src", "img": "src", "iframe": "src", "link": "href", "source": "src", "video": "src"}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [BIN / "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder],
        cwd=ROOT, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


class Loaded(HTMLParser):
    """The addresses that a page loads by itself; a link that a person may follow is none."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs).get(LOADS.get(tag, ""))
        if found and dict(attrs).get("rel") not in {"canonical", "prev", "next"}:
            self.addresses.append(found)


def test_pages_load_nothing_from_elsewhere(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        addresses = Loaded(page.read_text("utf-8")).addresses
        assert addresses, page
        foreign = [each for each in addresses if re.match(r"(?i)[a-z]+:(?!image/)|//", each)]
        assert foreign == [], page


def test_styles_load_nothing_from_elsewhere(site: Path) -> None:
    for style in site.rglob("*.css"):
        assert re.findall(r"(?:url\(|@import)\s*['\"]?(?:https?:)?//[^)]*", style.read_text("utf-8")) == [], (
            style
        )


def test_every_page_of_the_folder_is_in_the_navigation(site: Path) -> None:
    home = (site / "index.html").read_text("utf-8")
    for page in ROOT.glob("docs/**/*.md"):
        address = str(page.relative_to(ROOT / "docs").with_suffix(".html"))
        assert f'href="{address}"' in home, address


def test_the_library_reference_has_every_public_name(site: Path) -> None:
    texts = [(site / f"reference/{name}.html").read_text("utf-8") for name in ("library", "schema")]
    for name in set(extractor.__all__) - {"__version__"}:
        assert any(re.search(rf'id="extractor[a-z_.]*\.{name}"', text) for text in texts), name


def test_the_http_reference_has_every_path_and_schema(site: Path) -> None:
    text = (site / "reference/http.html").read_text("utf-8")
    document = json.loads((ROOT / "openapi/openapi.json").read_text("utf-8"))
    for path, operations in document["paths"].items():
        for method in operations:
            assert f"{method.upper()} {path}" in text
    for name in document["components"]["schemas"]:
        assert f'id="{name.lower()}"' in text


def test_the_contract_can_be_downloaded(site: Path) -> None:
    for path in (ROOT / "openapi").glob("*.json"):
        assert (site / "openapi" / path.name).read_bytes() == path.read_bytes()


def test_the_figures_are_those_of_the_readme(site: Path) -> None:
    text = (site / "limits.html").read_text("utf-8")
    figures = re.search(
        r"<!-- figures.*?-->(.*?)<!-- end", (ROOT / "README.md").read_text("utf-8"), re.DOTALL
    )
    assert figures is not None
    numbers = re.findall(r"\d\.\d{3}", figures[1])
    assert numbers and all(f">{each}<" in text for each in numbers)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("page", ["ontology", "install", "reference/http", "http/operations"])
def test_pages_fit_the_screen_and_are_searched_offline(
    page: str, screen: str, site: Path, tmp_path: Path
) -> None:
    script = ROOT / "tests/docs/site.mjs"
    command = [
        tool("node"),
        script,
        site / f"{page}.html",
        tmp_path / "page.png",
        browser(),
        *SCREENS[screen],
    ]
    done = subprocess.run([*command, "ceasefire"], capture_output=True, text=True, check=True, timeout=120)
    seen = json.loads(done.stdout)
    assert (seen["foreign"], seen["errors"], seen["wide"]) == ([], [], False)
    assert any("ontology.html" in address for address in seen["found"])
