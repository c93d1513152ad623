"""What the nationality of the bearers of a Latin name says of its language."""

from __future__ import annotations

import math
from collections.abc import Mapping

LANGUAGES: dict[str, str] = {
    "english": "American English British Australian Canadian Irish Welsh Jamaican Barbadian "
    "Bermudian Bahamian Manx Gibraltarian Guyanese",
    "french": "French Belgian Haitian Breton Canadian",
    "german": "German Austrian",
    "dutch": "Dutch Belgian Surinamese",
    "italian": "Italian Sammarinese",
    "russian": "Russian Belarusian",
    "ukrainian": "Ukrainian",
    "bulgarian": "Bulgarian",
    "serbo_croat": "Macedonian Montenegrin Slovene Bosniak Serb Croat",
    "polish": "Pole",
    "czech_slovak": "Czech Slovak",
    "hungarian": "Hungarian",
    "romanian": "Romanian Moldovan",
    "albanian": "Albanian",
    "turkish": "Turk Azerbaijani",
    "arabic": "Egyptian Saudi Moroccan Algerian Iraqi Lebanese Syrian Tunisian Emirati Qatari "
    "Palestinian Jordanian Kuwaiti Yemeni Sudanese Libyan Bahraini Omani Mauritanian",
    "hebrew": "Israeli",
    "persian": "Iranian Afghan Tajik",
    "indian": "Indian Pakistani Bangladeshi Tamil Nepalese",
    "chinese": "Chinese Taiwanese Singaporean",
    "korean": "Korean",
    "japanese": "Japanese",
    "southeast_asian": "Filipino Malaysian Indonesian Thai Vietnamese Burmese Cambodian Lao",
    "central_asian": "Azerbaijani Uzbek Kazakh Kyrgyz Mongolian",
    "georgian": "Georgian",
    "armenian": "Armenian",
    "african": "Nigerian Ghanaian Kenyan Cameroonian Ugandan Senegalese Ethiopian Tanzanian "
    "Namibian Guinean Zambian Malian Liberian Rwandan Botswana Malagasy Gambian Togolese Malawian "
    "Gabonese Beninese Nigerien Chadian Somali Burundian Congolese",
    "scandinavian": "Norwegian Faroese Dane",
    "finnish_baltic": "Estonian Lithuanian Latvian Finn",
    "spanish": "Mexican Argentine Chilean Colombian Uruguayan Cuban Venezuelan Peruvian Dominican "
    "Paraguayan Basque Catalan Ecuadorian Bolivian Guatemalan Salvadoran Honduran Panamanian "
    "Nicaraguan",
    "portuguese": "Brazilian Portuguese Angolan Mozambican",
    "greek": "Greek Cypriot",
}
"""Language of a rule file to the nationalities that mostly bear its names."""

_LITTLE_KNOWN = frozenset(
    {"polish", "turkish", "scandinavian", "spanish", "serbo_croat", "finnish_baltic", "georgian"}
)
_SMOOTHING = 3.0
_FAR_MORE = 1.3  # times as often as among all people


def evidence_of(
    nations: Mapping[str, int], totals: Mapping[str, int], languages: frozenset[str]
) -> dict[str, float]:
    """Log-likelihood of each language, from the bearers of a name.

    Args:
        nations: Nationality to bearers of this name.
        totals: Nationality to bearers of all names.
        languages: The languages asked for.

    Returns:
        Language to log-likelihood; empty for a name that is hardly known. Languages whose
        speakers the list leaves out, such as Poles, keep the value of no bearers at all.
    """
    everybody = sum(nations.values())
    if everybody < 2:
        return {}
    whole = sum(totals.values())
    found = {}
    for language in languages:
        members = LANGUAGES.get(language, "").split()
        bearers = sum(nations.get(nation, 0) for nation in members)
        expected = everybody * sum(totals.get(nation, 0) for nation in members) / whole
        if language in _LITTLE_KNOWN and bearers <= expected:
            found[language] = 0.0
        else:
            found[language] = math.log((bearers + _SMOOTHING) / (expected + _SMOOTHING))
    return found


class Bearers:
    """What language a name is of, if it is of one, by who bears it.

    Args:
        totals: Nationality to bearers of all names.
    """

    def __init__(self, totals: Mapping[str, int]) -> None:
        whole = sum(totals.values())
        self._of: dict[str, list[str]] = {}
        self._share: dict[str, float] = {}
        for language, members in LANGUAGES.items():
            share = sum(totals.get(nation, 0) for nation in members.split()) / max(whole, 1)
            if share:
                self._share[language] = share
                for nation in members.split():
                    self._of.setdefault(nation, []).append(language)

    def language(self, nations: Mapping[str, int]) -> str:
        """The language whose speakers bear a name far more than others do; empty without one.

        Args:
            nations: Nationality to bearers of this name.
        """
        everybody = sum(nations.values())
        found: dict[str, int] = {}
        for nation, bearers in nations.items():
            for language in self._of.get(nation, ()):
                found[language] = found.get(language, 0) + bearers
        best, most = "", 0.0
        for language, bearers in sorted(found.items()):
            expected = everybody * self._share[language]
            # One bearer says little where there are many, whatever small nation is theirs.
            beyond = (bearers - expected) / math.sqrt(expected + 1)
            if bearers > _FAR_MORE * expected and beyond > most:
                best, most = language, beyond
        return best
