"""A name is rendered alike in every process, to the last digit of its score."""

from __future__ import annotations

import os
import subprocess
import sys

NAMES = [
    "Σοϊγκού",
    "Πιονγκγιάνγκ",
    "Ζακ Όφενμπαχ",
    "Θεσμοί",
    "Μαρία Παττακού",
    "Ιππόκαμπος",
    "Τόρις",
    "Τσικαμπάλα",
    "Ιωσήφ Ριτζάκη",
    "Ζίρο",
]
CODE = """
import sys
from greeknews_ner.names import to_english
from greeknews_ner.names.nominative import nominative
for name in sys.argv[1:]:
    print(ascii((to_english(name, lexicon=False).model_dump(), nominative(name).score)))
"""


def rendered(seed: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", CODE, *NAMES],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_hash_seeds_make_no_difference() -> None:
    first = rendered("1")
    assert len(first.splitlines()) == len(NAMES)
    assert rendered("2") == first == rendered("4") == rendered("31")
