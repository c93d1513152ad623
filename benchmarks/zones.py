"""Precision and recall of the zones, on the tables of furniture and on any other text.

python benchmarks/zones.py
python benchmarks/zones.py --raw FOLDER      # also what it would call furniture in FOLDER/*.txt.xz
"""

from __future__ import annotations

import argparse
import lzma
from collections import Counter
from pathlib import Path

from greeknews_ner.articles import clean, zones

TABLES = Path(__file__).parents[1] / "fixtures" / "furniture"


def is_furniture(line: str) -> bool:
    return all(span.zone == "boilerplate" for span in zones(clean(line).text))


def count_tables() -> None:
    lines = {
        name: (TABLES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        for name in ("boilerplate", "body")
    }
    found = [line for line in lines["boilerplate"] if is_furniture(line)]
    wrong = [line for line in lines["body"] if is_furniture(line)]
    precision = len(found) / (len(found) + len(wrong))
    print(f"furniture: {len(found)} of {len(lines['boilerplate'])} found")
    print(f"sentences: {len(wrong)} of {len(lines['body'])} lost")
    print(f"precision {precision:.3f}, recall {len(found) / len(lines['boilerplate']):.3f}")
    for line in set(lines["boilerplate"]) - set(found):
        print("  missed:", line)
    for line in wrong:
        print("  lost:", line)


def show_raw(folder: Path, shown: int) -> None:
    for path in sorted(folder.glob("*.txt.xz")):
        paragraphs = 0
        hits: Counter[str] = Counter()
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for line in file:
                paragraphs += 1
                text = clean(line.rstrip("\n")).text
                for span in zones(text):
                    if span.zone == "boilerplate":
                        hits[text[span.start : span.end]] += 1
        print(f"{path.name}: {sum(hits.values())} in {paragraphs} paragraphs")
        for text, count in hits.most_common(shown):
            print(f"  {count} × {text[:160]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--raw", type=Path, help="folder of *.txt.xz, a paragraph a line")
    parser.add_argument("--shown", type=int, default=20, help="hits shown a file")
    arguments = parser.parse_args()
    count_tables()
    if arguments.raw:
        show_raw(arguments.raw, arguments.shown)


if __name__ == "__main__":
    main()
