"""Gold in columns: a token and its tag a line, an empty line between sentences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from greeknews_ner.errors import InputError
from greeknews_ner.evaluation.files import read_lines
from greeknews_ner.evaluation.gold import GoldDoc
from greeknews_ner.evaluation.spans import is_tag


def read_columns(path: Path) -> Iterator[GoldDoc]:
    """Read IOB2 and its relatives: the token is the first column, the tag the last.

    Raises:
        InputError: A line has no tag (G154).
    """
    words: list[str] = []
    tags: list[str] = []
    for number, line in read_lines(path):
        columns = [part for part in line.split("\t" if "\t" in line else " ") if part]
        if not "".join(columns).strip() or columns[0] == "-DOCSTART-":
            if words:
                yield GoldDoc.of_tags(words, tags)
            words, tags = [], []
            continue
        if len(columns) > 1 and is_tag(columns[-1]):
            words.append(columns[0])
            tags.append(columns[-1])
        elif not line.startswith("# "):
            raise InputError(
                f"Line {number} of {path} is not a token and an IOB2 tag: {line[:60]!r}.",
                "Write lines such as 'Σοϊγκού B-PERSON' or 'έφτασε O'.",
                code="G154",
            )
    if words:
        yield GoldDoc.of_tags(words, tags)
