"""Files of types and rows: what they say, held against the package's ontology and lexicon."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence

import msgspec

from extractor.errors import DataError
from extractor.extending.lines import Lines, Path, path_of
from extractor.extending.structs import RoleTable, RowTable, TypesFile, TypeTable
from extractor.ontology import CustomType, Functions, Ontology, Term, TypeTerm
from extractor.tables import rows, split
from extractor.triggers.inflection import forms
from extractor.triggers.lexicon import Lexicon, Row, compile_pattern

__all__ = ["Source", "TypesReader", "read_types"]

_AT = re.compile(r"\(at line (\d+), column (\d+)\)")
_UNKNOWN = re.compile(r"contains unknown field `(.+)`")
_BRACKETS = re.compile(r"\[[^\[\]]+\]")
_PREFIXES = frozenset("vspncktmrxea")
_FUNCTIONS = frozenset(
    {"subject", "object", "recipient", "attribute", "possessor", "modifier", "apposition", "head", "npadvmod"}
)
_PARTS = ("verb", "noun", "adj")


class Source(msgspec.Struct, frozen=True):
    """A TOML file as read: its name, what it holds, and its lines."""

    name: str
    tables: TypesFile
    lines: Lines


def read_types(text: str, file: str, problems: list[DataError]) -> Source | None:
    """A file of types and rows; None where it can't be read, which is added to `problems`."""
    lines = Lines(text)
    try:
        data = tomllib.loads(text.removeprefix("\ufeff"))
        return Source(file, msgspec.convert(data, TypesFile), lines)
    except tomllib.TOMLDecodeError as error:
        place = _AT.search(str(error))
        reason = _AT.sub("", str(error)).strip()
        end = text.count("\n") + 1
        problems.append(DataError(file, int(place[1]) if place else end, f"not TOML: {reason}"))
    except msgspec.ValidationError as error:
        reason, path = path_of(str(error))
        value = _value(data, path)
        if unknown := _UNKNOWN.search(reason):
            path = (*path, unknown[1])
        name = ".".join(str(step) for step in path if isinstance(step, str))
        shown = f", got {value!r}" if isinstance(value, str | int | float) else ""
        problem = DataError(
            file, lines.of(path, value), f"{name}: {reason}{shown}" if name else reason, value=value
        )
        problems.append(problem)
    return None


def _value(data: object, path: Sequence[str | int]) -> object:
    """What stands at a path of the data; None where it leads nowhere."""
    for step in path:
        if isinstance(step, int) and isinstance(data, list) and step < len(data):
            data = data[step]
        elif isinstance(step, str) and isinstance(data, dict):
            data = data.get(step)
        else:
            return None
    return data


class TypesReader:
    """Turns the tables of files into types, rows and frames, and collects what is wrong with them."""

    def __init__(self, known: Ontology, lexicon: Lexicon, problems: list[DataError]) -> None:
        self._known = {term.name: term for term in known.types}
        self._roles = {role.name: role for role in known.roles}
        self._lexicon = lexicon
        self._problems = problems
        self._prepositions = frozenset(
            word for tag, words in rows("actors/tags.tsv", 2) if tag == "IN" for word in split(words)
        )
        self._ids = {row.id: "" for row in lexicon.rows}
        self.types: dict[str, CustomType] = {}
        self.roles: dict[str, Term] = {}
        self.rows: list[Row] = []
        self.frames: dict[str, dict[str, str]] = {}
        self.origins: dict[tuple[str, str], tuple[str, int | None]] = {}

    def read(self, sources: Iterable[Source]) -> None:
        """Read the types of all files, then their rows, which may be of types in other files."""
        sources = list(sources)
        for source in sources:
            for number, table in enumerate(source.tables.type):
                self._type(source, ("type", number), table)
        for source in sources:
            for number, row in enumerate(source.tables.row):
                self._row(source, ("row", number), row)

    def _complain(self, source: Source, path: Path, reason: str, value: object = None) -> None:
        line = source.lines.of(path, value)
        self._problems.append(DataError(source.name, line, reason, value=value))

    # -- types -------------------------------------------------------------------------------------

    def _type(self, source: Source, path: Path, table: TypeTable) -> None:
        name = table.name
        if name in self._known or name in self.types:
            whose = "the package" if name in self._known else "these files"
            self._complain(source, (*path, "name"), f"type {name!r} is one of {whose} already", name)
            return
        if table.like not in self._known:
            reason = f"type {name}: like {table.like!r} is none of {', '.join(self._known)}"
            self._complain(source, (*path, "like"), reason, table.like)
            return
        for what, entries in (("subtype", table.subtype), ("role", table.role)):
            if not entries:
                self._complain(source, path, f"type {name} has no [[type.{what}]]")
            names = [entry.name for entry in entries]
            for number, each in enumerate(names):
                if each in names[:number]:
                    where = (*path, what, number, "name")
                    self._complain(source, where, f"type {name}: {what} {each!r} stands twice", each)
        words: dict[str, tuple[str, ...]] = {}
        for number, subtype in enumerate(table.subtype):
            for word in subtype.words:
                if word != word.lower():
                    where = (*path, "subtype", number, "words")
                    reason = f"type {name}: {word!r} in `words` has a capital, lemmas have none"
                    self._complain(source, where, reason, word)
                words[word] = (*words.get(word, ()), subtype.name)
        for number, role in enumerate(table.role):
            self._role(source, (*path, "role", number), name, role)
        for part in _PARTS:
            self.frames[f"{name}.{part}"] = self._frame(source, path, table, part)
        subtypes = tuple(Term(each.name, each.description) for each in table.subtype)
        term = TypeTerm(name, table.description, tuple(role.name for role in table.role), subtypes)
        functions = {role.name: Functions(role.verb, role.noun, role.adj) for role in table.role}
        self.types[name] = CustomType(term, table.like, functions, words)

    def _role(self, source: Source, path: Path, name: str, role: RoleTable) -> None:
        known = self._roles.get(role.name)
        if not role.description and known is None:
            reason = f"type {name}: role {role.name!r} is new and needs a description"
            self._complain(source, (*path, "name"), reason, role.name)
        if not (role.verb or role.noun or role.adj):
            reason = f"type {name}: role {role.name!r} has no functions (verb, noun or adj)"
            self._complain(source, (*path, "name"), reason, role.name)
        if known is None:
            self.roles.setdefault(role.name, Term(role.name, role.description))

    def _frame(self, source: Source, path: Path, table: TypeTable, part: str) -> dict[str, str]:
        """Role by function for one part of speech."""
        frame: dict[str, str] = {}
        for number, role in enumerate(table.role):
            for function in getattr(role, part):
                where = (*path, "role", number, part)
                reason = self._wrong_function(function)
                for each in () if reason else _by_governor(function):
                    if frame.setdefault(each, role.name) != role.name:
                        reason = f"function {each!r} has the role {frame[each]!r} already"
                if reason is not None:
                    self._complain(source, where, f"type {table.name}: {reason}", function)
        return frame

    def _wrong_function(self, function: str) -> str | None:
        way, _, governors = function.partition(" ^")
        if (" " in function) != bool(governors and all(governors.split("/"))):
            return f"{function!r}: what follows a blank is `^` and lemmas of governors, divided by `/`"
        *prefixes, rest = way.split(":")
        base, *below = rest.split(">")
        known = _FUNCTIONS | self._prepositions
        if all(p in _PREFIXES for p in prefixes) and base in known and all(b in known for b in below):
            return None
        return f"{function!r} is no function: a preposition, or one of {', '.join(sorted(_FUNCTIONS))}"

    # -- rows --------------------------------------------------------------------------------------

    def _row(self, source: Source, path: Path, table: RowTable) -> None:
        before = len(self._problems)
        term = self._known.get(table.type)
        custom = self.types.get(table.type)
        if custom is not None:
            term = custom.term
        if term is None:
            known = ", ".join([*self._known, *self.types])
            reason = f"row {table.id}: type {table.type!r} is none of {known}"
            self._complain(source, (*path, "type"), reason, table.type)
            return
        if table.id in self._ids:
            whose = self._ids[table.id] or "the package"
            reason = f"row {table.id}: the id is taken by a row of {whose}"
            self._complain(source, (*path, "id"), reason, table.id)
        self._ids[table.id] = source.name
        subtypes = tuple(each.name for each in term.subtypes)
        if table.subtype is not None and table.subtype not in subtypes:
            reason = f"row {table.id}: subtype {table.subtype!r} is none of {', '.join(subtypes)}"
            self._complain(source, (*path, "subtype"), reason, table.subtype)
        if table.subtype is None and custom is None:
            self._complain(source, path, f"row {table.id}: a row of {term.name} needs a subtype")
        frame = self._frame_of(source, path, table, term, custom is not None)
        row = Row(
            id=table.id,
            type=table.type,
            patterns=table.patterns,
            pos=table.pos,
            subtype=table.subtype or "",
            frame=frame,
            prior=table.prior,
            not_with=table.not_with,
            needs=table.needs,
            yes=table.yes,
            no=table.no,
        )
        self._words(source, path, table)
        for pattern in table.patterns:
            try:
                compile_pattern(pattern, row, self._lexicon.company)
            except DataError as error:
                key, value = ("with", error.value) if error.value in row.needs else ("patterns", pattern)
                self._complain(source, (*path, key), f"row {table.id}: {error.reason}", value)
                break
        self._examples(source, path, table)
        if len(self._problems) == before:
            self.rows.append(row)
            for key, sentences in (("yes", row.yes), ("no", row.no)):
                for sentence in sentences:
                    line = source.lines.of((*path, key), sentence)
                    self.origins[row.id, sentence] = (source.name, line)

    def _words(self, source: Source, path: Path, table: RowTable) -> None:
        """Lemmas are in lower case, and a pattern begins with one."""
        for key, words in (("patterns", table.patterns), ("with", table.needs), ("not_with", table.not_with)):
            for word in words:
                if word != word.lower():
                    reason = f"row {table.id}: {word!r} in `{key}` has a capital, lemmas have none"
                    self._complain(source, (*path, key), reason, word)
        for pattern in table.patterns:
            if pattern.strip()[:1] in ("~", "^"):
                reason = f"row {table.id}: pattern {pattern!r} begins with no lemma of the trigger"
                self._complain(source, (*path, "patterns"), reason, pattern)

    def _frame_of(self, source: Source, path: Path, table: RowTable, term: TypeTerm, custom: bool) -> str:
        """The row's frame: the one that it names, its own roles, or that of its part of speech."""
        if table.roles:
            for function, role in table.roles.items():
                reason = self._wrong_function(function)
                if reason is None and " " in function and not custom:
                    reason = f"{function!r}: governors are for types of one's own"
                if reason is None and role not in term.roles:
                    reason = f"role {role!r} is none of {', '.join(term.roles)}"
                if reason is not None:
                    self._complain(source, (*path, "roles"), f"row {table.id}: {reason}", role)
            if table.frame is not None:
                reason = f"row {table.id}: `frame` beside `roles`"
                self._complain(source, (*path, "frame"), reason, table.frame)
            base = self.frames.get(f"{table.type}.{table.pos}", {}) if custom else {}
            own = {each: role for way, role in table.roles.items() for each in _by_governor(way)}
            self.frames[f"{table.type}.{table.id}"] = {**base, **own}
            return table.id
        prefix = f"{table.type}."
        known = self.frames if custom else self._lexicon.roles
        frames = sorted(each.removeprefix(prefix) for each in known if each.startswith(prefix))
        frame = table.frame or (table.pos if custom else None)
        if frame is None or frame not in frames:
            reason = "has no `frame`" if frame is None else f"frame {frame!r} is none"
            where = path if frame is None else (*path, "frame")
            self._complain(source, where, f"row {table.id}: {reason} of {', '.join(frames)}", frame)
        return frame or ""

    def _examples(self, source: Source, path: Path, table: RowTable) -> None:
        for sentence in table.yes:
            if len(_BRACKETS.findall(sentence)) != 1 or sentence.count("[") != 1 or sentence.count("]") != 1:
                reason = f"row {table.id}: the example marks not one trigger in [brackets]: {sentence!r}"
                self._complain(source, (*path, "yes"), reason, sentence)
        for sentence in table.no:
            if "[" in sentence or "]" in sentence:
                reason = f"row {table.id}: the counterexample has a bracket: {sentence!r}"
                self._complain(source, (*path, "no"), reason, sentence)


def _by_governor(function: str) -> tuple[str, ...]:
    """The keys of a frame that a function stands for: one for each form of the governors that it names."""
    way, _, governors = function.partition(" ^")
    if not governors:
        return (function,)
    return tuple(f"{way} ^{form}" for lemma in governors.split("/") for form in sorted(forms(lemma)))
