"""Languages, from CLDR through Babel."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel import Locale

from training.tables.spelling import clean_english, is_plain
from training.tables.table import Record


def languages() -> Iterator[Record]:
    """One record for each language that has a Greek name in CLDR, regional variants left out."""
    english = Locale("en").languages
    for code, greek in Locale("el").languages.items():
        plain = clean_english(english.get(code, ""))
        if re.search(r"[A-Za-z(]", greek) or not plain or not is_plain(plain) or "_" in code:
            continue
        yield {
            "greek": greek[0].upper() + greek[1:],
            "english": plain,
            "type": "LANGUAGE",
            "gender": "n",
            "source": "cldr",
        }
