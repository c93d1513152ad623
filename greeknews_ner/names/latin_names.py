"""Which names in Latin letters are real, how many people bear them, and how big the places are."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from greeknews_ner.names.bloom import may_hold

# Bit of a node's mask that says that a name ends there; bits 0 to 25 say which letters follow.
ENDS = 26
_A = 97
_BEFORE_A = _A - 1
# Costs of letters are kept in a byte: steps of this many nats.
LETTER_QUANTUM = 0.05


@dataclass(slots=True)
class LatinNames:
    """Real names as a trie in flat arrays, breadth first.

    Attributes:
        masks: Node to the letters that may follow it, and whether a name ends there.
        first: Node to its first child.
        rank: Node to how many names end at nodes before it.
        bearers: Name (by rank) to two half-bytes: how many people have it as a given name and how
            many as a family name, both as `bucket`.
        places: Name to how big the largest place of that name is: 0 none, 1 another name of a
            place, 2 a village, 3 a town, 4 a city.
        mentions: Name to how often English text has it, from 0 (never) to 15; each step is twice
            as often.
        whole: Sorted hashes of whole names of people and places of several words.
        tongues: Name to the language, by its number in ``languages``, among whose speakers it is
            much commoner than among all people; 0 where there is none such.
        languages: Names of rule files, behind an empty one.
        once: Names that one person in an encyclopedia bears and that are not in the list, as
            `greeknews_ner.names.bloom.packed_set`.
        letters: Cost of a letter after the three before it, each a digit to the base 27 (0 is the
            edge of a name), in steps of `LETTER_QUANTUM`.
    """

    masks: array[int]
    first: array[int]
    rank: array[int]
    bearers: bytes
    places: bytes
    mentions: bytes
    whole: array[int]
    letters: bytes
    tongues: bytes
    languages: tuple[str, ...]
    once: bytes

    def likeness(self, name: str) -> float:
        """Log-probability of the letters of a name, by what follows what in real names.

        Args:
            name: Letters a to z.
        """
        letters, history, cost = self.letters, 0, 0
        size = len(letters)
        for code in name.encode():
            history = (history * 27 + code - _BEFORE_A) % size
            cost += letters[history]
        cost += letters[history * 27 % size]
        return -cost * LETTER_QUANTUM

    def tongue(self, number: int) -> str:
        """The language of a real name, by its number; empty when it is of none or of many.

        Args:
            number: As `number` gives it; -1, for what is no real name, has no language.
        """
        return self.languages[self.tongues[number]] if number >= 0 else ""

    def borne_once(self, name: str) -> bool:
        """Whether somebody bears a name that is not in the list; wrong for three in a thousand."""
        return may_hold(self.once, name)

    def walk(self, node: int, letters: str) -> int:
        """The node that letters lead to, or -1 when no name goes on so.

        Args:
            node: Where to begin; 0 is the empty beginning.
            letters: Letters a to z.
        """
        masks, first = self.masks, self.first
        for letter in letters:
            mask = masks[node]
            bit = 1 << (ord(letter) - _A)
            if not mask & bit:
                return -1
            node = first[node] + (mask & (bit - 1)).bit_count()
        return node

    def knows_whole(self, name: str) -> bool:
        """Whether somebody or some place has this name of several words, lower-case.

        Of a hundred thousand names that nobody has, some twenty-five are taken for one.
        """
        wanted = name_hash(name)
        place = bisect_left(self.whole, wanted)
        return place < len(self.whole) and self.whole[place] == wanted

    def mentioned(self, name: str) -> int:
        """How often English text has a name of one word, lower-case: from 0 to 15, in doublings."""
        number = self.number(self.walk(0, name)) if name.isascii() and name.isalpha() else -1
        return self.mentions[number] if number >= 0 else 0

    def number(self, node: int) -> int:
        """The number of the name that ends at a node, or -1."""
        if node < 0 or not self.masks[node] >> ENDS & 1:
            return -1
        return self.rank[node]


def bucket(count: int) -> int:
    """A count in four bits: 0 is none, and from there each doubling is one more."""
    return min(15, count.bit_length())


def name_hash(name: str) -> int:
    """32 bits of a whole name, FNV-1a over its letters and spaces."""
    *_, last = name.rpartition(" ")
    return _hash_on(_hash_of_beginning(name[: len(name) - len(last)]), last)


@lru_cache(maxsize=64)
def _hash_of_beginning(name: str) -> int:
    """The hash of all words but the last, to which many last words are tried."""
    return _hash_on(0x811C9DC5, name)


def _hash_on(value: int, letters: str) -> int:
    for byte in letters.encode("ascii", "ignore"):
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value
