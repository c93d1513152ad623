"""Count how news spells its words: the table with which capitals are undone.

    python -m training.teacher.spellings --data DATA --out FORMS

One ``form<TAB>count`` a line, most frequent first; one form, the usual one, for all spellings
that differ in case, accents or final sigma alone. Words that open a sentence say nothing about
their case and are passed over; text of the last years counts fourfold.
"""

from __future__ import annotations

import argparse
import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from greeknews_ner.pipeline.onnx_finder.spelling import fold, is_greek
from training.teacher.corpus import read_iob2

OLD = {"news_eleftherotypia_2000"}
LEFT_OUT = {"legal_fek_sample", "news_taygetos_balcony_1977_1988"}
RECENT_WEIGHT = 4
LEAST = 4
CAPITALS = 0.4
ACCENTED_SHARE = 0.02
"""Share of spellings with the initial's accent from which that is the usual one.

Some papers drop that accent.
"""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OPENS = re.compile(r"[.;!:?«»\"“–\-•*”]")
_PLAIN = dict(zip("ΑΕΗΙΟΥΩ", "ΆΈΉΊΌΎΏ", strict=True))


def words_of(line: str) -> Iterator[str]:
    """Words whose case is their own; none of a line in capitals."""
    words = list(_WORD.finditer(line))
    shouted = sum(w.group().isupper() and len(w.group()) > 1 for w in words)
    if shouted > CAPITALS * len(words):
        return
    for match in words:
        word = match.group()
        before = line[max(0, match.start() - 3) : match.start()]
        opens = not before.strip() or _OPENS.search(before) is not None
        acronym = len(word) > 1 and word.isupper()
        if not (opens and word[0].isupper() and not acronym):
            yield word


def usual(spellings: Counter[str]) -> str:
    """The usual spelling of one word."""
    word, count = spellings.most_common(1)[0]
    accented = _PLAIN.get(word[0], "") + word[1:]
    return accented if spellings[accented] >= ACCENTED_SHARE * count > 0 else word


def main() -> None:
    """Count."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    for path in sorted((options.data / "raw").glob("*.txt.xz")):
        name = path.name.removesuffix(".txt.xz")
        if name in LEFT_OUT:
            continue
        weight = 1 if name in OLD else RECENT_WEIGHT
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                for word in words_of(line):
                    counts[word] += weight
    for sentence in read_iob2(options.data / "elner18/train.iob2.gz"):
        for word in words_of(" ".join(sentence.words)):
            counts[word] += RECENT_WEIGHT
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, count in counts.items():
        if is_greek(word):
            spellings[fold(word)][word] += count
    rows = [(sum(found.values()), usual(found)) for found in spellings.values()]
    rows.sort(key=lambda row: (-row[0], row[1]))
    part = options.out.with_suffix(".part")
    with part.open("w", encoding="utf-8") as out:
        for count, word in rows:
            if count >= LEAST:
                print(word, count, sep="\t", file=out)
    part.replace(options.out)


if __name__ == "__main__":
    main()
