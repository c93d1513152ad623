"""An encoder and a decoder over letters.

Batches hold names of one length, so that neither side needs a mask for padding. Products in bf16
and dropout are those of `training.teacher.encoder`, for the same reason: processors are all there
is.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.teacher.encoder import HALF, Drop, product

LONGEST = 72
ANY, PERSON, GIVEN, FAMILY, FULL, CITY = "any", "person", "given", "family", "full", "city"
TAGS = (ANY, PERSON, GIVEN, FAMILY, FULL, CITY)
_GREEK = " αβγδεζηθικλμνξοπρστυφχψωϊϋ"
_LATIN = " abcdefghijklmnopqrstuvwxyz"
EDGE = 0
"""Number of the sign that begins and ends a spelling."""
_NUMBER = {letter: place for place, letter in enumerate(_GREEK, start=len(TAGS))}
_LATIN_NUMBER = {letter: place for place, letter in enumerate(_LATIN, start=1)}


def read_numbers(letters: str, tag: str) -> list[int]:
    """A name as the encoder reads it: its kind, then its letters."""
    return [TAGS.index(tag), *(_NUMBER[letter] for letter in letters)]


def written_numbers(latin: str) -> list[int]:
    """A spelling as the decoder writes it, without its edges."""
    return [_LATIN_NUMBER[letter] for letter in latin]


def written(numbers: list[int]) -> str:
    """The letters of numbers, edges left out."""
    return "".join(_LATIN[number - 1] for number in numbers if number != EDGE)


class Attention(nn.Module):
    """Many-headed attention from some rows to the same or others."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.asking = nn.Linear(width, width)
        self.told = nn.Linear(width, 2 * width)
        self.out = nn.Linear(width, width)

    def forward(self, rows: Tensor, others: Tensor, ahead: Tensor | None) -> Tensor:
        """Names x places x width in, the same out; ``ahead`` is what may not be looked at."""
        count, length, width = rows.shape
        size = width // self.heads
        q = self._by_head(_product(rows, self.asking), size)
        told = _product(others, self.told)
        k, v = (self._by_head(part, size) for part in told.chunk(2, dim=-1))
        scores = torch.bmm(q, k.transpose(1, 2)).float() * size**-0.5
        if ahead is not None:
            scores = scores + ahead
        heads = torch.bmm(scores.softmax(-1).to(HALF), v).view(count, self.heads, length, size)
        return _product(heads.transpose(1, 2).reshape(count, length, width), self.out)

    def _by_head(self, rows: Tensor, size: int) -> Tensor:
        count, length, _ = rows.shape
        split = rows.view(count, length, self.heads, size).transpose(1, 2)
        return split.reshape(count * self.heads, length, size)


class Block(nn.Module):
    """One pre-norm layer, of the decoder where it looks at the name that is read."""

    def __init__(self, width: int, heads: int, inner: int, *, looks: bool) -> None:
        super().__init__()
        self.own_norm, self.own = nn.LayerNorm(width), Attention(width, heads)
        self.looks = looks
        if looks:
            self.cross_norm, self.cross = nn.LayerNorm(width), Attention(width, heads)
        self.norm = nn.LayerNorm(width)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(
        self, rows: Tensor, read: Tensor | None, ahead: Tensor | None, drop: Drop | None
    ) -> Tensor:
        """Rows in, rows out."""
        normed = self.own_norm(rows).to(HALF)
        rows = rows + _dropped(self.own(normed, normed, ahead), drop)
        if self.looks and read is not None:
            rows = rows + _dropped(self.cross(self.cross_norm(rows).to(HALF), read, None), drop)
        inner = functional.relu(_product(self.norm(rows).to(HALF), self.up))
        return rows + _dropped(_product(inner, self.down), drop)


class CharacterTransformer(nn.Module):
    """Greek letters to English letters.

    Args:
        width: Of the rows.
        heads: Of each attention.
        encoder: Layers that read.
        decoder: Layers that write.
    """

    def __init__(
        self, width: int = 160, heads: int = 4, encoder: int = 3, decoder: int = 2
    ) -> None:
        super().__init__()
        self.greek = nn.Embedding(len(TAGS) + len(_GREEK), width)
        self.latin = nn.Embedding(1 + len(_LATIN), width)
        self.read_places = nn.Embedding(LONGEST, width)
        self.written_places = nn.Embedding(LONGEST, width)
        for table in (self.greek, self.latin, self.read_places, self.written_places):
            nn.init.normal_(table.weight, std=0.5)
        self.encoder = nn.ModuleList(
            Block(width, heads, 4 * width, looks=False) for _ in range(encoder)
        )
        self.decoder = nn.ModuleList(
            Block(width, heads, 4 * width, looks=True) for _ in range(decoder)
        )
        self.read_norm, self.written_norm = nn.LayerNorm(width), nn.LayerNorm(width)
        self.out = nn.Linear(width, 1 + len(_LATIN))

    def read(self, names: Tensor, drop: Drop | None = None) -> Tensor:
        """Numbers of names of one length to what the decoder looks at."""
        rows = self.greek(names) + self.read_places.weight[: names.shape[1]]
        rows = _dropped(rows, drop)
        for block in self.encoder:
            rows = block(rows, None, None, drop)
        normed: Tensor = self.read_norm(rows).to(HALF)
        return normed

    def write(self, read: Tensor, begun: Tensor, drop: Drop | None = None) -> Tensor:
        """Scores of each next letter after each beginning of ``begun``."""
        length = begun.shape[1]
        ahead = torch.full((length, length), float("-inf")).triu(1)
        rows = self.latin(begun) + self.written_places.weight[:length]
        rows = _dropped(rows, drop)
        for block in self.decoder:
            rows = block(rows, read, ahead, drop)
        return _product(self.written_norm(rows).to(HALF), self.out).float()


def _product(rows: Tensor, linear: nn.Linear) -> Tensor:
    flat = product(rows.reshape(-1, rows.shape[-1]), linear)
    return flat.view(*rows.shape[:-1], -1)


def _dropped(rows: Tensor, drop: Drop | None) -> Tensor:
    return drop(rows) if drop else rows
