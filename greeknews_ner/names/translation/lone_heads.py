"""Bodies, treaties and events that news calls by their head alone: το Ινστιτούτο, η Συμφωνία.

Most words of the vocabulary are names when they stand alone: Κύκλος is a publisher, Δύναμη a club.
These are not.
"""

from __future__ import annotations

from greeknews_ner.names.translation.vocabulary import vocabulary

_HEADS = frozenset(
    {
        "Ministry",
        "Municipality",
        "Region",
        "Prefecture",
        "University",
        "School",
        "Academy",
        "College",
    }
    | {"Institute", "Foundation", "Hospital", "Clinic", "Health Center", "Library", "Museum"}
    | {"Court", "Court of First Instance", "Court of Appeal", "Misdemeanors Court", "Felony Court"}
    | {"Military Court", "Court-Martial", "Naval Court", "Air Force Court"}
    | {"Prosecutor's Office", "Council", "Committee", "Authority", "Agency", "Organization"}
    | {
        "Service",
        "Directorate",
        "Subdirectorate",
        "Department",
        "Secretariat",
        "General Secretariat",
    }
    | {"Association", "Federation", "Confederation", "Chamber", "Fund", "Company", "Cooperative"}
    | {
        "Party",
        "Coalition",
        "Alliance",
        "Movement",
        "Initiative",
        "Front",
        "Government",
        "Senate",
        "Assembly",
    }
    | {"Port Authority", "Traffic Police", "Tax Office", "Customs Office", "Town Hall", "City Hall"}
    | {"Fire Station", "Police", "Gendarmerie", "Army", "Navy", "Air Force", "Coast Guard"}
    | {"Embassy", "Consulate", "Delegation", "Commission", "Presidency", "State", "Public Sector"}
    | {"Local Government", "Archdiocese", "Metropolis", "Patriarchate", "Monastery", "Synod"}
    | {"Agreement", "Treaty", "Convention", "Protocol", "Declaration", "Memorandum", "Pact"}
    | {"Summit", "Conference", "Congress", "Forum", "Festival", "Exhibition", "Championship"}
    | {"Bank", "Stock Exchange", "Conservatory", "Theatre", "Orchestra", "Stadium", "Prison"}
    | {"Research Center", "Registry", "Treasury", "Inspectorate", "Observatory", "Laboratory"}
)
_CALLED = {"δημοσιο": "State", "αυτοδιοικηση": "Local Government"}


def lone_head(word: str) -> str | None:
    """English of a head that stands alone.

    Args:
        word: Folded form in any case; a text may leave the case of a lone word open.

    Returns:
        None for a word that is rather a name when it stands alone.
    """
    if word in _CALLED:
        return _CALLED[word]
    table = vocabulary()
    noun = table.noun(word)
    if noun is None:
        return None
    english = noun.plural if noun.is_plural(word) else noun.english
    return english if noun.english in _HEADS else None
