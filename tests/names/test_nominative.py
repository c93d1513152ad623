"""The nominative of people, places and bodies, alone and in context."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner.names.nominative import nominative, to_nominative

ALONE = [
    ("Κυριάκου Μητσοτάκη", None, "Κυριάκος Μητσοτάκης"),
    ("Γιώργου Παπανδρέου", "PERSON", "Γιώργος Παπανδρέου"),
    ("Ευκλείδη Τσακαλώτου", "PERSON", "Ευκλείδης Τσακαλώτος"),
    ("Κατερίνας Σακελλαροπούλου", "PERSON", "Κατερίνα Σακελλαροπούλου"),
    ("Ντόρας Μπακογιάννη", "PERSON", "Ντόρα Μπακογιάννη"),
    ("Πάπα Φραγκίσκου", "PERSON", "Πάπας Φραγκίσκος"),
    ("Ουκρανίας", None, "Ουκρανία"),
    ("Κρεμλίνου", None, "Κρεμλίνο"),
    ("Ελλάδος", None, "Ελλάδα"),
    ("Σερρών", None, "Σέρρες"),
    ("Αθηνών", "GPE", "Αθήνα"),
    ("Αμοργού", None, "Αμοργός"),
    ("Παρισιού", None, "Παρίσι"),
    ("Χανίων", "GPE", "Χανιά"),
    ("Αγκυρας", "GPE", "Άγκυρα"),
    ("Βοσνίας-Ερζεγοβίνης", "GPE", "Βοσνία-Ερζεγοβίνη"),
    ("Ηνωμένων Πολιτειών", None, "Ηνωμένες Πολιτείες"),
    ("Ηνωμένων Αραβικών Εμιράτων", "GPE", "Ηνωμένα Αραβικά Εμιράτα"),
    ("Πανεπιστήμιο Αθηνών", None, "Πανεπιστήμιο Αθηνών"),
    ("Υπουργείου Εξωτερικών", None, "Υπουργείο Εξωτερικών"),
    ("Τράπεζας της Ελλάδος", None, "Τράπεζα της Ελλάδος"),
    ("Ευρωπαϊκής Κεντρικής Τράπεζας", "ORG", "Ευρωπαϊκή Κεντρική Τράπεζα"),
    ("Διεθνούς Νομισματικού Ταμείου", "ORG", "Διεθνές Νομισματικό Ταμείο"),
    ("ρωσικού Συμβουλίου Ασφαλείας", "ORG", "ρωσικό Συμβούλιο Ασφαλείας"),
    ("Ελλήνων", "NORP", "Έλληνες"),
    ("Δυτικούς", "NORP", "Δυτικοί"),
    ("Θηβαίος", "NORP", "Θηβαίος"),
]

FOREIGN = [
    "Σοϊγκού",
    "Μπάιντεν",
    "Σαρκοζί",
    "Νετανιάχου",
    "Μακρόν",
    "Ομπάμα",
    "Ζελένσκι",
    "Έντι Ράμα",
    "Κιμ Γιονγκ Ουν",
    "Βλαντίμιρ Πούτιν",
]

IN_CONTEXT = [
    ("στον", "Λαϊλιά", "GPE", "Λαϊλιάς"),
    ("στον", "Βαρνάβα", "GPE", "Βαρνάβας"),
    ("την", "Άνυδρο", "GPE", "Άνυδρος"),
    ("στη", "Σάο Πάολο", "GPE", "Σάο Πάολο"),
    ("του", "Νυμφαίου", "GPE", "Νυμφαίο"),
    ("στους", "Αγίους Αναργύρους", "GPE", "Άγιοι Ανάργυροι"),
    ("του", "Χριστόφια", "PERSON", "Χριστόφιας"),
    ("του", "Αδόλφου Κράμπερ", "PERSON", "Αδόλφος Κράμπερ"),
    ("του", "Ιάσονα Μπέρτη", "PERSON", "Ιάσονας Μπέρτης"),
    ("της", "Τζωρτζίνας", "PERSON", "Τζωρτζίνα"),
    ("της", "Κάλλας", "PERSON", "Κάλλας"),
    ("του", "Σιγκέρου Ισίμπα", "PERSON", "Σιγκέρου Ισίμπα"),
    ("στο", "Αμπού Ντάμπι", "GPE", "Αμπού Ντάμπι"),
    ("ο", "ΠΑΣΟΚος", "PERSON", "ΠΑΣΟΚος"),
    ("του", "ΣΚΑΪ", "ORG", "ΣΚΑΪ"),
    ("ο", "Θηβαίος", "NORP", "Θηβαίος"),
    ("του", "Μητσοτάκη", "PERSON", "Μητσοτάκης"),
    ("της", "Σακελλαροπούλου", "PERSON", "Σακελλαροπούλου"),
    ("του", "Παπαδοπούλου", "PERSON", "Παπαδόπουλος"),
    ("της", "Παπαδοπούλου", "PERSON", "Παπαδοπούλου"),
    ("στον", "Βόλο", "GPE", "Βόλος"),
    ("στη", "Σύρο", "GPE", "Σύρος"),
    ("στον", "Ινδικό Ωκεανό", "LOC", "Ινδικός Ωκεανός"),
    ("της", "Άμεσης Δράσης", "ORG", "Άμεση Δράση"),
    ("του", "Τριμελούς Συμβουλίου", "ORG", "Τριμελές Συμβούλιο"),
    ("του", "Ηλεκτρικού Αμφιθεάτρου", "FAC", "Ηλεκτρικό Αμφιθέατρο"),
    ("της", "Βορείου Ηπείρου", "LOC", "Βόρεια Ήπειρος"),
    ("του", "ΣΥΡΙΖΑ-Κινήματος Προόδου", "ORG", "ΣΥΡΙΖΑ-Κίνημα Προόδου"),
    ("της", "Έρευνας και Τεχνολογίας", "ORG", "Έρευνα και Τεχνολογία"),
    ("του", "Παγκρατίου", "GPE", "Παγκράτι"),
    ("στην", "Ουαγκαντουγκού", "GPE", "Ουαγκαντουγκού"),
    (None, "ΦΠΑ", "PERSON", "ΦΠΑ"),
    (None, "ΑΝΝΑ", "PERSON", "Άννα"),
    (None, "Άννα", "PERSON", "Άννα"),
    (None, "Ξένια Ντορτζόγλου", "PERSON", "Ξένια Ντορτζόγλου"),
    ("της", "Μαργώς Καγγελάρη", "PERSON", "Μαργώ Καγγελάρη"),
    ("στο", "Κίεβο", "GPE", "Κίεβο"),
    ("της", "Κύπρου", "GPE", "Κύπρος"),
    ("του", "Παπανδρέου", "PERSON", "Παπανδρέου"),
    ("του", "Βενιζέλου", "PERSON", "Βενιζέλος"),
    ("της", "Κεραμέως", "PERSON", "Κεραμέως"),
]


@pytest.mark.parametrize(("name", "kind", "expected"), ALONE)
def test_name_alone(name: str, kind: str | None, expected: str) -> None:
    assert to_nominative(name, type=kind) == expected


@pytest.mark.parametrize("name", FOREIGN)
def test_indeclinable_foreign_name_stays(name: str) -> None:
    assert to_nominative(name, type="PERSON") == name


@pytest.mark.parametrize(("article", "name", "kind", "expected"), IN_CONTEXT)
def test_article_decides(article: str, name: str, kind: str, expected: str) -> None:
    assert to_nominative(name, type=kind, article=article) == expected


def test_capitals_come_back_with_accents() -> None:
    assert to_nominative("ΚΥΡΙΑΚΟΥ ΜΗΤΣΟΤΑΚΗ", type="PERSON") == "Κυριάκος Μητσοτάκης"
    assert to_nominative("ΣΥΡΙΖΑ", type="ORG") == "ΣΥΡΙΖΑ"


def test_name_without_greek_letters_is_returned_as_it_is() -> None:
    found = nominative("Hellenic Train", type="ORG")
    assert (found.text, found.changed, found.how) == ("Hellenic Train", False, "same")


@given(st.text(alphabet="αάβγεέηήιίϊκλμνοόπρσςτυύφωώΑΆΠΣΜ -'.", max_size=24))
def test_idempotent_and_total(name: str) -> None:
    once = to_nominative(name)
    assert to_nominative(once) == once


@given(
    st.text(max_size=20),
    st.sampled_from(["PERSON", "GPE", "ORG", "NORP", None]),
    st.text(max_size=12),
)
def test_never_raises(name: str, kind: str | None, article: str) -> None:
    assert isinstance(to_nominative(name, type=kind, article=article), str)


EVIDENCE = [
    # A full name in the article tells a woman from a man, a foreign name from a Greek one.
    ("Δαμανάκη", "", "PERSON", ["Μαρία Δαμανάκη"], "Δαμανάκη"),
    ("Δαμανάκη", "", "PERSON", ["Γιώργος Δαμανάκης"], "Δαμανάκης"),
    ("Ράμα", "του", "PERSON", ["Έντι Ράμα"], "Ράμα"),
    ("Κασσελάκη", "τον", "PERSON", ["Κασσελάκης"], "Κασσελάκης"),
    ("Αμοργού", "", "GPE", ["Αμοργός"], "Αμοργός"),
    ("Γεωργίου", "του", "PERSON", ["Γεώργιος"], "Γεώργιος"),
]


@pytest.mark.parametrize(("name", "article", "kind", "evidence", "expected"), EVIDENCE)
def test_evidence_of_the_article_wins(
    name: str, article: str, kind: str, evidence: list[str], expected: str
) -> None:
    assert to_nominative(name, type=kind, article=article, evidence=evidence) == expected


WORDS_BEFORE = [
    ("συνάντηση του πρωθυπουργού", "Κυριάκου Μητσοτάκη", "PERSON", "Κυριάκος Μητσοτάκης"),
    ("με τον κ.", "Χατζηδάκη", "PERSON", "Χατζηδάκης"),
    ("Η κ.", "Γεννηματά", "PERSON", "Γεννηματά"),
    ("της υπουργού", "Κεραμέως", "PERSON", "Κεραμέως"),
    ("υπουργού Άμυνας της", "Ρωσίας", "GPE", "Ρωσία"),
    ("γραμματέας του ρωσικού", "Συμβουλίου Ασφαλείας", "ORG", "Συμβούλιο Ασφαλείας"),
    ("με τους", "Δυτικούς", "NORP", "Δυτικοί"),
    ("O", "Μάριο Ντράγκι", "PERSON", "Μάριο Ντράγκι"),
    ("στην", "Πανεπιστημίου", "FAC", "Πανεπιστημίου"),
]


@pytest.mark.parametrize(("words", "name", "kind", "expected"), WORDS_BEFORE)
def test_words_before_the_name(words: str, name: str, kind: str, expected: str) -> None:
    assert to_nominative(name, type=kind, article=words) == expected


FORMS_KEPT = [
    ("Άννας-Μισέλ  Ασημακοπούλου", "PERSON", "Άννα-Μισέλ  Ασημακοπούλου"),
    ("«Ελευθέριου Βενιζέλου»", "PERSON", "«Ελευθέριος Βενιζέλος»"),
    ("37ου Φεστιβάλ Βιβλίου", "EVENT", "37ο Φεστιβάλ Βιβλίου"),
    ("υπουργείου Υγείας", "ORG", "υπουργείο Υγείας"),
    ("Γ. Ρίτσου", "PERSON", "Γ. Ρίτσος"),
]


@pytest.mark.parametrize(("name", "kind", "expected"), FORMS_KEPT)
def test_spacing_hyphens_quotes_stay(name: str, kind: str, expected: str) -> None:
    assert to_nominative(name, type=kind) == expected


def test_polytonic_and_decomposed_names_read_like_modern_ones() -> None:
    import unicodedata

    assert to_nominative("Ἑλλάδος", type="GPE") == "Ελλάδα"
    decomposed = unicodedata.normalize("NFD", "Κυριάκου Μητσοτάκη")
    assert to_nominative(decomposed, type="PERSON") == "Κυριάκος Μητσοτάκης"


def test_record_says_gender_number_and_how() -> None:
    found = nominative("Ηνωμένων Πολιτειών", type="GPE", article="των")
    assert (found.gender, found.number, found.how, found.changed) == ("f", "plur", "table", True)
    assert 0.5 < found.score <= 1
    assert nominative("Σοϊγκού", type="PERSON", article="του").how == "same"


@pytest.mark.parametrize(
    ("words", "name", "kind", "expected"),
    [
        ("του", "πέτρου μαρινάτου", "PERSON", "Πέτρος Μαρινάτος"),
        ("στην", "πορτογαλία", "GPE", "Πορτογαλία"),
        ("στη", "νότια αφρική", "GPE", "Νότια Αφρική"),
        ("στις", "ηπα", "GPE", "ΗΠΑ"),
        ("του", "πασοκ", "ORG", "ΠΑΣΟΚ"),
        ("του", "χρηματιστηρίου αθηνών", "ORG", "Χρηματιστήριο Αθηνών"),
        ("του", "άρθρου 16", "LAW", "άρθρο 16"),
    ],
)
def test_texts_in_small_letters_name_with_capitals(
    words: str, name: str, kind: str, expected: str
) -> None:
    assert to_nominative(name, type=kind, article=words) == expected


@pytest.mark.parametrize(
    ("words", "name", "kind", "expected"),
    [
        ("στις φυλακές", "Δομοκού", "GPE", "Δομοκός"),
        ("στον ευρύτερο", "Ειρηνικό", "LOC", "Ειρηνικός"),
        ("με τους", "Μουρίκη", "PERSON", "Μουρίκης"),
        ("του", "Φώτη Ντούλος", "PERSON", "Φώτης Ντούλος"),
        ("ο", "Θανάση Μαυρίδης", "PERSON", "Θανάσης Μαυρίδης"),
        ("των", "Ελληνίδων", "NORP", "Ελληνίδες"),
        ("της", "Παλαιάς Διαθήκης", "WORK_OF_ART", "Παλαιά Διαθήκη"),
        ("του", "Μεικτού Ορκωτού Εφετείου Πατρών", "ORG", "Μεικτό Ορκωτό Εφετείο Πατρών"),
        ("του τμήματος", "Έρευνας και Νέων Τεχνολογιών", "ORG", "Έρευνα και Νέες Τεχνολογίες"),
        ("το", "ΤΟ ΒΗΜΑ", "ORG", "Το Βήμα"),
        ("του", "Γιώργου Π. ΜΑΥΡΙΔΗ", "PERSON", "Γιώργος Π. Μαυρίδης"),
        ("στη", "Νέα Μάδυτο Βόλβης", "GPE", "Νέα Μάδυτος Βόλβης"),
        ("στη", "Νέα Αλικαρνασσό Ηρακλείου", "GPE", "Νέα Αλικαρνασσός Ηρακλείου"),
    ],
)
def test_what_agrees_with_what(words: str, name: str, kind: str, expected: str) -> None:
    assert to_nominative(name, type=kind, article=words) == expected


def test_a_mans_given_name_outvotes_a_tagger() -> None:
    found = to_nominative("Ανδρέα Μαυρίδη", type="PERSON", gender="f", case="nom")
    assert found == "Ανδρέας Μαυρίδης"
