"""Precision and recall of the zones, on the tables of furniture and on any other text.

python benchmarks/zones.py
python benchmarks/zones.py --raw FOLDER      # also what it would call furniture in FOLDER/*.txt.xz
python benchmarks/zones.py --articles FOLDER # paragraphs lost in 100 articles put together from it
"""

from __future__ import annotations

import argparse
import lzma
from collections import Counter
from itertools import islice
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


def count_lost(folder: Path, articles: int = 100, paragraphs: int = 12) -> None:
    """Show what is called furniture in articles of consecutive paragraphs of news."""
    files = sorted(folder.glob("news_*.txt.xz"))
    lost = total = 0
    for number in range(articles):
        path = files[number % len(files)]
        skipped = (number // len(files)) * paragraphs
        with lzma.open(path, "rt", encoding="utf-8") as file:
            lines = list(islice((line.strip() for line in file), skipped, skipped + paragraphs))
        text = clean("\n".join(lines)).text
        total += len(lines)
        for span in zones(text):
            if span.zone == "boilerplate":
                lost += 1
                print(f"  {path.name}: {text[span.start : span.end][:160]}")
    print(f"{articles} articles, {total} paragraphs: {lost} stretches called furniture")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--raw", type=Path, help="folder of *.txt.xz, a paragraph a line")
    parser.add_argument("--shown", type=int, default=20, help="hits shown a file")
    parser.add_argument("--articles", type=Path, help="folder to put 100 articles together from")
    arguments = parser.parse_args()
    count_tables()
    if arguments.articles:
        count_lost(arguments.articles)
    if arguments.raw:
        show_raw(arguments.raw, arguments.shown)


if __name__ == "__main__":
    main()
