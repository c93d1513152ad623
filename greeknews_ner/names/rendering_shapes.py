"""Names whose shape tells what they are: chains of places, companies with their legal form."""

from __future__ import annotations

import re
from collections.abc import Callable

from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.explain import Step
from greeknews_ner.names.folding import fold
from greeknews_ner.names.nominative import to_nominative
from greeknews_ner.names.rendering_found import Found
from greeknews_ner.names.translation.agreement import are_genitives
from greeknews_ner.names.translation.lone_heads import lone_head
from greeknews_ner.names.translation.tree import Known

LookUp = Callable[[str], Known | None]

_CHAIN = re.compile(
    r"[^\W\d_][^\s\-\u2010-\u2015/]*(?:[\-\u2010-\u2015/][^\W\d_][^\s\-\u2010-\u2015/]*)+"
)
_PARTS = re.compile(r"([\s\-\u2010-\u2015/]+)")
_GREEK = re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")
_ACRONYM = re.compile(r"(?:[Α-Ω]\.?){2,6}|[Α-Ω][α-ω][Α-Ω]+")
_JOINT = re.compile(r"([\-\u2010-\u2015/])")
_LEGAL_FORMS = {
    "αε": "SA",
    "αεβε": "SA",
    "αβεε": "SA",
    "αεγα": "SA",
    "αετε": "SA",
    "αεε": "SA",
    "επε": "Ltd",
    "μεπε": "Ltd",
    "ικε": "PC",
    "μικε": "PC",
}
_COMPASS = {
    "β": ("Βόρεια", "Βόρειος", "Βόρειο"),
    "ν": ("Νότια", "Νότιος", "Νότιο", "Νέα", "Νέος", "Νέο", "Νέοι"),
    "αγ": ("Άγιος", "Αγία", "Άγιο", "Άγιοι", "Άγιον"),
    "α": ("Ανατολική", "Ανατολικός", "Ανατολικό"),
    "αν": ("Ανατολική", "Ανατολικός", "Ανατολικό"),
    "δ": ("Δυτική", "Δυτικός", "Δυτικό"),
    "μ": ("Μεγάλη", "Μικρά", "Μέση", "Μεγάλο"),
    "κ": ("Κεντρική", "Κεντρικός", "Κεντρικό"),
}
_ARTICLES = frozenset({"ο", "η", "το", "οι", "τα"})
_STATIONS = frozenset({"FM", "TV", "RADIO", "CHANNEL", "NEWS", "NET", "ONLINE"})
_TWO, _STATION = 2, 0.6
_CHAINED, _SHORTENED, _SENTENCE = 0.85, 0.9, 0.3
_HOUSE = re.compile(r"([Α-ΩΆ-Ώ][^\W\d_]*\.?(?: [Α-ΩΆ-Ώ][^\W\d_]*\.?)*) (\d{1,3}[Α-Δα-δ]?)\.?")
_ADDRESS = 0.8
_LITTLE = frozenset(
    {
        "ο",
        "η",
        "το",
        "οι",
        "τα",
        "του",
        "τησ",
        "των",
        "τον",
        "την",
        "τη",
        "τουσ",
        "τισ",
        "και",
        "κι",
    }
    | {"για", "στο", "στη", "στην", "στον", "στα", "στουσ", "στισ", "σε", "με", "απο", "κατα"}
    | {"να", "θα", "δεν", "μη", "μην", "που", "πωσ", "οτι", "ειναι", "μου", "σου", "μασ", "σασ"}
)


def render_chain(name: str, *, look_up: LookUp, steps: list[Step]) -> Found | None:
    """Places joined by hyphens or dashes: ΗΠΑ-Ισραήλ-Ιράν.

    Args:
        name: Nominative.
        look_up: What the tables know of a part.
        steps: Is told what came of it.

    Returns:
        None when a part is no place of the tables.
    """
    if not _CHAIN.fullmatch(name):
        return None
    english: list[str] = []
    for position, part in enumerate(_JOINT.split(name)):
        known = look_up(part) if position % 2 == 0 else Known(part, is_place=True)
        if known is None or not known.is_place:
            return None
        english.append(known.english)
    steps.append(Step(what="pattern", found=f"{''.join(english)} (a chain)"))
    return Found("".join(english), "rule", _CHAINED)


def render_letters(name: str, *, look_up: LookUp, steps: list[Step]) -> Found | None:
    """Acronyms beside Latin words or numbers: ΟΗΕ UNMISS, Ε.Ε.-27.

    Args:
        name: Nominative.
        look_up: What the tables know of a part.
        steps: Is told what came of it.

    Returns:
        None when a part is neither in Latin letters nor an acronym of the tables.
    """
    english: list[str] = []
    known = 0
    for position, part in enumerate(_PARTS.split(name)):
        if position % 2 or not _GREEK.search(part):
            english.append(part)
            continue
        plus = "+" if part.endswith("+") else ""
        acronym = part.removesuffix("+")
        found = look_up(acronym.upper()) if _ACRONYM.fullmatch(acronym) else None
        if found is None:
            return None
        known += 1
        english.append(found.english + plus)
    if not known or (len(english) == 1 and not name.endswith("+")):
        return None
    steps.append(Step(what="pattern", found=f"{''.join(english)} (acronyms)"))
    return Found("".join(english), "rule", _CHAINED)


def render_joined(name: str, *, look_up: LookUp, steps: list[Step]) -> Found | None:
    """Names joined by «και», of the tables or in Latin letters: El Norte και La Moneda.

    Args:
        name: Nominative.
        look_up: What the tables know of a part.
        steps: Is told what came of it.

    Returns:
        None when a part is neither.
    """
    parts = name.split(" και ")
    if len(parts) != _TWO:
        return None
    english: list[str] = []
    for part in parts:
        found = look_up(part) if _GREEK.search(part) else Known(part, is_place=False)
        said = found.english if found is not None else lone_head(fold(part))
        if said is None:
            return None
        english.append(said)
    steps.append(Step(what="pattern", found=f"{' and '.join(english)} (two names)"))
    return Found(" and ".join(english), "rule", _CHAINED)


def render_station(name: str, *, steps: list[Step]) -> Found | None:
    """A station or paper with a Latin word behind its Greek name, which is spelt: Θέμα FM.

    Args:
        name: Nominative.
        steps: Is told what came of it.
    """
    greek, _, last = name.rpartition(" ")
    if not greek or last.upper() not in _STATIONS or not _GREEK.search(greek):
        return None
    english = f"{to_elot743(greek)} {last}"
    steps.append(Step(what="elot743", found=f"{english} (a station)"))
    return Found(english, "elot743", _STATION)


def render_abbreviated_compass(name: str, *, look_up: LookUp, steps: list[Step]) -> Found | None:
    """Β. Αμερική, where the tables know Βόρεια Αμερική.

    Args and result are those of `render_chain`.
    """
    first, _, rest = name.partition(" ")
    if not first.endswith(".") or not rest[:1].isupper():
        return None
    nominative = to_nominative(rest, type="GPE", case="gen")
    for adjective in _COMPASS.get(fold(first), ()):
        known = look_up(f"{adjective} {rest}") or look_up(f"{adjective} {nominative}")
        if known is not None and known.is_place:
            steps.append(Step(what="table", found=f"{known.english} ({adjective} {rest})"))
            return Found(known.english, "lexicon", _SHORTENED)
    return None


def render_house(name: str, *, steps: list[Step]) -> Found | None:
    """A house by its street alone, which is in the genitive: «Καρόλου 24».

    Args:
        name: A facility.
        steps: Is told what came of it.

    Returns:
        None where a word may be no genitive, unless it is cut short: a power plant is called
        «Πτολεμαΐδα 5».
    """
    house = _HOUSE.fullmatch(name)
    if house is None:
        return None
    if house[1].endswith(".") or not are_genitives(house[1].split()):
        return None
    english = f"{to_elot743(house[2])} {to_elot743(house[1])} Street"
    steps.append(Step(what="pattern", found=f"{english} (a house by its street)"))
    return Found(english, "rule", _ADDRESS)


def legal_form(name: str) -> tuple[str, str] | None:
    """The name of a company without its legal form, and the form in English.

    Args:
        name: Such as ``"Ναυπηγεία Σύρου Α.Ε."``.
    """
    rest, _, last = name.rpartition(" ")
    form = _LEGAL_FORMS.get(fold(last)) if last.isupper() else None
    return (rest.rstrip(" ,"), form) if rest and form else None


def render_sentence(
    name: str,
    *,
    is_word: Callable[[str], bool],
    render: Callable[[str], str],
    steps: list[Step],
    is_title: bool = False,
) -> Found | None:
    """Greek words that are a sentence or a title: spelt by ELOT 743, with the names among them.

    Args:
        name: Such as ``"Το κυνήγι του Γκόλουμ"``.
        is_word: Whether a word is in the vocabulary.
        render: Spells a name among the words.
        steps: Is told what came of it.
        is_title: Whether it is the title of a work, which an article or a small letter tells to be
            Greek words.

    Returns:
        None when the name has none of the little words that only Greek phrases have.
    """
    words = name.split()
    is_title = is_title and len(words) > 1
    has_article = is_title and fold(words[0]) in _ARTICLES
    has_words = is_title and any(word.islower() for word in words[1:])
    if not (has_article or has_words) and not any(
        fold(w) in _LITTLE and w.islower() for w in words[1:]
    ):
        return None
    spelt: list[str] = []
    run: list[str] = []
    for position, word in enumerate(words):
        is_name = position > 0 and word[:1].isupper() and word.isalpha() and not is_word(word)
        is_name = is_name and fold(word) not in _LITTLE
        if is_name:
            run.append(word)
            continue
        if run:
            spelt.append(render(" ".join(run)))
            run = []
        spelt.append(to_elot743(word))
    if run:
        spelt.append(render(" ".join(run)))
    english = " ".join(spelt)
    steps.append(Step(what="elot743", found=f"{english} (a sentence)"))
    return Found(english, "elot743", _SENTENCE)
