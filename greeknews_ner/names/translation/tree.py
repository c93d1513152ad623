"""A noun phrase taken apart: what stands before its head, the head, and what hangs on it."""

from __future__ import annotations

from dataclasses import dataclass, field

from greeknews_ner.names.translation.vocabulary import Noun


@dataclass(frozen=True, slots=True)
class Known:
    """A name that the tables hold.

    Attributes:
        english: Its English.
        is_place: Whether it is a place or person, which take no article in English.
        is_person: Whether it is a name of persons.
        greek: The name as the table has it.
        is_country: Whether it is a sovereign state or one of its kind.
    """

    english: str
    is_place: bool
    is_person: bool = False
    greek: str = ""
    is_country: bool = False


@dataclass(slots=True)
class Phrase:
    """A head with its adjectives and what follows it.

    Attributes:
        adjectives: English words before the head, in the order of the Greek.
        noun: The head, when it is a noun of the vocabulary.
        name: The head, when it is a name or a fixed expression.
        plural: Whether the head is in the plural.
        named: Whether an adjective is the name of the body: *Βενιζέλειο* Νοσοκομείο.
        place: Whether the head is the name of a place or person.
        country: Whether the head is the name of a country.
        definite: Whether the Greek has an article before it.
        called: A name in apposition: Ινστιτούτο *Μαξ Πλανκ*.
        number: A number or code behind it: νόμος *4369/2016*.
        after: A name in Latin letters behind all of it: … Κλωστοϋφαντουργίας *Euratex*.
        tails: The genitives and phrases with a preposition that hang on it.
    """

    adjectives: list[str] = field(default_factory=list)
    noun: Noun | None = None
    name: str = ""
    plural: bool = False
    named: bool = False
    place: bool = False
    country: bool = False
    definite: bool = False
    called: str = ""
    number: str = ""
    after: str = ""
    tails: list[Group] = field(default_factory=list)


@dataclass(slots=True)
class Group:
    """Phrases joined by «και» or by commas, or a single one.

    Attributes:
        phrases: The phrases.
        links: What joins each to the one before: ``", "``, ``" and "``, ``"-"``.
        preposition: English preposition before all of them; empty for a genitive.
    """

    phrases: list[Phrase]
    links: list[str] = field(default_factory=list)
    preposition: str = ""
