"""A name is spelt as a whole: particles, hyphens, and the given name that tells the language."""

import pytest

from greeknews_ner.names.rules import guess_origin, render_by_rules
from greeknews_ner.names.rules.origin import default_cues
from greeknews_ner.names.rules.whole_name import spellings_of_word


@pytest.mark.parametrize(
    ("greek", "english"),
    [
        ("Πιονγκγιάνγκ", "Pyongyang"),
        ("Κιμ Γιονγκ Ουν", "Kim Jong Un"),
        ("Κιμ Τζονγκ-ουν", "Kim Jong-un"),
        ("Σι Τζινπίνγκ", "Xi Jinping"),
        ("Τζο Μπάιντεν", "Joe Biden"),
        ("Σεργκέι Λαβρόφ", "Sergei Lavrov"),
        ("Κυριάκος Μητσοτάκης", "Kyriakos Mitsotakis"),
    ],
)
def test_news_names(greek, english):
    assert render_by_rules(greek)[0].english == english


@pytest.mark.parametrize(
    ("greek", "english"),
    [
        ("Σεργκέι Σοϊγκού", "Sergei Shoigu"),
    ],
)
def test_the_prior_of_real_names_settles_what_rules_leave_open(greek, english):
    def rank(words):
        return [0.0 if word in {"shoigu", "sergei"} else -6.0 for word in words]

    assert english in [found.english for found in render_by_rules(greek)]
    assert render_by_rules(greek, rank=rank)[0].english == english


def test_given_name_tells_the_language():
    alone = dict(guess_origin("Μαρτίν"))
    assert dict(guess_origin("Ζακ Μαρτίν"))["french"] > alone["french"]
    assert guess_origin("Σεργκέι Σοϊγκού")[0][0] == "russian"


def test_other_names_of_the_article_are_evidence():
    evidence = ["Βλαντίμιρ Πούτιν", "Σεργκέι Λαβρόφ", "Ντμίτρι Πεσκόφ"]
    alone = dict(guess_origin("Σοϊγκού"))["russian"]
    assert dict(guess_origin("Σοϊγκού", evidence))["russian"] > alone


@pytest.mark.parametrize(
    "name", ["Παπαδόπουλος", "Μητσοτάκης", "Στυλιανίδης", "Ανδρουλάκης", "Βαρουφάκης", "Τσίπρας"]
)
def test_greek_names_are_greek(name):
    assert guess_origin(name)[0][0] == "greek"


def test_arabic_article_is_joined_and_small():
    assert render_by_rules("Αμπντέλ Φατάχ αλ Σίσι", origin="arabic")[0].english.endswith("al-Sisi")


def test_steps_tell_the_language_and_the_letters():
    steps = render_by_rules("Λαβρόφ", origin="russian")[0].steps
    assert steps == ("russian: l·a·v·r·o·v",)


def test_bodies_are_greek_words_sooner_than_persons() -> None:
    found = {type: render_by_rules("Λευκή Θύελλα", type=type)[0] for type in ("PERSON", "ORG")}
    assert found["ORG"].origin == "greek"
    assert found["ORG"].english == "Lefki Thyella"
    assert found["PERSON"].origin != "greek"


def test_the_fifth_language_is_tried_in_a_name_of_several_words():
    # Βλαντιμίρ is a given name of five languages; Czech alone spells Τσουρ- as Cour-.
    chances = {
        "russian": 0.3, "polish": 0.3, "turkish": 0.15, "serbo_croat": 0.12, "czech_slovak": 0.08,
    }  # fmt: skip
    found = spellings_of_word("Τσούρντα", chances, default_cues(), beam=12, of=2, place=1)
    assert "courda" in [spelling.latin for spelling in found]
