"""A dump with damage in it, run undisturbed, and run again with kill -9 on the way.

python benchmarks/batch.py --raw FOLDER [--articles 20000] [--workers 2] [--kills 2]

FOLDER holds *.txt.xz files with a paragraph a line; nothing of it is kept. Shows whether every
article is accounted for, whether both outputs are equal, articles and words a second, the share of
time that is not extraction, and how memory grew.
"""

from __future__ import annotations

import argparse
import json
import lzma
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

WORDS = 250
"""Words of an article, about what a news item has."""

DAMAGE: tuple[bytes, ...] = (
    b'{"id": "cut", "text": "\xce\x91\xce\xb8\xce\xae',
    b"",
    b"[]",
    b"null",
    b"{}",
    b'{"id": "empty", "text": ""}',
    b'{"id": "number", "text": 5}',
    b"\x89PNG\r\x1a\x00\x00\x00\rIHDR",
    b"[" * 100_000,
    b'{"text": "\xff\xfe\xfd"',
)
"""Ten kinds of damaged lines; the second, a blank line, is none that is counted."""


def paragraphs(folder: Path) -> Iterator[str]:
    """All paragraphs of the folder, again and again."""
    while True:
        for path in sorted(folder.glob("*.txt.xz")):
            with lzma.open(path, "rt", encoding="utf-8") as file:
                yield from (line.strip() for line in file if len(line) > 200)


def make_dump(folder: Path, path: Path, articles: int) -> tuple[int, int]:
    """Write a dump; returns its articles and its damaged lines that count."""
    source = paragraphs(folder)
    damaged = 0
    with path.open("wb") as file:
        for number in range(articles):
            words: list[str] = []
            while len(words) < WORDS:
                words += next(source).split()
            day = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}"
            record = {"id": str(number), "text": " ".join(words[:WORDS]), "date": day}
            file.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
            if number % 100 == 50:
                line = DAMAGE[damaged % len(DAMAGE)]
                file.write(line + b"\n")
                damaged += 1
    blank = sum(1 for number in range(damaged) if not DAMAGE[number % len(DAMAGE)])
    return articles, damaged - blank


def run(arguments: argparse.Namespace) -> None:
    """One run in this process; prints its figures as JSON."""
    import greeknews_ner
    from greeknews_ner.articles import read_items
    from greeknews_ner.batch import BatchSummary, run_batch

    memory: list[int] = []

    def watch(figures: BatchSummary) -> None:
        memory.append(_resident_bytes())
        if arguments.kill_after and figures.read - figures.resumed >= arguments.kill_after:
            os.kill(os.getpid(), signal.SIGKILL)

    extractor = greeknews_ner.load(arguments.model)
    extractor.extract("Ο Σεργκέι Σοϊγκού έφτασε στην Πιονγκγιάνγκ.")
    summary = run_batch(
        extractor,
        arguments.run,
        arguments.output,
        workers=arguments.workers,
        resume=arguments.resume,
        progress=watch,
    )
    start = time.perf_counter()
    for item in read_items([arguments.run]):
        item.content.model_dump_json()
    reading = time.perf_counter() - start
    figures = summary.model_dump() | {
        "reading_seconds": reading,
        "megabytes_early": memory[len(memory) // 10] / 1e6,
        "megabytes_late": memory[-1] / 1e6,
        "megabytes_peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3,
    }
    print(json.dumps(figures))


def _resident_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize()


def start(
    dump: Path,
    output: Path,
    arguments: argparse.Namespace,
    kill_after: int = 0,
    resume: bool = False,
) -> dict[str, float] | None:
    """A run in a process of its own; its figures, or None if it was killed."""
    command = [sys.executable, __file__, "--run", str(dump), "--output", str(output)]
    command += ["--workers", str(arguments.workers), "--model", arguments.model]
    command += ["--kill-after", str(kill_after)] + (["--resume"] if resume else [])
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if done.returncode == -signal.SIGKILL:
        return None
    if done.returncode:
        raise SystemExit(f"a run failed with status {done.returncode}")
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def compare(arguments: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder:
        dump, whole, killed = (
            Path(folder) / f"{name}.jsonl" for name in ("dump", "whole", "killed")
        )
        articles, damaged = make_dump(arguments.raw, dump, arguments.articles)
        print(f"{articles} articles of {WORDS} words, {damaged} damaged lines")
        figures = start(dump, whole, arguments)
        assert figures is not None
        seconds = figures["seconds"]
        print(f"undisturbed: {figures['written']} written, {figures['rejected']} rejected")
        print(f"  {figures['written'] / seconds:.1f} articles a second")
        print(f"  {figures['words'] / seconds:.0f} words a second")
        print(f"  reading alone: {100 * figures['reading_seconds'] / seconds:.1f} % of the time")
        print(
            f"  memory of the main process: {figures['megabytes_early']:.0f} MB after a tenth,"
            f" {figures['megabytes_late']:.0f} MB at the end"
        )
        accounted = (figures["written"], figures["rejected"]) == (articles, damaged)
        print(f"  every article accounted for: {accounted}")
        for number in range(arguments.kills):
            after = arguments.articles // (arguments.kills + 1)
            dead = start(dump, killed, arguments, kill_after=after, resume=number > 0) is None
            print(f"kill -9 after {after} more articles: {'killed' if dead else 'was done before'}")
        figures = start(dump, killed, arguments, resume=True)
        assert figures is not None
        print(f"resumed: {figures['resumed']} were done before, {figures['read']} in all")
        same = killed.read_bytes() == whole.read_bytes()
        rejects = [path.with_suffix(".rejects.jsonl").read_bytes() for path in (killed, whole)]
        print(f"  output identical: {same}, rejects identical: {rejects[0] == rejects[1]}")
        if not (accounted and same and rejects[0] == rejects[1]):
            raise SystemExit(1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--raw", type=Path, help="folder of *.txt.xz, a paragraph a line")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--kills", type=int, default=2)
    parser.add_argument("--model", default="small")
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--output", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--kill-after", type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--resume", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run:
        run(arguments)
    elif arguments.raw:
        compare(arguments)
    else:
        parser.error("--raw FOLDER is needed")


if __name__ == "__main__":
    main()
