"""Asking the name tables that ship."""

import pytest

from greeknews_ner.names import lexicon as module
from greeknews_ner.names.folding import fold
from greeknews_ner.names.lexicon import Lexicon, default_lexicon, use_lexicon

NAMES = [
    # people
    ("Κυριάκος Μητσοτάκης", "PERSON", "Kyriakos Mitsotakis"),
    ("ΚΥΡΙΑΚΟΣ ΜΗΤΣΟΤΑΚΗΣ", "PERSON", "Kyriakos Mitsotakis"),
    ("Βολοντίμιρ Ζελένσκι", "PERSON", "Volodymyr Zelensky"),
    ("Βολοντίμιρ Ζελένσκυ", "PERSON", "Volodymyr Zelensky"),
    ("Ζελένσκυ", "PERSON", "Zelensky"),
    ("Ούρσουλα φον ντερ Λάιεν", "PERSON", "Ursula von der Leyen"),
    ("Φον ντερ Λάιεν", "PERSON", "von der Leyen"),
    ("Κιμ Γιονγκ-ουν", "PERSON", "Kim Jong Un"),
    ("Πάπας Φραγκίσκος", "PERSON", "Pope Francis"),
    ("Λέων ΙΔ΄", "PERSON", "Pope Leo XIV"),
    ("Γιάνης Βαρουφάκης", "PERSON", "Yanis Varoufakis"),
    ("Γιώργος Παπανδρέου", "PERSON", "George Papandreou"),
    ("Γιάννης Αντετοκούνμπο", "PERSON", "Giannis Antetokounmpo"),
    ("Σαρκοζί", "PERSON", "Sarkozy"),
    ("Νετανιάχου", "PERSON", "Netanyahu"),
    ("Άσαντ", "PERSON", "Assad"),
    # bodies
    ("ΕΚΤ", "ORG", "ECB"),
    ("Ε.Κ.Τ.", "ORG", "ECB"),
    ("Ευρωπαϊκή Κεντρική Τράπεζα", "ORG", "European Central Bank"),
    ("Κομισιόν", "ORG", "European Commission"),
    ("Υπουργείο Εξωτερικών", "ORG", "Ministry of Foreign Affairs"),
    ("Νέα Δημοκρατία", "ORG", "New Democracy"),
    ("ΝΔ", "ORG", "ND"),
    ("Άρειος Πάγος", "ORG", "Supreme Court"),
    ("ΜΙΤ", "ORG", "MIT"),
    ("Χαμάς", "ORG", "Hamas"),
    ("Ολυμπιακός", "ORG", "Olympiacos"),
    ("Δήμος Αθηναίων", "ORG", "Municipality of Athens"),
    ("Περιφέρεια Κρήτης", "ORG", "Region of Crete"),
    # places
    ("Κίεβο", "GPE", "Kyiv"),
    ("ΗΠΑ", "GPE", "US"),
    ("Η.Π.Α.", "GPE", "US"),
    ("Κωνσταντινούπολη", "GPE", "Istanbul"),
    ("Λωρίδα της Γάζας", "GPE", "Gaza Strip"),
    ("Αιγαίο", "LOC", "Aegean"),
    ("Μέγαρο Μαξίμου", "FAC", "Maximos Mansion"),
    ("Πόρτο-Πρενς", None, None),
    # peoples, events, laws, languages
    ("Ρωσίδα", "NORP", "Russian"),
    ("Ρώσοι", "NORP", "Russians"),
    ("ρωσική", "NORP", "Russian"),
    ("Ιρακινοί", "NORP", "Iraqis"),
    ("ιρακινοί", "NORP", "Iraqi"),
    ("ΙΡΑΚΙΝΟΙ", "NORP", "Iraqis"),
    ("αμερικανικά", "NORP", "American"),
    ("Ολυμπιακοί Αγώνες", "EVENT", "Olympic Games"),
    ("Μουντιάλ", "EVENT", "World Cup"),
    ("Συνθήκη της Λωζάννης", "LAW", "Treaty of Lausanne"),
    ("Ουκρανικά", "LANGUAGE", "Ukrainian"),
    ("", None, None),
    ("Βλιτσιοτρόπουλος", None, None),
]


@pytest.mark.parametrize(("greek", "type_", "english"), NAMES)
def test_first_entry(greek: str, type_: str | None, english: str | None) -> None:
    found = default_lexicon().find(greek, type_)
    assert (found[0].english if found else None) == english


AMBIGUOUS = [
    ("Γεωργία", ["Georgia"], [("GPE", "GE"), ("PERSON", None)]),
    ("Τρίπολη", ["Tripoli"], [("GPE", "LY"), ("GPE", "GR")]),
    ("Νίκαια", ["Nice", "Nikaia"], [("GPE", "FR"), ("GPE", "GR")]),
    ("Λίβερπουλ", ["Liverpool"], [("GPE", "GB"), ("ORG", "GB")]),
    ("Αλεξάνδρεια", ["Alexandria"], [("GPE", "EG"), ("GPE", "GR")]),
    ("Λουξεμβούργο", ["Luxembourg"], [("GPE", "LU")]),
    ("Αθηνά", ["Athina", "Athens"], [("PERSON", None), ("GPE", "GR")]),
    ("Αθήνα", ["Athens", "Athina"], [("GPE", "GR"), ("PERSON", None)]),
    ("ΑΘΗΝΑ", ["Athens", "Athina"], [("GPE", "GR"), ("PERSON", None)]),
    ("Αγκυρα", ["Ankara"], [("GPE", "TR")]),
]


@pytest.mark.parametrize(("greek", "english", "things"), AMBIGUOUS)
def test_all_that_share_a_name_come_and_the_best_first(
    greek: str, english: list[str], things: list[tuple[str, str | None]]
) -> None:
    found = default_lexicon().find(greek)
    assert found[0].english == english[0]
    assert (found[0].type, found[0].country) == things[0]
    assert set(things) <= {(entry.type, entry.country) for entry in found}
    assert set(english) <= {entry.english for entry in found}


def test_what_two_tables_say_of_one_city_is_one_entry() -> None:
    (kyiv,) = default_lexicon().find("Κίεβο", "GPE")
    assert (kyiv.english, kyiv.geonames, kyiv.country) == ("Kyiv", 703448, "UA")
    assert kyiv.wikidata == "Q1899"
    assert kyiv.latitude == pytest.approx(50.45, abs=0.05)
    assert kyiv.longitude == pytest.approx(30.52, abs=0.05)
    assert "Kiev" in kyiv.alternatives


def test_country_has_its_code_and_the_coordinates_of_its_capital() -> None:
    greece = default_lexicon().find("Ελλάδα")[0]
    assert (greece.iso3166, greece.country, greece.geonames) == ("GR", "GR", 390903)
    assert greece.latitude == pytest.approx(37.98, abs=0.05)


def test_acronym_names_its_body() -> None:
    (bank,) = default_lexicon().find("ΕΚΤ", "ORG")
    assert (bank.greek, bank.acronym) == ("Ευρωπαϊκή Κεντρική Τράπεζα", "ΕΚΤ")
    assert bank.alternatives[0] == "European Central Bank"
    (same,) = default_lexicon().find(bank.greek, "ORG")
    assert (same.english, same.acronym) == ("European Central Bank", "ΕΚΤ")
    america = default_lexicon().find("ΗΠΑ")[0]
    assert (america.iso3166, america.part, america.greek) == ("US", "full", "Ηνωμένες Πολιτείες")


SHARED_ACRONYMS = [
    ("ΕΛΑΣ", ["Hellenic Police", "ELAS"]),
    ("ΔΟΕ", ["IOC", "ILO", "IEA", "DOE"]),
]


@pytest.mark.parametrize(("acronym", "english"), SHARED_ACRONYMS)
def test_bodies_that_share_an_acronym_stay_apart(acronym: str, english: list[str]) -> None:
    found = default_lexicon().find(acronym, "ORG")
    assert found[0].english == english[0]
    assert {entry.english for entry in found} == set(english)
    assert len({entry.greek for entry in found}) == len(english)


PARTS = [
    ("Μητσοτάκης", "family", "Mitsotakis"),
    ("Κυριάκος", "given", "Kyriakos"),
    ("Κιμ", "family", "Kim"),
    ("Τζινπίνγκ", "given", "Jinping"),
    ("Λεπέν", "family", "Le Pen"),
    ("Τζόνσον", "family", "Johnson"),
]


@pytest.mark.parametrize(("greek", "part", "english"), PARTS)
def test_part_of_a_name(greek: str, part: str, english: str) -> None:
    entry = next(e for e in default_lexicon().find(greek, "PERSON") if e.part == part)
    assert entry.english == english
    assert entry.wikidata is None  # a surname is nobody in particular


@pytest.mark.parametrize("family", ["Πάπας", "ΙΔ΄", "Ιερώνυμος Β"])
def test_no_part_where_there_is_no_family_name(family: str) -> None:
    assert all(
        entry.part not in ("family", "given") or entry.source != "curated"
        for entry in default_lexicon().find(family, "PERSON")
    )


def test_source_and_licence_of_an_entry() -> None:
    lexicon = default_lexicon()
    assert lexicon.find("Κυριάκος Μητσοτάκης")[0].licence == "MIT"
    derived = lexicon.find("Αμφικράτης Τζουμέρκας")
    assert derived == ()
    las_cruces = lexicon.find("Λας Κρούσες")[0]
    assert las_cruces.source == "geonames+wikidata"
    assert las_cruces.licence == "CC-BY-4.0 AND CC0-1.0"


def test_membership_and_size() -> None:
    lexicon = default_lexicon()
    assert "κιεβο" in lexicon
    assert "Βλιτσιοτρόπουλος" not in lexicon
    assert 7 not in lexicon
    assert len(lexicon) > 30_000


def test_cache_can_be_cleared() -> None:
    first = default_lexicon()
    assert default_lexicon() is first
    default_lexicon.cache_clear()
    assert default_lexicon() is not first


def test_every_entry_can_be_built() -> None:
    lexicon = default_lexicon()
    for table in lexicon.tables:
        for row in table.rows():
            found = lexicon.find(row["greek"], row["type"])
            spelt = {fold(n) for entry in found for n in (entry.english, *entry.alternatives)}
            assert fold(row["english"]) in spelt, (table.name, row["greek"])


def test_own_table_wins(tmp_path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text(
        "greek\tenglish\ttype\tcountry\n"
        "Κίεβο\tKiev\tGPE\tUA\n"
        "Βλιτσιοτρόπουλος Παίδων\tVlitsio Boys\tORG\t\n",
        encoding="utf-8",
    )
    lexicon = use_lexicon(own)
    kyiv = lexicon.find("Κίεβο")[0]
    assert (kyiv.english, kyiv.geonames) == ("Kiev", 703448)
    assert "Kyiv" in kyiv.alternatives
    assert lexicon.find("ΒΛΙΤΣΙΟΤΡΟΠΟΥΛΟΣ ΠΑΙΔΩΝ")[0].english == "Vlitsio Boys"
    assert default_lexicon().find("Κίεβο")[0].english == "Kyiv"


def test_own_table_alone(tmp_path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text(
        "\ufeffgreek\tenglish\ttype\taliases\tacronym\tfamily\n"
        "# a remark\n"
        "\n"
        "Σύλλογος Φίλων Ύδρας\tFriends of Hydra\tORG\tΦίλοι της Ύδρας\tΣΦΥ=FoH\t\n"
        "Λι Τζε Μιουνγκ\tLee Jae-myung\tPERSON\t\t\tΛι=Lee\r\n",
        encoding="utf-8",
    )
    lexicon = Lexicon.from_tables(own)
    assert lexicon.find("Φίλοι της Ύδρας")[0].english == "Friends of Hydra"
    assert lexicon.find("Σ.Φ.Υ.")[0].english == "FoH"
    assert [e.english for e in lexicon.find("Λι")] == ["Lee"]
    assert [e.english for e in lexicon.find("Τζε-Μιουνγκ")] == ["Jae-myung"]
    assert lexicon.find("Κίεβο") == ()


def test_no_tables_find_nothing() -> None:
    assert Lexicon([]).find("Κίεβο") == ()
    assert module.Lexicon.from_tables().find("Κίεβο") == ()


def test_a_nickname_is_no_spelling_of_the_family_name() -> None:
    lexicon = default_lexicon()
    assert lexicon.find("Ελ Τσάπο", "PERSON")
    families = [entry for entry in lexicon.find("Τσάπο", "PERSON") if entry.part == "family"]
    assert "Guzman" not in {entry.english for entry in families}
    assert lexicon.find("Άιζακ", "PERSON")[0].english == "Isaac"


def test_an_alias_of_one_word_may_be_the_given_name() -> None:
    entry = default_lexicon().find("Ναπολέων", "PERSON")[0]
    assert (entry.english, entry.part) == ("Napoleon", "given")


@pytest.mark.parametrize(
    ("name", "english"), [("Δημήτρης", "Dimitris"), ("Βύρων", "Vyron"), ("Μάρκος", "Markos")]
)
def test_a_given_name_alone_is_spelt_as_most_bear_it(name: str, english: str) -> None:
    assert default_lexicon().find(name, "PERSON")[0].english == english
