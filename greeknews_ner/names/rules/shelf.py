"""Reading the rule files, one a language, and putting them in order."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from greeknews_ner._toml import load_toml
from greeknews_ner.errors import ResourceError
from greeknews_ner.names.graphemes import graphemes
from greeknews_ner.names.rules.language import Language, Rule, read_choices
from greeknews_ner.names.rules.words import simplified

if TYPE_CHECKING:
    from importlib.abc import Traversable

BASE = "base"
"""The file that every other one extends unless it says otherwise."""

_KEYS = frozenset(
    {
        "name", "description", "source", "extends", "shared", "prior", "classes", "marks",
        "given", "particles", "rules", "names",
    }
)  # fmt: skip
_RULE_KEYS = frozenset({"greek", "latin", "before", "after", "examples", "sure"})


RESOURCES = files("greeknews_ner") / "resources" / "names" / "rules"


@cache
def default_languages() -> dict[str, Language]:
    """The languages that ship with the package, read once."""
    return load_languages()


def load_languages(*folders: Path, costs: bool = True) -> dict[str, Language]:
    """Read rule files.

    Args:
        folders: Folders of further ``*.toml``, beside those of the package; a file of the same
            name replaces the package's.
        costs: Whether the costs of spellings that were learnt from pairs of names replace those
            that the files state.

    Returns:
        Name of the language to what is known of it; files marked ``shared`` are left out.

    Raises:
        ResourceError: A file is not well formed (G301, G305).
    """
    tables: dict[str, dict[str, Any]] = {}
    sources: list[Path | Traversable] = [
        RESOURCES,
        *folders,
    ]
    for folder in sources:
        for file in sorted(folder.iterdir(), key=lambda item: item.name):
            if file.name.endswith(".toml"):
                tables[file.name.removesuffix(".toml")] = load_toml(file)
    learnt = _learnt_costs() if costs else {}
    own = {file.name.removesuffix(".toml") for folder in folders for file in folder.iterdir()}
    try:
        return {
            name: _language(name, tables, {} if name in own else learnt)
            for name, table in tables.items()
            if not table.get("shared")
        }
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _wrong(f"in a table of {', '.join(map(str, sources))}: {error!r}") from error


def _wrong(what: str) -> ResourceError:
    return ResourceError(
        f"A file of transliteration rules is not well formed: {what}.",
        "Compare it with the example in docs/names-rules.md.",
        code="G305",
    )


_Key = tuple[str, str, tuple[str, ...], tuple[str, ...]]


@cache
def _learnt_costs() -> dict[_Key, str]:
    found: dict[_Key, str] = {}
    for line in (RESOURCES / "costs.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith(("#", "language\t")):
            language, greek, before, after, costs = line.split("\t")
            found[language, greek, tuple(before.split()), tuple(after.split())] = costs
    return found


def _language(name: str, tables: dict[str, dict[str, Any]], learnt: dict[_Key, str]) -> Language:
    line = _ancestors(name, tables)
    classes: dict[str, tuple[str, ...]] = {}
    rules: dict[str, list[Rule]] = {}
    given: dict[str, str] = {}
    particles: dict[str, str] = {}
    for ancestor in line:
        table = tables[ancestor]
        unknown = set(table) - _KEYS
        if unknown:
            raise _wrong(f"{ancestor}.toml has the unknown key {sorted(unknown)[0]!r}")
        for key, members in table.get("classes", {}).items():
            classes[key] = tuple(members.split())
        own: dict[str, list[Rule]] = {}
        for number, entry in enumerate(table.get("rules", ())):
            for rule in _rules(ancestor, number, entry, classes):
                own.setdefault(rule.greek, []).append(rule)
        for greek, found in own.items():
            # A language that says what a group of letters is without context says all of it.
            inherited = (
                () if any(not r.before and not r.after for r in found) else rules.get(greek, ())
            )
            rules[greek] = [*_by_context(found), *inherited]
        if ancestor == name or table.get("shared"):
            given |= {
                simplified(graphemes(greek)): latin
                for greek, latin in table.get("given", {}).items()
            }
            particles |= {
                graphemes(greek): latin for greek, latin in table.get("particles", {}).items()
            }
    table = tables[name]
    return Language(
        name=name,
        description=table["description"],
        source=table["source"],
        prior=float(table.get("prior", -1.0)),
        rules={
            greek: tuple(
                _weighed(rule, learnt.get((name, greek, rule.before, rule.after))) for rule in found
            )
            for greek, found in rules.items()
        },
        marks=_marks(line, tables),
        given=given,
        particles=particles,
        names=tuple((greek, english) for greek, english in table.get("names", ())),
        longest=max(map(len, rules)),
    )


def _weighed(rule: Rule, costs: str | None) -> Rule:
    if costs is None:
        return rule
    learnt = dict(read_choices(costs))
    # A spelling that was put into the file after the costs were learnt keeps what it says there.
    choices = {spelling: learnt.get(spelling, chance) for spelling, chance in rule.choices}
    ranked = sorted(choices.items(), key=lambda choice: -choice[1])
    return replace(rule, choices=tuple(ranked))


def _ancestors(name: str, tables: dict[str, dict[str, Any]]) -> list[str]:
    """The files that a language is made of, the most general first."""
    line = [name]
    while line[0] != BASE:
        parent = tables[line[0]].get("extends", BASE)
        if parent in line or parent not in tables:
            raise _wrong(f"{line[0]}.toml extends {parent!r}, which is not there or extends it")
        line.insert(0, parent)
    return line


def _rules(
    language: str, number: int, entry: dict[str, Any], classes: dict[str, tuple[str, ...]]
) -> list[Rule]:
    unknown = set(entry) - _RULE_KEYS
    if unknown:
        raise _wrong(f"a rule of {language}.toml has the unknown key {sorted(unknown)[0]!r}")
    choices = read_choices(entry["latin"])
    return [
        Rule(
            greek=greek,
            choices=choices,
            before=_context(entry.get("before", ""), classes),
            after=_context(entry.get("after", ""), classes),
            examples=tuple((one, other) for one, other in entry.get("examples", ())),
            language=language,
            number=number,
            sure=bool(entry.get("sure", False)),
        )
        for greek in entry["greek"].split()
    ]


def _context(text: str, classes: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(letters for item in text.split() for letters in classes.get(item, (item,)))


def _by_context(rules: list[Rule]) -> list[Rule]:
    return sorted(rules, key=lambda rule: -(bool(rule.before) + bool(rule.after)))


def _marks(line: list[str], tables: dict[str, dict[str, Any]]) -> tuple[tuple[str, float], ...]:
    marks: dict[str, float] = {}
    for ancestor in line:
        for weight, pieces in tables[ancestor].get("marks", {}).items():
            marks |= dict.fromkeys(pieces.split(), float(weight))
    return tuple(marks.items())
