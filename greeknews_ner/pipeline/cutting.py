"""Cutting the tokens of a document where a name ends inside one."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Token


def cut_tokens(doc: Doc, places: Collection[int]) -> None:
    """Make tokens end at the given places, in place.

    The first piece of a token keeps its tags; the others get none, because a tagger saw the whole.
    Entities that lie across a cut keep their characters.

    Args:
        doc: A document with any annotation.
        places: Offsets in characters; those between two tokens change nothing.
    """
    cut: list[tuple[Token, list[str]]] = []
    for token in doc:
        bounds = sorted(
            place - token.idx for place in places if token.idx < place < token.idx + len(token)
        )
        if bounds:
            starts = [0, *bounds]
            pieces = [token.text[a:b] for a, b in zip(starts, [*bounds, None], strict=True)]
            cut.append((token, pieces))
    if not cut:
        return
    has_sentences = doc.has_annotation("SENT_START") and not doc.has_annotation("DEP")
    later = [(token.idx, len(pieces)) for token, pieces in cut]
    with doc.retokenize() as retokenizer:
        for token, pieces in cut:
            rest = len(pieces) - 1
            retokenizer.split(
                token,
                pieces,
                heads=[(token, 0)] * len(pieces),
                attrs={
                    "POS": [token.pos_ or "X", *["X"] * rest],
                    "TAG": [token.tag_, *[""] * rest],
                    "MORPH": [str(token.morph) or "_", *["_"] * rest],
                    "LEMMA": [token.lemma_, *pieces[1:]],
                },
            )
    if has_sentences:
        firsts = {token.idx: token.i for token in doc}
        for start, count in later:
            for place in range(firsts[start] + 1, firsts[start] + count):
                doc[place].is_sent_start = False
