"""From a nation's noun and adjective to all the forms that a table has to know."""

from __future__ import annotations

COLUMNS = ("greek", "english", "type", "aliases", "alternatives", "gender", "part", "country")


def expand_demonyms(columns: dict[str, int], lines: list[str]) -> tuple[dict[str, int], list[str]]:
    """Make rows of the common columns out of the compact table of demonyms.

    One line names a nation: ``country``, the English adjective and nouns (``adjective_en``,
    ``one_en``, ``many_en``), and in Greek the masculine, the feminine, the plural and the
    masculine adjective. Aliases of a Greek form follow it after ``|``. The result has one row
    for each noun form, one for the adjective with its nominative forms as aliases.

    Args:
        columns: Heading to column number of the compact table.
        lines: Its lines.

    Returns:
        Heading to column number, and lines, of the long table.
    """
    long: list[str] = []
    for line in lines:
        cells = line.split("\t")

        def cell(name: str, cells: list[str] = cells) -> str:
            number = columns[name]
            return cells[number] if number < len(cells) else ""

        country, source = cell("country"), cell("source")
        for column, english_column, gender in (
            ("masculine", "one_en", "m"),
            ("feminine", "one_en", "f"),
            ("plural", "many_en", "m"),
            ("feminine_plural", "many_en", "f"),
        ):
            if not cell(column):
                continue
            greek, *aliases = cell(column).split("|")
            english, *others = cell(english_column).split("|")
            long.append(
                "\t".join(
                    (greek, english, "NORP", "|".join(aliases), "|".join(others), gender, "full",
                     country, source)
                )
            )  # fmt: skip
        if cell("adjective"):
            greek, *further = cell("adjective").split("|")
            english, *others = cell("adjective_en").split("|")
            forms = [f for word in (greek, *further) for f in adjective_forms(word)]
            long.append(
                "\t".join(
                    (greek, english, "NORP", "|".join(forms[1:]), "|".join(others), "m",
                     "adjective", country, source)
                )
            )  # fmt: skip
    heading = (*COLUMNS, "source")
    return {name: number for number, name in enumerate(heading)}, long


def adjective_forms(masculine: str) -> list[str]:
    """The nominative forms, singular and plural, of an adjective in -ός/-ος.

    Args:
        masculine: Such as ``ρωσικός``, ``κύπριος`` or ``ισπανόφωνος``.
    """
    stem, ending = masculine[:-2], masculine[-2:]
    if ending == "ός":
        return [masculine] + [stem + e for e in ("ή", "ό", "οί", "ές", "ά")]
    # Accents fold away, so -ια and -ία of proparoxytones need no care here.
    feminine = "α" if stem[-1:] in "ιίεέ" else "η"
    return [masculine] + [stem + e for e in (feminine, "ο", "οι", "ες", "α")]
