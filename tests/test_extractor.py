"""One article in, one validated record out, whatever the article."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import spacy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import greeknews_ner
from greeknews_ner import Article, Extraction, Extractor
from greeknews_ner.errors import InputError
from greeknews_ner.types import NAME_TYPES
from tests.gold import GoldArticle

FACTS = ("given", "family", "acronym", "country", "value", "amount", "currency", "unit")


def extract(extractor: Extractor, gold: GoldArticle) -> Extraction:
    return extractor.extract(gold.text, published=gold.published)


def test_every_gold_mention_is_found_with_its_type(extractor: Extractor, gold: GoldArticle) -> None:
    result = extract(extractor, gold)
    found = {(mention.start, mention.end, mention.type) for mention in result.mentions}
    missed = [
        (text, entity["type"])
        for entity in gold.entities
        for start, end, text in entity["mentions"]
        if found.isdisjoint((start, end, type_) for type_ in accepted_types(entity))
    ]
    assert missed == []


def accepted_types(entity: dict[str, Any]) -> set[str]:
    """The type, or one more where a sentence alone does not tell the club from its city."""
    return {entity["type"], *entity.get("or", {})}


def test_every_gold_entity_has_its_name_english_and_facts(
    extractor: Extractor, gold: GoldArticle
) -> None:
    result = extract(extractor, gold)
    entity_at = {(m.start, m.end): m.entity for m in result.mentions}
    by_id = {entity.id: entity for entity in result.entities}
    wrong = []
    for expected in gold.entities:
        ids = {entity_at.get((start, end)) for start, end, _ in expected["mentions"]}
        entity = by_id.get(next(iter(ids)) or "") if len(ids) == 1 else None
        if entity is None:
            wrong.append((expected["name"], "mentions point to", ids))
            continue
        if entity.type in NAME_TYPES and entity.name != expected["name"]:
            wrong.append((expected["name"], "is called", entity.name))
        english = entity.english.english if entity.english else None
        if english != expected.get("or", {}).get(entity.type, expected["english"]):
            wrong.append((expected["name"], expected["english"], english))
        for fact in FACTS:
            if fact in expected and _plain(getattr(entity, fact, None)) != expected[fact]:
                wrong.append((expected["name"], fact, getattr(entity, fact, None)))
    assert wrong == []


def _plain(value: Any) -> Any:
    return f"{value.normalize():f}" if isinstance(value, Decimal) else value


def test_nothing_comes_from_the_furniture(extractor: Extractor, gold: GoldArticle) -> None:
    result = extract(extractor, gold)
    assert result.mentions
    assert all(mention.end <= gold.body_end for mention in result.mentions)


def test_furniture_can_be_kept_and_makes_no_entity(shoigu: GoldArticle) -> None:
    kept = greeknews_ner.load(keep_boilerplate=True).extract(shoigu.text)
    tail = [mention for mention in kept.mentions if mention.start > shoigu.body_end]
    assert tail
    assert {(mention.zone, mention.entity) for mention in tail} == {("boilerplate", None)}


def test_offsets_are_exact_and_the_record_round_trips(
    extractor: Extractor, gold: GoldArticle
) -> None:
    result = extract(extractor, gold)
    assert all(gold.text[m.start : m.end] == m.text for m in result.mentions)
    assert Extraction.model_validate_json(result.model_dump_json()) == result


def test_the_headline_is_a_zone_with_its_own_offsets(extractor: Extractor) -> None:
    title = "Στην Πιονγκγιάνγκ ο Σεργκέι Σοϊγκού"
    result = extractor.extract("Ο Σοϊγκού έφτασε σήμερα το πρωί.", title=title)
    zones = {mention.text: mention.zone for mention in result.mentions}
    assert zones["Πιονγκγιάνγκ"] == "title"
    assert zones["Σοϊγκού"] == "body"
    assert all(title[m.start : m.end] == m.text for m in result.mentions if m.zone == "title")
    people = [entity for entity in result.entities if entity.type == "PERSON"]
    assert [(person.name, person.mention_count) for person in people] == [("Σεργκέι Σοϊγκού", 2)]


VARIANTS = {
    "NFD": lambda text: unicodedata.normalize("NFD", text),
    "zero width": lambda text: text.replace("Σοϊγκού", "Σοϊ\u200bγκού"),
    "soft hyphen": lambda text: text.replace("Κορέα", "Κο\u00adρέα"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "homoglyphs": lambda text: text.replace("Ρωσία", "Pωσία").replace("Ο ", "O "),
    "micro sign": lambda text: text.replace("μ", "\u00b5"),
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "HTML entities": lambda text: text.replace("«", "&laquo;").replace("»", "&raquo;"),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_text_as_it_comes_gives_the_same_entities(
    extractor: Extractor, shoigu: GoldArticle, variant: str
) -> None:
    text = VARIANTS[variant](shoigu.text)
    assert text != shoigu.text
    result = extractor.extract(text, published=shoigu.published)
    assert all(text[m.start : m.end] == m.text for m in result.mentions)

    def summary(extraction: Extraction) -> Counter[tuple[str, str, int]]:
        return Counter((e.type, e.name, e.mention_count) for e in extraction.entities)

    assert summary(result) == summary(extract(extractor, shoigu))


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("", "The text is empty."),
        ("  \n ", "The text is empty."),
        ("\ufeff\u200b", None),
        ("Plain English text about Athens.", "no Greek letters"),
        ("\x00\x00 Ο Πούτιν \x00 μίλησε", None),
        ("Ο Πούτιν \ud83d μίλησε στη \udfff Μόσχα", None),
        ("Ὁ Ἐλευθέριος Βενιζέλος ἔφθασε στὴν Ἀθήνα.", None),
        ("Ο ΠΡΩΘΥΠΟΥΡΓΟΣ ΣΤΗ ΘΕΣΣΑΛΟΝΙΚΗ", None),
        ("🙂" * 50 + " Αθήνα " + "🙂" * 50, None),
        ("α" * 30_000, None),
    ],
)
def test_odd_input_gives_a_record(extractor: Extractor, text: str, warning: str | None) -> None:
    result = extractor.extract(text)
    clean = text.encode("utf-8", "replace").decode().replace("?", "\ufffd")
    assert all(clean[m.start : m.end].replace("?", "\ufffd") == m.text for m in result.mentions)
    if warning is None:
        assert not any("empty" in each and text.strip("\ufeff\u200b") for each in result.warnings)
    else:
        assert any(warning in each for each in result.warnings)
    assert Extraction.model_validate_json(result.model_dump_json()) == result


ALPHABET = st.sampled_from("αάΑΆϊΐςσΣ ΜΌσχα\n.,«»·;'’aZ1%€\u0301\u200b\u00ad\x00µ\ud800&amp;🙂")


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(ALPHABET, max_size=200), st.none() | st.text(ALPHABET, max_size=40))
def test_any_text_gives_exact_offsets(extractor: Extractor, text: str, title: str | None) -> None:
    result = extractor.extract(text, title=title)
    for mention in result.mentions:
        source = title if mention.zone == "title" else text
        assert source is not None
        assert source[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("published", ["2024-09-13", date(2024, 9, 13)])
def test_published_may_be_a_date_or_its_iso_form(extractor: Extractor, published: Any) -> None:
    result = extractor.extract("Ο Πούτιν μίλησε σήμερα στη Μόσχα.", published=published)
    values = [entity.value for entity in result.entities if entity.type == "DATE"]
    assert values == ["2024-09-13"]


@pytest.mark.parametrize(
    "arguments", [{"text": None}, {"text": b"x"}, {"text": "α", "published": "χθες"}, {"text": 3}]
)
def test_wrong_arguments_are_refused_with_a_code(
    extractor: Extractor, arguments: dict[str, Any]
) -> None:
    with pytest.raises(InputError, match=r"^\[G110\]"):
        extractor.extract(**arguments)


def test_unknown_types_are_refused() -> None:
    with pytest.raises(InputError, match=r"G111.*COUNTRY"):
        Extractor(spacy.blank("el"), types=["COUNTRY"])


def test_only_the_types_that_are_asked_for(shoigu: GoldArticle) -> None:
    result = greeknews_ner.load(types=["PERSON"]).extract(shoigu.text)
    assert {entity.type for entity in result.entities} == {"PERSON"}
    assert len(result.entities) == 3


def test_indefinite_articles_are_no_numbers(extractor: Extractor) -> None:
    text = "Μια γυναίκα και ένας άνδρας από την Αθήνα είδαν δύο πλοία."
    cardinals = [m.text for m in extractor.extract(text).mentions if m.type == "CARDINAL"]
    assert not {"Μια", "ένας"} & set(cardinals)


class TestExtractMany:
    def test_order_and_kinds_of_input(self, extractor: Extractor) -> None:
        articles = [
            "Ο Πούτιν στη Μόσχα.",
            Article(text="Η Μέρκελ στο Βερολίνο.", id="b"),
            {"text": "Ο Μακρόν στο Παρίσι.", "id": "c"},
        ]
        results = list(extractor.extract_many(articles, batch_size=2))
        assert [result.article.id for result in results] == [None, "b", "c"]
        assert [result.mentions[-1].nominative for result in results] == [
            "Μόσχα",
            "Βερολίνο",
            "Παρίσι",
        ]

    def test_it_is_the_same_as_one_by_one(self, extractor: Extractor, gold: GoldArticle) -> None:
        article = Article(text=gold.text, published=gold.published)
        [alone] = extractor.extract_many([article])
        [_, among, _] = extractor.extract_many(["Αθήνα", article, ""], batch_size=3)
        assert alone == among == extract(extractor, gold)

    def test_it_is_lazy(self, extractor: Extractor) -> None:
        read = []

        def articles() -> Any:
            for number in range(100):
                read.append(number)
                yield "Ο Πούτιν στη Μόσχα."

        next(extractor.extract_many(articles(), batch_size=4))
        assert len(read) == 4

    @pytest.mark.parametrize("arguments", [{"batch_size": 0}, {"workers": 0}])
    def test_numbers_must_be_positive(
        self, extractor: Extractor, arguments: dict[str, int]
    ) -> None:
        with pytest.raises(InputError, match="G112"):
            list(extractor.extract_many(["Αθήνα"], **arguments))


def test_it_works_inside_a_memory_zone(extractor: Extractor) -> None:
    with extractor.nlp.memory_zone():
        assert extractor.extract("Ο Πούτιν στη Μόσχα.").mentions


def test_salience_is_a_share(extractor: Extractor, gold: GoldArticle) -> None:
    entities = extract(extractor, gold).entities
    assert sum(entity.salience for entity in entities) == pytest.approx(1, abs=0.01)


def test_the_point_of_a_sentence_is_no_part_of_a_house(extractor: Extractor) -> None:
    text = "Η παρουσίαση γίνεται στο βιβλιοπωλείο της οδού Καρόλου 24. Η είσοδος είναι ελεύθερη."
    houses = [m for m in extractor.extract(text).mentions if m.type == "FAC"]
    assert [m.text.rpartition(" ")[2] for m in houses] == ["24"]
    assert [m.english and m.english.english for m in houses] == ["24 Karolou Street"]
    assert all(text[m.start : m.end] == m.text for m in houses)


def test_the_point_of_a_sentence_is_no_part_of_an_acronym(extractor: Extractor) -> None:
    text = "Ο υπουργός ταξίδεψε στις ΗΠΑ. Η Ελλάδα είναι μέλος της ΕΕ."
    result = extractor.extract(text)
    surfaces = [mention.text for mention in result.mentions]
    assert "ΕΕ" in surfaces
    assert all(text[m.start : m.end] == m.text for m in result.mentions)
    assert not any(mention.nominative.endswith(".") for mention in result.mentions)


def test_a_surname_of_two_people_is_less_sure(extractor: Extractor) -> None:
    first = "Ο Κυριάκος Μητσοτάκης μίλησε στη Βουλή."
    both = "Ο Κωνσταντίνος Μητσοτάκης ήταν πρωθυπουργός. " + first
    last = " Ο Μητσοτάκης έφυγε."
    alone = extractor.extract(first + last).mentions[-1]
    shared = extractor.extract(both + last)
    assert alone.text == shared.mentions[-1].text == "Μητσοτάκης"
    [home] = [each for each in shared.entities if each.id == shared.mentions[-1].entity]
    assert home.name == "Κυριάκος Μητσοτάκης"
    assert shared.mentions[-1].score <= 0.75
    assert alone.score > shared.mentions[-1].score


def test_lemmas_are_made_only_for_strangers(extractor: Extractor) -> None:
    seen: list[str] = []

    @Language.component("reader_of_lemmas")
    def read(doc: Doc) -> Doc:
        seen.extend(token.lemma_ for token in doc)
        return doc

    text = "Ο Πούτιν στη Μόσχα."
    before = extractor.extract(text)
    assert "trainable_lemmatizer" in extractor._unread()
    extractor.nlp.add_pipe("reader_of_lemmas")
    try:
        assert extractor._unread() == []
        assert extractor.extract(text) == before
        assert all(seen)
    finally:
        extractor.nlp.remove_pipe("reader_of_lemmas")
