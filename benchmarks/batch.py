"""A dump with damage in it, run undisturbed, and run again with kill -9 on the way.

python benchmarks/batch.py [--raw FOLDER] [--articles 20000] [--workers 2] [--kills 2] [--speedup]

FOLDER holds *.txt.xz files with a paragraph a line, news before all else; nothing of it is kept.
Without it the articles are put together from those in fixtures/. Shows whether every article is
accounted for, whether both outputs are equal, articles and words a second of the clock and of the
processor, the share of it that reading and writing take, and how memory grew.
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
from typing import Any

WORDS = 250
"""Words of an article, about what a news item has."""

DAMAGE: tuple[bytes, ...] = (
    b'{"id": "cut", "text": "\xce\x91\xce\xb8\xce\xae',
    b'{"id": "one", "text": "\xce\xb1"}{"id": "two", "text": "\xce\xb2"}',
    b"[]",
    b"null",
    b"{}",
    b'{"id": "empty", "text": ""}',
    b'{"id": "number", "text": 5}',
    b"\x89PNG\r\x1a\x00\x00\x00\rIHDR",
    b"[" * 100_000,
    b'{"text": "\xff\xfe\xfd"',
)
"""Ten kinds of damaged lines."""

ONE_THREAD = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""Environment of every run, so that one process is one core."""

FIXTURES = Path(__file__).parents[1] / "fixtures" / "articles"


def paragraphs(folder: Path | None) -> Iterator[str]:
    """All paragraphs of the folder, or of the fixtures, again and again."""
    while True:
        if folder is None:
            for path in sorted(FIXTURES.glob("*.txt")):
                yield from (line for line in path.read_text("utf-8").split("\n") if line.strip())
            continue
        for path in sorted(folder.glob("*.txt.xz"), key=_news_first):
            with lzma.open(path, "rt", encoding="utf-8") as file:
                yield from (line.strip() for line in file if len(line) > 200)


def _news_first(path: Path) -> tuple[bool, str]:
    return not path.name.startswith("news_"), path.name


def make_dump(folder: Path | None, path: Path, articles: int) -> tuple[int, int]:
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
    return articles, damaged


def run(arguments: argparse.Namespace) -> None:
    """One run in this process; prints its figures as JSON."""
    import greeknews_ner
    from greeknews_ner.batch import BatchSummary, run_batch

    memory: list[tuple[int, int]] = []

    def watch(figures: BatchSummary) -> None:
        memory.append((resident(os.getpid()), sum(map(resident, children()))))
        if arguments.kill_after and figures.read - figures.resumed >= arguments.kill_after:
            os.kill(os.getpid(), signal.SIGKILL)

    extractor = greeknews_ner.load(arguments.model)
    before = time.process_time()
    summary = run_batch(
        extractor,
        arguments.run,
        arguments.output,
        workers=arguments.workers,
        resume=arguments.resume,
        progress=watch,
    )
    here = time.process_time() - before
    there = resource.getrusage(resource.RUSAGE_CHILDREN)
    early, late = memory[len(memory) // 5], memory[-1]
    figures = summary.model_dump() | {
        "cpu_here": here,
        "cpu_workers": there.ru_utime + there.ru_stime,
        "main": [early[0] / 1e6, late[0] / 1e6],
        "workers": [early[1] / 1e6, late[1] / 1e6],
    }
    print(json.dumps(figures))


def children() -> list[int]:
    """Processes that this one has started, and those have."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text("utf-8", errors="replace")
        except OSError:
            continue
        parents.setdefault(int(stat.rpartition(")")[2].split()[1]), []).append(int(folder.name))
    found = [os.getpid()]
    for process in found:
        found += parents.get(process, [])
    return found[1:]


def resident(process: int) -> int:
    """Bytes of a process in memory."""
    try:
        words = Path(f"/proc/{process}/statm").read_text("ascii").split()
    except OSError:
        return 0
    return int(words[1]) * resource.getpagesize()


def start(
    dump: Path,
    output: Path,
    arguments: argparse.Namespace,
    kill_after: int = 0,
    resume: bool = False,
    workers: int | None = None,
) -> dict[str, Any] | None:
    """A run in a process of its own; its figures, or None if it was killed."""
    command = [sys.executable, __file__, "--run", str(dump), "--output", str(output)]
    command += ["--workers", str(workers or arguments.workers), "--model", arguments.model]
    command += ["--kill-after", str(kill_after)] + (["--resume"] if resume else [])
    done = subprocess.run(command, stdout=subprocess.PIPE, check=False, env=ONE_THREAD)
    if done.returncode == -signal.SIGKILL:
        return None
    if done.returncode:
        raise SystemExit(f"a run failed with status {done.returncode}")
    figures: dict[str, Any] = json.loads(done.stdout)
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
        report_processor(figures, arguments.workers)
        for name in ("main", "workers"):
            early, late = figures[name]
            print(f"  memory of {name}: {early:.0f} MB after a fifth, {late:.0f} MB at the end")
        accounted = (figures["written"], figures["rejected"]) == (articles, damaged)
        print(f"  every article accounted for: {accounted}")
        if arguments.speedup:
            alone = start(dump, Path(folder) / "alone.jsonl", arguments, workers=1)
            assert alone is not None
            print(
                f"one process alone: {alone['written'] / alone['seconds']:.1f} articles a second,"
            )
            print(f"  {alone['seconds'] / seconds:.2f} times as long")
            report_processor(alone, 1)
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


def report_processor(figures: dict[str, Any], workers: int) -> None:
    """Say what the work costs in processor time, which other programs do not change much."""
    total = figures["cpu_here"] + figures["cpu_workers"]
    print(f"  {figures['written'] / total:.1f} articles a second of processor time")
    if workers > 1:
        share = 100 * figures["cpu_here"] / total
        print(f"  reading, writing and handing out: {share:.1f} % of the processor time")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--raw", type=Path, help="folder of *.txt.xz, a paragraph a line")
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--kills", type=int, default=2)
    parser.add_argument("--model", default="small")
    parser.add_argument("--speedup", action="store_true", help="also run with one process")
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--output", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--kill-after", type=int, default=0, help=argparse.SUPPRESS)
    parser.add_argument("--resume", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.run:
        run(arguments)
    else:
        compare(arguments)


if __name__ == "__main__":
    main()
