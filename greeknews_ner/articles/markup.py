"""HTML entities that a crawler left in the text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from greeknews_ner.articles.offsets import Edit

__all__ = ["entity_edits"]

# Texts that were escaped twice (&amp;nbsp;) are as common as those escaped once. The semicolon is
# required: without it, «AT&T» and addresses with «&lt=» would change.
_ENTITY = re.compile(
    r"&(?:(?:amp|#38|#[xX]26);)*(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
)
_ESCAPED_AMPERSAND = re.compile(r"&(?:(?:amp|#38|#[xX]26);)+")


def entity_edits(text: str) -> Iterator[Edit]:
    """Edits that replace each HTML entity by its character; unknown ones stay."""
    if "&" not in text:
        return
    for found in _ENTITY.finditer(text):
        plain = html.unescape(_ESCAPED_AMPERSAND.sub("&", found.group()))
        if plain != found.group():
            yield Edit(found.start(), found.end(), plain)
