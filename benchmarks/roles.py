"""How well the offices of people are read, on ``fixtures/roles.tsv``.

    python benchmarks/roles.py [--model small] [--part dev|held|fresh] [--errors]

A role counts only if it is the gold one letter for letter. ``extract`` is what a user gets;
``gold names`` gives the roles component the people's spans, so that what is wrong there is not the
name finder's fault.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rich.console import Console
from rich.table import Table
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

import greeknews_ner
from greeknews_ner import Extractor

FIXTURE = Path(__file__).parent.parent / "fixtures" / "roles.tsv"

Roles = dict[tuple[int, int], str | None]
"""Role by the person's place in the sentence."""


@dataclass
class Sentence:
    """One sentence and who is what in it."""

    part: str
    group: str
    text: str
    roles: Roles = field(default_factory=dict)


@dataclass
class Counts:
    """Roles given, found and right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def scores(self) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        precision = self.right / max(1, self.found)
        recall = self.right / max(1, self.gold)
        return precision, recall, 2 * self.right / max(1, self.found + self.gold)


def read() -> list[Sentence]:
    """The sentences of the table; its rows are people."""
    lines = FIXTURE.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    sentences: dict[str, Sentence] = {}
    for part, group, text, person, role in rows:
        sentence = sentences.setdefault(text, Sentence(part, group, text))
        if person:
            start = text.index(person)
            sentence.roles[start, start + len(person)] = role or None
    return list(sentences.values())


def extracted(extractor: Extractor, sentence: Sentence) -> Roles:
    """Roles by the door that users take."""
    result = extractor.extract(sentence.text)
    role_of = {each.id: each.role for each in result.entities if each.type == "PERSON"}
    return {(m.start, m.end): role_of[m.entity] for m in result.mentions if m.entity in role_of}


def with_gold_names(extractor: Extractor, sentence: Sentence) -> Roles:
    """Roles when the people's spans are right and everything else is the pipeline's."""
    nlp = extractor.nlp
    doc: Doc = nlp.make_doc(sentence.text)
    for name, component in nlp.pipeline:
        if name == "greeknews_nominative":
            people = list(_gold_spans(doc, sentence))
            others = [span for span in doc.ents if span.label_ != "PERSON"]
            taken = {token.i for span in people for token in span}
            others = [span for span in others if not taken & {token.i for token in span}]
            doc.set_ents(filter_spans([*people, *others]))
        doc = component(doc)
    return {
        (span.start_char, span.end_char): span._.role
        for span in doc.ents
        if span.label_ == "PERSON"
    }


def _gold_spans(doc: Doc, sentence: Sentence) -> Iterator[Span]:
    for start, end in sentence.roles:
        span = doc.char_span(start, end, label="PERSON", alignment_mode="expand")
        assert span is not None
        span._.score = 1.0
        yield span


def count(
    sentences: list[Sentence], system: Callable[[Sentence], Roles]
) -> tuple[dict[str, Counts], list[tuple[Sentence, str, str | None, str | None]]]:
    """Counts by class and in all, and what is wrong."""
    counts: defaultdict[str, Counts] = defaultdict(Counts)
    wrong = []
    for sentence in sentences:
        found = Counter(system(sentence))
        for place in sorted({*sentence.roles, *found}):
            gold, role = sentence.roles.get(place), found.get(place)
            for key in (sentence.group, "all"):
                counts[key].gold += gold is not None
                counts[key].found += role is not None
                counts[key].right += gold is not None and gold == role
            if gold != role:
                wrong.append((sentence, sentence.text[slice(*place)], gold, role))
    return counts, wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="small")
    parser.add_argument("--part", choices=("dev", "held", "fresh"))
    parser.add_argument("--errors", action="store_true", help="list what is wrong on dev")
    options = parser.parse_args()
    extractor = greeknews_ner.load(options.model)
    console = Console(width=180)
    systems: dict[str, Callable[[Sentence], Roles]] = {
        "extract": lambda sentence: extracted(extractor, sentence),
        "gold names": lambda sentence: with_gold_names(extractor, sentence),
    }
    for part in [options.part] if options.part else ["dev", "held", "fresh"]:
        sentences = [sentence for sentence in read() if sentence.part == part]
        table = Table(title=f"{part}: {len(sentences)} sentences")
        for column in ("class", "roles", *(f"{name} {x}" for name in systems for x in "PRF")):
            table.add_column(column, justify="left" if column == "class" else "right")
        counted = {name: count(sentences, system) for name, system in systems.items()}
        first = counted["extract"][0]
        for group in [*dict.fromkeys(each.group for each in sentences), "all"]:
            cells = (f"{100 * x:.1f}" for c, _ in counted.values() for x in c[group].scores())
            table.add_row(group, str(first[group].gold), *cells)
        console.print(table)
        if options.errors and part == "dev":
            for name, (_, wrong) in counted.items():
                for sentence, person, gold, role in wrong:
                    console.print(
                        f"{name}: {sentence.text}\n    {person}: {gold} ≠ {role}", highlight=False
                    )


if __name__ == "__main__":
    main()
