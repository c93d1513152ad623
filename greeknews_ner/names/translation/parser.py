"""Reading a name as a noun phrase: its head, what hangs on it, and which words are names."""

from __future__ import annotations

from greeknews_ner.names.elot743 import to_elot743
from greeknews_ner.names.translation.agreement import is_genitive
from greeknews_ner.names.translation.genitive_chains import find_group, find_phrase
from greeknews_ner.names.translation.ordinals import ordinal, ordinal_of
from greeknews_ner.names.translation.reading import Adjective, LookUp, Reading, Render
from greeknews_ner.names.translation.tree import Group, Phrase
from greeknews_ner.names.translation.vocabulary import ARTICLES, vocabulary
from greeknews_ner.names.translation.words import ACRONYM, LATIN, spelt_out, tokens

__all__ = ["Adjective", "LookUp", "Parser", "Render", "spelt_out", "tokens"]


def _is_latin(word: str) -> bool:
    return word == "&" or LATIN.fullmatch(word) is not None


class Parser(Reading):
    """Reads one name, from left to right; each may be read once.

    Arguments and attributes are those of `Reading`.
    """

    def name(self) -> Phrase | None:
        """The whole name, or None when its head is not in the vocabulary."""
        phrase = find_phrase(self, None)
        return phrase if phrase is not None and self.ended() else None

    def names(self) -> Group | None:
        """Names joined by «και» and commas, Πρόληψη και Καταστολή Εγκλήματος; None for one."""
        first = find_phrase(self, None)
        if first is None:
            return None
        group = Group([first])
        while (link := self.link(self.place)) is not None:
            self.place += 1
            following = None if self.ended() else find_phrase(self, None)
            if following is None:
                return None
            group.phrases.append(following)
            group.links.append(link)
        return group if group.links and self.ended() else None

    def letters(self) -> tuple[str, Group] | None:
        """A body known by its letters or a Latin name, and where it is: ΕΦΚΑ Κεραμεικού."""
        words: list[str] = []
        is_known = False
        while not self.ended() and _is_latin(self.words[self.place]):
            words.append(self.words[self.place])
            self.place += 1
        is_numbered = ordinal_of(self.words[0]) is not None
        if not words and (acronym := self._acronym()) is not None:
            words, is_known = acronym
        if not words or self.ended():
            return None
        folded = self.folded[self.place]
        is_name = not is_genitive(folded) or folded.endswith("οσ")
        if is_name and folded not in ARTICLES and folded not in vocabulary().genitives:
            return None
        group = find_group(self, "gen", None)
        if group is None or not self.ended():
            return None
        first = group.phrases[0]
        place = all(each.place for each in group.phrases) and not first.definite
        # 1ο ΕΠΑΛ Καισαριανής: 1st EPAL *of* Kaisariani
        first.definite = first.definite or (place and is_numbered)
        is_branch = is_known and (first.noun is not None or first.plural) and not self.by_sound
        return (" ".join(words), group) if place or first.definite or is_branch else None

    def _acronym(self) -> tuple[list[str], bool] | None:
        """The English of an acronym at the head, its ordinal before it, and whether it is known."""
        number = ordinal_of(self.words[0])
        start = 1 if number is not None and len(self.words) > 1 else 0
        word = self.words[start]
        if not ACRONYM.fullmatch(word):
            return None
        self.place = start + 1
        known = self.look_up(word)
        # Letters are read one by one: ΔΕΥΑ is DEYA.
        english = known.english if known is not None else "".join(map(to_elot743, word))
        before = [ordinal(number)] if number is not None and start else []
        return [*before, english], known is not None
