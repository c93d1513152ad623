"""Scores on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from greeknews_ner.cli.tables import plain_table
from greeknews_ner.evaluation import NamesReport, NerReport, Scores
from greeknews_ner.evaluation.names import NameScores
from greeknews_ner.report.kinds import kinds

_WRONG_SHOWN = 20


def ner_tables(report: NerReport) -> RenderableType:
    """Scores by type, then what else was measured."""
    numbers = ("Precision", "Recall", "F1", "95 %", "Gold", "Found")
    table = plain_table("Type", *numbers, numbers=frozenset(numbers))
    for name, scores in report.by_type.items():
        style = kinds()[name].terminal if name in kinds() else ""
        _add(table, Text(name, style=style), scores)
    table.add_section()
    _add(table, Text("micro", style="bold"), report.micro)
    _add(table, Text("macro"), report.macro)
    _add(table, Text("names only"), report.names)
    if report.unseen:
        _add(table, Text("unseen mentions"), report.unseen)
    if report.capitals:
        _add(table, Text("in capitals"), report.capitals.micro)
    return Group(table, *(Text(line) for line in _remarks(report)))


def names_tables(report: NamesReport) -> RenderableType:
    """Accuracy by kind and by method, then what came out wrong."""
    numbers = ("Names", "Acc@1", "Acc@3", "CER")
    table = plain_table("", *numbers, numbers=frozenset(numbers))
    for groups in (report.by_kind, report.by_method):
        for name, scores in groups.items():
            _add_names(table, Text(name), scores)
        table.add_section()
    _add_names(table, Text("all", style="bold"), report.overall)
    if not report.wrong:
        return table
    wrong = plain_table("Wrong", "Rendered", "By", "Accepted")
    for miss in report.wrong[:_WRONG_SHOWN]:
        wrong.add_row(
            Text(miss.greek), Text(miss.rendering), miss.method, Text(" | ".join(miss.english))
        )
    left = len(report.wrong) - _WRONG_SHOWN
    rest = [Text(f"… and {left:,} more (all of them with --json)", style="dim")] if left > 0 else []
    return Group(table, wrong, *rest)


def _add(table: Table, label: Text, scores: Scores) -> None:
    interval = ""
    if scores.interval:
        interval = f"{100 * scores.interval[0]:.1f}–{100 * scores.interval[1]:.1f}"
    table.add_row(
        label,
        f"{100 * scores.precision:.1f}",
        f"{100 * scores.recall:.1f}",
        Text(f"{100 * scores.f1:.1f}", style="bold"),
        interval,
        f"{scores.gold:,}",
        f"{scores.predicted:,}",
    )


def _add_names(table: Table, label: Text, scores: NameScores) -> None:
    table.add_row(
        label,
        f"{scores.names:,}",
        Text(f"{100 * scores.accuracy:.1f}", style="bold"),
        f"{100 * scores.accuracy_at_3:.1f}",
        f"{scores.cer:.3f}",
    )


def _remarks(report: NerReport) -> Iterator[str]:
    yield (
        f"{report.sentences:,} sentences, {report.words:,} words in {report.seconds:.1f} s"
        f" ({report.words_per_second:,.0f} words/s)"
    )
    if report.calibration:
        yield (
            f"scores: expected calibration error {report.calibration.ece:.3f}"
            f" (mean score {report.calibration.confidence:.3f},"
            f" right {report.calibration.accuracy:.3f})"
        )
    if report.dropped:
        yield f"{report.dropped:,} sentences left out, the training data has them too"
    if report.foreign:
        listed = ", ".join(f"{name} {count:,}" for name, count in report.foreign.items())
        yield f"found of types that the gold never has, counted as wrong: {listed} (see --types)"
