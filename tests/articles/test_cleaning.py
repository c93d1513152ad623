"""Cleaning: what changes, what stays, and the way back to the input."""

from __future__ import annotations

import re
import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner.articles import clean

CHANGES = [
    # NFD
    (unicodedata.normalize("NFD", "Σοϊγκού"), "Σοϊγκού"),
    (unicodedata.normalize("NFD", "πρωΐ του Μαΐου"), "πρωΐ του Μαΐου"),
    (unicodedata.normalize("NFD", "Erdoğan"), "Erdoğan"),
    (unicodedata.normalize("NFD", "한국"), "한국"),
    ("ταΐστε το, Αχαΐα, προϋπόθεση".upper(), "ΤΑΪΣΤΕ ΤΟ, ΑΧΑΪΑ, ΠΡΟΫΠΌΘΕΣΗ"),
    # polytonic
    ("ὁ ἄνθρωπος τῶν Ἀθηνῶν", "ο άνθρωπος των Αθηνών"),
    ("ᾧ Ἕλληνες, ἢ ποῦ ἦταν ἡ Ἀγγελική", "ω Έλληνες, ή πού ήταν η Αγγελική"),
    ("τὸν Ἐλευθέριο Βενιζέλο πρὸς τὴ Βουλὴ", "τον Ελευθέριο Βενιζέλο προς τη Βουλή"),
    (unicodedata.normalize("NFD", "τὸν Ἰωάννη Καποδίστρια"), "τον Ιωάννη Καποδίστρια"),
    ("γι᾽ αὐτό", "γι’ αυτό"),
    # invisible characters
    ("Θεσ\u00adσα\u00adλο\u00adνίκη", "Θεσσαλονίκη"),
    ("\ufeffΗ Αθήνα\u200b και\u200d η \u2060Πάτρα", "Η Αθήνα και η Πάτρα"),
    # control characters and spaces
    ("Άρτα\x00Λάρισα\x07", "Άρτα Λάρισα "),
    ("Νέα\u00a0Δημοκρατία,\u20092\u202f500\tευρώ", "Νέα Δημοκρατία, 2 500 ευρώ"),
    ("Βόλος\r\nΛαμία\rΚιλκίς\u2028Δράμα", "Βόλος\nΛαμία\nΚιλκίς\nΔράμα"),
    ("Είπε \x93ναι\x94 \x96 και έφυγε\x85", "Είπε “ναι” – και έφυγε…"),
    ("Μια \ud83d λέξη \udc00", "Μια \ufffd λέξη \ufffd"),
    # letters that stand for a letter
    ("5 µέτρα, ϑέμα, Ωμέγα \u2126", "5 μέτρα, θέμα, Ωμέγα Ω"),
    ("Ποιος;\u037e Άνω\u0387 τελεία", "Ποιος;; Άνω· τελεία"),
    # two scripts in one word
    ("Oι Aρχές της Kύπρου", "Οι Αρχές της Κύπρου"),
    ("ΞYΝΤΟΥΣ ΤΙΣ ΣYΝΟΜΙΛΙΕΣ", "ΞΥΝΤΟΥΣ ΤΙΣ ΣΥΝΟΜΙΛΙΕΣ"),
    ("Tσίπρας, Mητσοτάκης, Aνδρουλάκης", "Τσίπρας, Μητσοτάκης, Ανδρουλάκης"),
    ("το ΑBC και το ΒBC", "το ABC και το BBC"),
    ("Сυρία και Pοдος", "Сυρία και Pοдος"),
    ("Рωσία και Тουρκία", "Ρωσία και Τουρκία"),
    ("Рutin", "Putin"),
    ("∆ημοκρατία", "Δημοκρατία"),
    ("Kυριáκος", "Κυριάκος"),
    ("ΝATO", "NATO"),
    # whole words typed on the wrong keyboard
    ("O πρόεδρος και o κ. Κατρούγκαλος", "Ο πρόεδρος και ο κ. Κατρούγκαλος"),
    ("H «Καθημερινή» και η AEK.", "Η «Καθημερινή» και η ΑΕΚ."),
    ("στον OHE, ο OTE", "στον ΟΗΕ, ο ΟΤΕ"),
    # HTML entities
    ("&laquo;Αυγή&raquo; &amp; &#8217;κείνος&nbsp;είπε&hellip;", "«Αυγή» & ’κείνος είπε…"),
    ("Α&amp;nbsp;Β &amp;amp; Γ &#x3b1;", "Α Β & Γ α"),
    ("Αθή&shy;να", "Αθήνα"),
    # HTML tags
    (
        "<p>Η <b>Αθή</b>να</p><p>και η <a href='/p?a=1'>Πάτρα</a>.</p>",
        "\nΗ Αθήνα\n\nκαι η Πάτρα.\n",
    ),
    ("Α<br/>Β<br>Γ<BR />Δ", "Α\nΒ\nΓ\nΔ"),
    (
        "Η <script>if (a < b) x('<p>')</script>ΕΡΤ<!-- <p>όχι</p> --> και <style>p{}</style>η ΔΕΗ",
        "Η ΕΡΤ και η ΔΕΗ",
    ),
    ("<script>δεν κλείνει", "δεν κλείνει"),
    ("&lt;b&gt;όχι ετικέτα&lt;/b&gt;", "<b>όχι ετικέτα</b>"),
    # line-break hyphenation
    ("στην Ουκρα-\nνία", "στην Ουκρανία"),
    ("η κυβέρνη-\nση και ο πρό-\r\nεδρος", "η κυβέρνηση και ο πρόεδρος"),
    ("Παπα\u00ad\nδόπουλος", "Παπαδόπουλος"),
]

STAYS = [
    "",
    "Ο γραμματέας του ρωσικού Συμβουλίου Ασφαλείας Σεργκέι Σοϊγκού.\nΔύο γραμμές.",
    "Η AT&T και η R&D της S&P; το άρθρο &foo; στο a.gr/?x=1&lt=2",
    "«Ναι» είπε – “όχι” ‘ίσως’ … 5% €500 §3 α΄ 1ος",
    "Το ΝΑΤΟ και το NATO, το BBC, το ATM, η IKEA, το TAXI, βιταμίνη E",
    "Ο Πούτιν και ο Путин, Владимир Путин",
    "Ο Ερντογάν (Erdoğan) στο Cafè και η Škoda",
    "Έκανε like και googleάρει, το iPhone του",
    "στην Αθήνα-\nκαι στον Πειραιά -\nείπε",
    "Αθήνα-\nΘεσσαλονίκη, Μπους-\nΓκορ",
    "5 < 7 και 8 > 3, <3, <Μητσοτάκης>, <http://skai.gr>, <!--ανοιχτό",
    "Το Big O και το Plan H του",
    "Athina kai Thessaloniki, kalimera",
    "東京 и Москва",
    "ΐ ΰ Ϊ Ϋ ϊ ϋ ά έ ή ί ό ύ ώ",
]


@pytest.mark.parametrize(("source", "expected"), CHANGES)
def test_changes(source: str, expected: str) -> None:
    assert clean(source).text == expected


@pytest.mark.parametrize("text", STAYS)
def test_stays_as_it_is(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.text is text
    assert cleaned.to_source(0, len(text)) == (0, len(text))


def test_a_compound_at_the_line_end_is_joined() -> None:
    assert clean("Ιταλο-\nέλληνας").text == "Ιταλοέλληνας"


def test_a_name_keeps_its_marks_and_loses_what_dangles() -> None:
    name = "Σο\u200b" + unicodedata.normalize("NFD", "ϊγκού")
    source = f"Ο\u200b \u200b{name}\u200b, είπε"
    cleaned = clean(source)
    start = cleaned.text.index("Σοϊγκού")
    assert source[slice(*cleaned.to_source(start, start + len("Σοϊγκού")))] == name


def test_entities_and_hyphens_belong_to_the_span() -> None:
    source = "η &laquo;Αυγή&raquo; για την Ουκρα-\r\nνία &amp; τη Ρω&shy;σία"
    cleaned = clean(source)

    def surface(word: str) -> str:
        start = cleaned.text.index(word)
        return source[slice(*cleaned.to_source(start, start + len(word)))]

    assert surface("«Αυγή»") == "&laquo;Αυγή&raquo;"
    assert surface("Αυγή") == "Αυγή"
    assert surface("Ουκρανία") == "Ουκρα-\r\nνία"
    assert surface("& τη") == "&amp; τη"
    assert surface("Ρωσία") == "Ρω&shy;σία"


@pytest.mark.parametrize("span", [(-1, 0), (0, 6), (3, 2)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="span"):
        clean("Αθήνα").to_source(*span)


LETTERS = st.sampled_from([*"αάΑβγδεηΐιουωςσΣτνΝκ", *"aAoOTHxz", *"аР", "ἄ", "ὸ", "ᾧ", "µ"])
MARKS = ["\u0301", "\u0308", "\u0313", "\u0342", "\u200b", "\u00ad", "\ufeff"]
ENTITIES = [
    "<b>",
    "<p>",
    "<!--",
    "-->",
    "&amp;",
    "&nbsp;",
    "&shy;",
    "&#8217;",
    "&",
    "amp;",
    ";",
    "#",
]
OTHERS = ["\x00", "\ud800", "\r\n", "\n", "-\n", "\u00a0", " ", ".", "5", "한"]
NOISE = st.sampled_from([*MARKS, *ENTITIES, *OTHERS])
MESSY = st.lists(st.one_of(LETTERS, LETTERS, NOISE)).map("".join)


@given(st.one_of(MESSY, st.text(alphabet=st.characters(exclude_categories=())), st.text()))
def test_every_span_has_a_source(source: str) -> None:
    cleaned = clean(source)
    positions = [cleaned.to_source(index, index + 1) for index in range(len(cleaned.text))]
    for start, end in positions:
        assert 0 <= start < end <= len(source)
    for (start, end), (next_start, next_end) in pairwise(positions):
        assert start <= next_start
        assert end <= next_end
        # Neighbours are parts of one cluster or do not touch each other's.
        assert (start, end) == (next_start, next_end) or end <= next_start
    whole = cleaned.to_source(0, len(cleaned.text))
    assert whole == ((positions[0][0], positions[-1][1]) if positions else (whole[0],) * 2)


@given(MESSY)
def test_words_cleaned_alone_are_the_same(source: str) -> None:
    cleaned = clean(source)
    for found in re.finditer(r"[^\W_]+(?![\w\u0300-\u036f])", cleaned.text):
        # A word that Greek neighbours made Greek needs them.
        if not set(found.group()) - set("ΑΟΤΗο"):
            continue
        surface = source[slice(*cleaned.to_source(*found.span()))]
        assert clean(surface).text == found.group()


@given(st.one_of(MESSY, st.text()))
def test_nothing_unreadable_is_left(source: str) -> None:
    text = clean(source).text
    assert unicodedata.is_normalized("NFC", text)
    unreadable = "[\x00-\x09\x0b-\x1f\u00a0\u00ad\u200b-\u200f\ufeff\ud800-\udfff\u1f00-\u1fbc]"
    assert not re.search(unreadable, text)


@given(st.text(alphabet="αάβγδεέζηήθιίϊΐκλμνξοόπρσςτυύϋΰφχψωώΑΒΓΔ .,;«»–\n0123456789"))
def test_clean_text_is_left_alone(text: str) -> None:
    assert clean(text).text is text


@pytest.mark.parametrize(
    "unit",
    ["<script>", "<!--", "<p", "&amp;", "&", "\u200b", "α\u0301", "-\n", "O ", "aα", "ὰα", "O"],
)
def test_no_input_takes_long(unit: str) -> None:
    begin = time.perf_counter()
    clean(unit * (300_000 // len(unit)))
    assert time.perf_counter() - begin < 3


def test_clean_text_costs_little() -> None:
    text = "Ο πρόεδρος της Βουλής μίλησε στη Θεσσαλονίκη για το Brexit.\n" * 20_000
    clean(text)
    begin = time.perf_counter()
    assert clean(text).text is text
    assert len(text) / (time.perf_counter() - begin) > 5_000_000


def test_a_broken_word_with_a_letter_of_the_wrong_script_is_joined() -> None:
    assert clean("στην Καλαμπ\u0061-\nκούτσι σήμερα").text == "στην Καλαμπακούτσι σήμερα"
