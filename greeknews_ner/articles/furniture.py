"""The furniture of news pages as patterns, and a paragraph held against them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any

from greeknews_ner._toml import load_toml
from greeknews_ner.errors import ResourceError

__all__ = ["Furniture", "Pattern", "bare", "is_speech", "line_key", "shipped_furniture"]

LONGEST = 240
"""Characters that a furniture paragraph has at most unless its pattern says otherwise."""

_DOMAIN = r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:gr|com|net|eu|org|tv|news|cy|info|live|radio|fm)"
_BULLETS = re.compile(r"^[^\w«“\"‘'(\[#@©]+")
_TAIL = re.compile(r"[\s:.…!>→|*»]+$")
_SPEECH = re.compile(
    r"[«»“”„\"]|\b(?:ειπε|λεει|λενε|εγραψε|εγραφε|γραφει|δηλωσ\w+|τονι[σζ]\w+|ανεφερ\w+|αναφερ\w+"
    r"|υποστηρι\w+|σημειω\w+|καλεσε|καλει|ζητησε|ζητα|προετρεψε|συμβουλε\w+|απαντησε|ανακοινω\w+"
    r"|υπογραμμι\w+|επισημα\w+|εξηγ\w+|κατεληξε|προσθεσε ο|ισχυρι\w+|παροτρυν\w+)\b",
    re.IGNORECASE,
)


def bare(paragraph: str) -> str:
    """A paragraph as patterns see it.

    Without accents, with σ for ς and single spaces, without bullets in front and without points,
    colons or arrows behind. Letter case stays.
    """
    decomposed = unicodedata.normalize("NFD", paragraph)
    letters = "".join(sign for sign in decomposed if not "\u0300" <= sign <= "\u036f")
    squeezed = " ".join(letters.replace("ς", "σ").split())
    return _TAIL.sub("", _BULLETS.sub("", squeezed))


def is_speech(line: str) -> bool:
    """Whether a bare paragraph has quotation marks or a verb of saying, as articles have."""
    return _SPEECH.search(line) is not None


@dataclass(frozen=True, slots=True)
class Pattern:
    """One kind of furniture.

    Attributes:
        name: What it is.
        expression: Has to match the whole bare paragraph.
        sentence: Whether it may also be the last sentence of a paragraph of the article.
        header: Whether links may follow it.
        speech: Whether it may hold quotation marks and verbs of saying.
        longest: Characters it has at most.
    """

    name: str
    expression: re.Pattern[str]
    sentence: bool = False
    header: bool = False
    speech: bool = False
    longest: int = LONGEST

    def fits(self, paragraph: str, is_speech: bool) -> bool:
        """Whether a bare paragraph is of this kind."""
        if len(paragraph) > self.longest or (is_speech and not self.speech):
            return False
        return self.expression.fullmatch(paragraph) is not None


class Furniture:
    """A set of patterns.

    Args:
        patterns: Tried in this order.
        lines: Whole paragraphs that are furniture, as learned from a dump.
    """

    def __init__(self, patterns: Iterable[Pattern], lines: Iterable[str] = ()) -> None:
        self.patterns = tuple(patterns)
        self.lines = frozenset(line_key(line) for line in lines)
        self._longest = max((pattern.longest for pattern in self.patterns), default=0)

    def digest(self) -> str:
        """Stands for the learned lines: two sets with the same digest judge alike."""
        lines = "\n".join(sorted(self.lines))
        return blake2b(lines.encode("utf-8"), digest_size=16).hexdigest()

    def kind(self, paragraph: str, *, as_sentence: bool = False) -> Pattern | None:
        """Tell what furniture a paragraph is.

        Args:
            paragraph: The paragraph or sentence as the article has it.
            as_sentence: Whether it is the end of a paragraph only.

        Returns:
            The pattern it matches; none for a paragraph of the article.
        """
        if len(paragraph) > 2 * self._longest:
            return None
        line = bare(paragraph)
        if not as_sentence and self.lines and line_key(paragraph) in self.lines:
            return _LEARNED
        speaks = is_speech(line)
        for pattern in self.patterns:
            if (pattern.sentence or not as_sentence) and pattern.fits(line, speaks):
                return pattern
        return None


def line_key(line: str) -> str:
    """What all spellings of a learned line have in common: no case, accents or bullets."""
    return bare(line).lower().replace("ς", "σ")


_LEARNED = Pattern("learned from a dump", re.compile(""))


def furniture_from(tables: Mapping[str, Mapping[str, Any]]) -> Furniture:
    """Compile tables of patterns.

    Args:
        tables: File name → content: ``macros``, ``names`` of the site and ``patterns``.

    Raises:
        ResourceError: A pattern is not a regular expression or lacks a key (G320).
    """
    names = [name for table in tables.values() for name in table.get("names", ())]
    site = "|".join([_DOMAIN, *(re.escape(bare(name)) for name in sorted(names, reverse=True))])
    macros = {"site": f"(?:(?:το |τη |την |τον |του |τησ |η |ο )?(?:{site}))"}
    for table in tables.values():
        for name, value in table.get("macros", {}).items():
            macros[name] = _filled(value, macros)
    patterns: list[Pattern] = []
    for file, table in tables.items():
        for entry in table.get("patterns", ()):
            try:
                options = {key: entry[key] for key in entry if key not in ("name", "pattern")}
                expression = re.compile(_filled(entry["pattern"], macros), re.IGNORECASE)
                patterns.append(Pattern(entry["name"], expression, **options))
            except (re.error, KeyError, TypeError) as error:
                raise ResourceError(
                    f"A pattern of furniture in {file} cannot be used: {error}.",
                    "Give each pattern a 'name' and a regular expression as 'pattern'.",
                    code="G320",
                ) from error
    return Furniture(patterns)


def _filled(pattern: str, macros: Mapping[str, str]) -> str:
    for name, value in macros.items():
        pattern = pattern.replace("{" + name + "}", value)
    return pattern


@lru_cache(maxsize=1)
def shipped_furniture() -> Furniture:
    """The patterns that come with the package, general ones first."""
    folder = files("greeknews_ner") / "resources" / "furniture"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    names.sort(key=lambda name: name != "general.toml")
    return furniture_from({name: load_toml(folder / name) for name in names})
