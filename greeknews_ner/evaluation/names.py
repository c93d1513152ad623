"""How well Greek names are rendered in English: accuracy and character errors."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from greeknews_ner.errors import InputError
from greeknews_ner.evaluation.files import read_lines
from greeknews_ner.records import Rendering

# Letters that NFKD leaves whole although English readers drop what marks them.
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
    | dict.fromkeys("-‐‑‒–—", " ")
    | dict.fromkeys("'’ʼ`ʻ.", "")
)

Renderer = Callable[[str], Rendering]


@dataclass(frozen=True, slots=True)
class NamePair:
    """A Greek name and the English spellings that count as right.

    Attributes:
        greek: The name.
        english: Accepted spellings.
        kind: What it names (``person_family``, ``place_city`` …); empty if not said.
    """

    greek: str
    english: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class NameScores:
    """Scores of one set of names.

    Attributes:
        names: How many.
        accuracy: Share whose rendering is an accepted spelling.
        accuracy_at_3: Share where the rendering or one of its first two alternatives is.
        cer: Character error rate: edits to the nearest accepted spelling, per character of it.
    """

    names: int
    accuracy: float
    accuracy_at_3: float
    cer: float


@dataclass(frozen=True, slots=True)
class WrongName:
    """A rendering that is no accepted spelling."""

    greek: str
    english: tuple[str, ...]
    rendering: str
    method: str
    kind: str


@dataclass(frozen=True, slots=True)
class NamesReport:
    """What was measured of the renderings of a list of names.

    Attributes:
        overall: All names.
        by_kind: By what they name.
        by_method: By how the rendering was found.
        wrong: Every rendering that is no accepted spelling.
    """

    overall: NameScores
    by_kind: dict[str, NameScores]
    by_method: dict[str, NameScores]
    wrong: tuple[WrongName, ...]

    def as_dict(self) -> dict[str, Any]:
        """The report as plain values, for JSON."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class _Outcome:
    kind: str
    method: str
    first: bool
    third: bool
    edits: int
    length: int


def read_name_pairs(path: str | Path) -> list[NamePair]:
    """Read a table of names: Greek, English (spellings parted by ``|``), and optionally a kind.

    Columns are parted by tabs; a first line that names the columns is skipped.

    Raises:
        InputError: The file cannot be read (G101 to G103, G127, G152), a line has no second
            column (G154), or there is no name (G155).
    """
    pairs = list(_pairs(Path(path)))
    if not pairs:
        raise InputError(
            f"The table {path} holds no name.",
            "Give lines of a Greek name, a tab, and its English spellings.",
            code="G155",
        )
    return pairs


def evaluate_names(pairs: Iterable[NamePair], render: Renderer) -> NamesReport:
    """Measure a renderer against accepted spellings.

    Args:
        pairs: The names.
        render: Gives the rendering of a Greek name.
    """
    outcomes: list[_Outcome] = []
    wrong: list[WrongName] = []
    for pair in pairs:
        rendering = render(pair.greek)
        outcome = _outcome(pair, rendering)
        outcomes.append(outcome)
        if not outcome.first:
            wrong.append(
                WrongName(pair.greek, pair.english, rendering.english, rendering.method, pair.kind)
            )
    return NamesReport(
        overall=_scores(outcomes),
        by_kind=_grouped(outcomes, lambda outcome: outcome.kind),
        by_method=_grouped(outcomes, lambda outcome: outcome.method),
        wrong=tuple(wrong),
    )


def fold_english(name: str) -> str:
    """A spelling without what English papers disagree on: accents, case, hyphens, apostrophes."""
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(letters.translate(_LETTERS).split())


def edit_distance(one: str, other: str) -> int:
    """Fewest insertions, deletions and substitutions of characters (Levenshtein 1965)."""
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        diagonal, row[0] = row[0], i
        for j, right in enumerate(other, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (left != right))
    return row[-1]


def _pairs(path: Path) -> Iterator[NamePair]:
    for number, line in read_lines(path):
        if not line.strip() or line.startswith("#"):
            continue
        columns = [column.strip() for column in line.split("\t")]
        if number == 1 and [column.lower() for column in columns[:2]] == ["greek", "english"]:
            continue
        english = tuple(part.strip() for part in "".join(columns[1:2]).split("|") if part.strip())
        if not columns[0] or not english:
            raise InputError(
                f"Line {number} of {path} has no Greek name and English spelling: {line[:60]!r}.",
                "Write lines such as 'Σοϊγκού<tab>Shoigu|Shoygu<tab>person_family'.",
                code="G154",
            )
        yield NamePair(columns[0], english, columns[2] if len(columns) > 2 else "")


def _outcome(pair: NamePair, rendering: Rendering) -> _Outcome:
    accepted = [fold_english(name) for name in pair.english]
    offered = [fold_english(name) for name in [rendering.english, *rendering.alternatives[:2]]]
    edits, length = min(
        ((edit_distance(offered[0], name), len(name)) for name in accepted),
        key=lambda found: found[0] / max(found[1], 1),
    )
    return _Outcome(
        kind=pair.kind,
        method=rendering.method,
        first=offered[0] in accepted,
        third=not set(offered).isdisjoint(accepted),
        edits=edits,
        length=length,
    )


def _scores(outcomes: Sequence[_Outcome]) -> NameScores:
    count = len(outcomes) or 1
    return NameScores(
        names=len(outcomes),
        accuracy=sum(outcome.first for outcome in outcomes) / count,
        accuracy_at_3=sum(outcome.third for outcome in outcomes) / count,
        cer=sum(outcome.edits for outcome in outcomes)
        / (sum(outcome.length for outcome in outcomes) or 1),
    )


def _grouped(
    outcomes: Iterable[_Outcome], group: Callable[[_Outcome], str]
) -> dict[str, NameScores]:
    groups: dict[str, list[_Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(group(outcome), []).append(outcome)
    ordered = sorted(groups, key=lambda name: (-len(groups[name]), name))
    return {name: _scores(groups[name]) for name in ordered if name}
