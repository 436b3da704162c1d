"""Broken files of one's own: what is said of them, with file, line and value; and that nothing is half loaded."""

from __future__ import annotations

import contextlib
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from extractor import Config, ConfigurationError, ExtensionError, Extractor
from extractor.cli import app
from extractor.extending import Extension, read_extension
from extractor.ontology import ontology
from extractor.triggers.lexicon import Lexicon

KNOWN, LEXICON = ontology(), Lexicon.load()
TYPE = """\
[[type]]
name = "protest"
description = "People press a demand in public."

[[type.role]]
name = "protester"
description = "Who protests."
verb = ["subject"]

[[type.subtype]]
name = "rally"
description = "They gather."
"""
ROW = """
[[row]]
id = "protest.verb.rally"
type = "protest"
patterns = ["rally"]
pos = "verb"
yes = [
  "Workers [rallied] in Rome.",
]
no = ["Shares rose."]
"""
FILE = TYPE + ROW
STRIKE = """
[[row]]
id = "strike.verb.zap"
type = "strike"
patterns = ["zap"]
pos = "verb"
subtype = "other"
frame = "attack"
"""


def read(*paths: Path) -> Extension:
    return read_extension(paths, KNOWN, LEXICON)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def edited(old: str, new: str, text: str = FILE) -> str:
    assert old in text
    return text.replace(old, new, 1)


BROKEN = [
    # what is broken, the text, the line, what is said
    ("not TOML", edited("[[type]]", "[[type"), 1, "not TOML"),
    ("string left open", edited('"Who protests."', '"Who protests.'), 7, "not TOML"),
    ("unknown table", "[[types]]\n" + FILE, 1, "unknown field `types`"),
    ("unknown key", edited("pos =", "part ="), 18, "row.part: Object contains unknown field `part`"),
    ("misspelt key", edited("no =", "not ="), 22, "unknown field `not`"),
    (
        "wrong type",
        edited('patterns = ["rally"]', 'patterns = "rally"'),
        17,
        "Expected `array`, got `str`, got 'rally'",
    ),
    ("no patterns", edited('["rally"]', "[]"), 17, "length >= 1"),
    ("name with a capital", edited('"protest"', '"Protest"'), 2, "got 'Protest'"),
    (
        "type of the package",
        edited('"protest"', '"strike"'),
        2,
        "type 'strike' is one of the package already",
    ),
    ("type twice", TYPE + FILE, 14, "type 'protest' is one of these files already"),
    (
        "like nothing",
        edited("description", 'like = "party"\ndescription'),
        3,
        "like 'party' is none of meeting, offer",
    ),
    (
        "subtype twice",
        edited(ROW, '[[type.subtype]]\nname = "rally"\ndescription = "Too."\n' + ROW),
        14,
        "stands twice",
    ),
    ("no subtype", edited("[[type.subtype]]", "[[type.subtipe]]"), 10, "unknown field `subtipe`"),
    ("no function", edited('verb = ["subject"]\n', ""), 6, "role 'protester' has no functions"),
    ("unknown function", edited('["subject"]', '["subjekt"]'), 8, "'subjekt' is no function"),
    ("unknown way", edited('["subject"]', '["w:subject"]'), 8, "'w:subject' is no function"),
    ("empty governor", edited('["subject"]', '["v:subject ^"]'), 8, "lemmas of governors"),
    (
        "function of two roles",
        edited("[[type.subtype]]", '[[type.role]]\nname = "target"\nverb = ["subject"]\n\n[[type.subtype]]'),
        12,
        "function 'subject' has the role 'protester' already",
    ),
    (
        "role without meaning",
        edited('description = "Who protests."\n', ""),
        6,
        "is new and needs a description",
    ),
    ("row of no type", edited('type = "protest"', 'type = "party"'), 16, "type 'party' is none of meeting"),
    (
        "row of no subtype",
        edited("pos =", 'subtype = "sit_in"\npos ='),
        18,
        "subtype 'sit_in' is none of rally",
    ),
    (
        "unknown frame",
        edited("pos =", 'frame = "give"\npos ='),
        18,
        "frame 'give' is none of adj, noun, verb",
    ),
    ("unknown part of speech", edited('"verb"', '"adverb"'), 18, "pos: Invalid enum value 'adverb'"),
    ("unknown prior", edited("pos =", 'prior = "sure"\npos ='), 18, "prior: Invalid enum value 'sure'"),
    ("pattern with a capital", edited('["rally"]', '["Rally"]'), 17, "'Rally' in `patterns` has a capital"),
    ("pattern without a trigger", edited('["rally"]', '["~out rally"]'), 17, "begins with no lemma"),
    (
        "pattern",
        edited('["rally"]', '["gather", "rally round"]'),
        17,
        "'round' begins with neither '~' nor '^'",
    ),
    ("pattern without a word", edited('["rally"]', '["rally ~"]'), 17, "a word is missing"),
    (
        "unknown class",
        edited("pos =", 'with = ["worker", "@unheard"]\npos ='),
        18,
        "unknown class '@unheard'",
    ),
    (
        "role of no type",
        edited("pos =", 'roles = { object = "victim" }\npos ='),
        18,
        "role 'victim' is none of protester",
    ),
    (
        "governor in a row of the package",
        STRIKE.replace('frame = "attack"', 'roles = { "v:subject ^hold" = "source" }'),
        8,
        "governors are for types of one's own",
    ),
    (
        "id of the package",
        edited("protest.verb.rally", "strike.verb.attack"),
        15,
        "taken by a row of the package",
    ),
    ("id twice", FILE + ROW, 25, "the id is taken by a row of"),
    ("id with a blank", edited("protest.verb.rally", "a rally"), 15, "got 'a rally'"),
    ("example without brackets", edited("[rallied]", "rallied"), 20, "marks not one trigger in [brackets]"),
    ("example with two triggers", edited("Workers", "[Workers]"), 20, "marks not one trigger in [brackets]"),
    (
        "counterexample with a bracket",
        edited("Shares rose", "Shares [rose]"),
        22,
        "the counterexample has a bracket",
    ),
    (
        "frame of the package is missing",
        STRIKE.replace('frame = "attack"\n', ""),
        2,
        "has no `frame` of assault, attack",
    ),
    ("subtype of the package is missing", STRIKE.replace('subtype = "other"\n', ""), 2, "needs a subtype"),
]


@pytest.mark.parametrize(
    ("text", "line", "said"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN]
)
def test_a_broken_file_is_told_with_its_line(tmp_path: Path, text: str, line: int | None, said: str) -> None:
    path = written(tmp_path, "own.toml", text)
    with pytest.raises(ExtensionError) as raised:
        read(path)
    first = raised.value.problems[0]
    assert said in first.reason
    assert (first.file, first.line) == (str(path), line)
    assert str(first).startswith(f"{path}:{line}: " if line else f"{path}: ")


ACTORS = "actor\tkind\tcountry\taliases\tid\twikidata\n"
PLACES = "place\tkind\tcountry\tlatitude\tlongitude\n"
TABLES = [
    ("no header", "# nothing\n", None, "no header row", None),
    ("unknown header", "name\tkind\n", 1, "the header's first cell is 'name'", "name"),
    ("unknown column", "actor\tkind\tsize\n", 1, "column 'size' is none of actor, kind", "size"),
    ("column twice", "actor\tkind\tkind\n", 1, "column 'kind' stands twice", "kind"),
    (
        "too many cells",
        ACTORS + "\nUnion\tgroup\t\t\t\t\tmore\n",
        3,
        "7 columns where the header has 6",
        "more",
    ),
    ("kind of actor", ACTORS + "Union\tclub\n", 2, "column kind: 'club' is none of person, group", "club"),
    ("no kind", ACTORS + "Union\n", 2, "column kind: '' is none of", ""),
    ("country", ACTORS + "Union\tgroup\tGER\n", 2, "column country: 'GER' is no alpha-3 code", "GER"),
    ("wikidata", ACTORS + "Union\tgroup\t\t\t\t42\n", 2, "column wikidata: '42' has not the form Q42", "42"),
    ("empty alias", ACTORS + "Union\tgroup\t\tUN|\n", 2, "column aliases: a name is empty", ""),
    ("no capital", ACTORS + "union\tgroup\n", 2, "column actor: 'union' has no capital letter", "union"),
    ("kind of place", PLACES + "Amani\tport\n", 2, "column kind: 'port' is none of country, capital", "port"),
    ("latitude", PLACES + "Amani\tcity\tKEN\t91\t0\n", 2, "'91' is no number from -90 to 90", "91"),
    ("longitude", PLACES + "Amani\tcity\tKEN\t1\tx\n", 2, "column longitude: 'x' is no number", "x"),
    ("half a position", PLACES + "Amani\tcity\tKEN\t1\n", 2, "latitude and longitude go together", "1"),
]


@pytest.mark.parametrize(
    ("text", "line", "said", "value"), [case[1:] for case in TABLES], ids=[case[0] for case in TABLES]
)
def test_a_broken_table_is_told_with_line_and_value(
    tmp_path: Path, text: str, line: int | None, said: str, value: str | None
) -> None:
    path = written(tmp_path, "own.tsv", text)
    with pytest.raises(ExtensionError) as raised:
        read(path)
    first = raised.value.problems[0]
    assert said in first.reason
    assert (first.file, first.line, first.value) == (str(path), line, value)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("own.txt", b"", "ends in '.txt'"),
        ("own.toml", b"# \xff", ":1: not UTF-8: byte 0xff"),
        ("own.tsv", b"actor\tkind\nA\xe9\tgroup\n", ":2: not UTF-8: byte 0xe9"),
    ],
)
def test_what_is_no_extension(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ExtensionError, match=said):
        read(path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExtensionError, match="protest: No such file or directory"):
        read(tmp_path / "protest")


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_whatever_a_file_holds_is_read_or_refused_in_order(data: st.DataObject) -> None:
    """Cut, doubled and scrambled files raise nothing but what is promised."""
    texts = [("a.toml", FILE), ("a.tsv", ACTORS + "Union\tgroup\tFRA\n"), ("a.tsv", PLACES + "Amani\tcity\n")]
    name, text = data.draw(st.sampled_from(texts))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    pieces = [*'[]"=#{}.~^:/|\\\t\n aAé\u2028\x00', text[start:end], "row", "type"]
    new = "".join(data.draw(st.lists(st.sampled_from(pieces), max_size=8)))
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(ExtensionError):
        read(written(Path(folder), name, text[:start] + new + text[end:]))


def test_a_file_that_is_not_there_and_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(ExtensionError) as raised:
        read(tmp_path / "none.toml", tmp_path)
    assert [problem.reason for problem in raised.value.problems] == [
        "holds no file in .toml or .tsv",
        "No such file or directory",
    ]


def test_all_problems_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    bad = edited('["subject"]', '["subjekt"]', edited("[rallied]", "rallied"))
    paths = [written(tmp_path, "a.toml", bad), written(tmp_path, "b.tsv", ACTORS + "union\tclub\n")]
    with pytest.raises(ExtensionError) as raised:
        read(*paths)
    found = [(Path(p.file).name, p.line) for p in raised.value.problems]
    assert found == [("b.tsv", 2), ("b.tsv", 2), ("a.toml", 8), ("a.toml", 20)]


def test_rows_may_be_of_a_type_in_another_file(tmp_path: Path) -> None:
    found = read(written(tmp_path, "b_rows.toml", ROW), written(tmp_path, "types.toml", TYPE))
    assert [row.id for row in found.rows] == ["protest.verb.rally"]


def test_a_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    written(tmp_path, "2.toml", ROW)
    written(tmp_path, "1.toml", TYPE)
    written(tmp_path, "notes.md", "not read")
    written(tmp_path, "3.tsv", ACTORS + "Union\tgroup\tFRA\n")
    found = read(tmp_path)
    assert ([t.name for t in found.types], len(found.rows), len(found.actors)) == (["protest"], 1, 1)


def test_a_broken_file_builds_no_extractor(tmp_path: Path) -> None:
    path = written(tmp_path, "own.toml", edited('["subject"]', '["subjekt"]'))
    with pytest.raises(ConfigurationError):
        Extractor(Config(extensions=(str(path),)))


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(
        ConfigurationError, match="types: 'protest' is none of meeting, offer, strike, threat"
    ):
        Extractor(Config(types=("protest",)))


def test_the_digest_follows_the_content(tmp_path: Path) -> None:
    first = read(written(tmp_path, "a.toml", FILE)).digest
    assert read(written(tmp_path, "b.toml", FILE)).digest == first
    assert read(written(tmp_path, "a.toml", FILE + "# more\n")).digest != first
    assert read().digest == ""


# -- the command line ------------------------------------------------------------------------------------------


def check(*arguments: object) -> Any:
    return CliRunner().invoke(app, ["lexicon", "check", *map(str, arguments)])


def test_check_tells_every_problem(tmp_path: Path) -> None:
    path = written(tmp_path, "own.toml", edited('["subject"]', '["subjekt"]', edited("[rallied]", "rallied")))
    found = check(path)
    assert found.exit_code == 3
    first, *problems = found.stderr.splitlines()
    assert first == "extractor: 2 problems"
    assert [line.startswith(f"{path}:{n}: ") for n, line in zip((8, 20), problems, strict=True)] == [
        True,
        True,
    ]
    found = check(path, "--format", "json")
    assert [problem["line"] for problem in json.loads(found.stdout)["problems"]] == [8, 20]


def test_check_reads_the_examples_and_says_why_they_fail(tmp_path: Path) -> None:
    text = edited(
        '  "Workers [rallied] in Rome.",\n',
        '  "Workers [rallied] in Rome.",\n  "A [rally] filled the square.",\n  "Workers [gathered] in Rome.",\n',
        edited("Shares rose.", "Miners rallied in Lima."),
    )
    path = written(tmp_path, "own.toml", text)
    found = check(path, "--format", "json")
    assert found.exit_code == 1
    told = {fault["line"]: fault["reason"] for fault in json.loads(found.stdout)["faults"]}
    assert told[21] == "does not match: read as noun (NN), the row wants verb"
    assert told[22] == "does not match: no pattern of the row has the word 'gathered'"
    assert told[24].startswith("is an event: 'rallied' by protest.verb.rally, probability")
    assert f"{path}:21: row protest.verb.rally" in check(path).stdout


def test_check_without_examples_loads_no_pipeline(tmp_path: Path) -> None:
    path = written(tmp_path, "own.toml", FILE)
    found = check(path, "--no-examples", "--pipeline", "not_installed")
    assert (found.exit_code, found.output) == (0, "")


def test_a_broken_extension_ends_extract_with_exit_3(tmp_path: Path) -> None:
    path = written(tmp_path, "own.tsv", ACTORS + "Union\tclub\n")
    article = written(tmp_path, "a.txt", "Envoys met.")
    found = CliRunner().invoke(app, ["extract", str(article), "--extension", str(path)])
    assert found.exit_code == 3
    assert f"{path}:2: column kind: 'club'" in found.stderr
