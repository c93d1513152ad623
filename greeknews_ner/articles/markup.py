"""HTML that a crawler left in the text: tags and entities."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from greeknews_ner.articles.offsets import Edit

__all__ = ["entity_edits", "tag_edits"]

# Texts that were escaped twice (&amp;nbsp;) are as common as those escaped once. The semicolon is
# required: without it, «AT&T» and addresses with «&lt=» would change.
_ENTITY = re.compile(
    r"&(?:(?:amp|#38|#[xX]26);)*(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
)
_ESCAPED_AMPERSAND = re.compile(r"&(?:(?:amp|#38|#[xX]26);)+")

_BLOCKS = (
    "address|article|aside|blockquote|br|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]"
    "|header|hr|iframe|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul|video"
)
_INLINE = (
    "a|abbr|b|big|cite|code|em|font|i|img|ins|mark|picture|q|s|small|source|span|strike|strong|sub"
    "|sup|time|u|script|style"
)
_TAG = re.compile(
    rf"<(?:/?(?:(?P<block>{_BLOCKS})|(?P<inline>{_INLINE}))(?:\s[^<>]*)?/?>|(?P<comment>!--))",
    re.IGNORECASE,
)
_UNREAD = ("script", "style")


def tag_edits(text: str) -> Iterator[Edit]:
    """Edits that take HTML tags out: those of blocks become a newline, those of words nothing.

    Comments, scripts and style sheets go with what is in them. Whatever else stands between angle
    brackets stays.
    """
    if "<" not in text:
        return
    done = 0
    unclosed: set[str] = set()
    for found in _TAG.finditer(text):
        if found.start() < done:
            continue
        end = found.end()
        name = "--" if found["comment"] else (found["inline"] or "").lower()
        closing = "-->" if name == "--" else f"</{name}>"
        if (name == "--" or name in _UNREAD) and text[found.start() + 1] != "/":
            # One search that finds nothing is enough: there is nothing further on either.
            at = -1 if closing in unclosed else text.find(closing, end)
            if at < 0:
                unclosed.add(closing)
                if name == "--":
                    continue
            else:
                end = at + len(closing)
        done = end
        yield Edit(found.start(), end, "\n" if found["block"] else "")


def entity_edits(text: str) -> Iterator[Edit]:
    """Edits that replace each HTML entity by its character; unknown ones stay."""
    if "&" not in text:
        return
    for found in _ENTITY.finditer(text):
        plain = html.unescape(_ESCAPED_AMPERSAND.sub("&", found.group()))
        if plain != found.group():
            yield Edit(found.start(), found.end(), plain)
