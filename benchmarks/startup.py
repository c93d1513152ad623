"""Start to first result: seconds and peak memory of one article in a fresh process.

    python -m benchmarks.startup [--model small] [--runs 5] [--json] [ARTICLE]

Every run is a new Python process with one thread that imports the library, loads the pipeline,
extracts the article and writes the record. The figures are medians; the first run, which compiles
the modules and warms the disk cache, is not counted. Peak memory is what the kernel says of the
process when it has ended.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.processes import measured_environment

ARTICLE = Path(__file__).parents[1] / "fixtures" / "articles" / "skai_shoigu_pyongyang.txt"

CHILD = """
import sys, time
start = time.perf_counter()
from pathlib import Path
import greeknews_ner
imported = time.perf_counter()
extractor = greeknews_ner.load(sys.argv[1])
loaded = time.perf_counter()
record = extractor.extract(Path(sys.argv[2]).read_text("utf-8")).model_dump_json()
done = time.perf_counter()
print(imported - start, loaded - imported, done - loaded, len(record))
"""


def measure(model: str, article: Path, environment: dict[str, str]) -> dict[str, float]:
    """Run once; seconds of each stage and of the whole process, and its peak memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", CHILD, model, str(article)],
        stdout=subprocess.PIPE,
        env=environment,
    )
    assert process.stdout is not None
    output = process.stdout.read().split()
    # wait4 tells the peak of this very child; getrusage would give the highest of all children.
    _, status, usage = os.wait4(process.pid, 0)
    whole = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(process.returncode)
    unit = 1 if sys.platform == "darwin" else 1024
    return {
        "whole_s": whole,
        "import_s": float(output[0]),
        "load_s": float(output[1]),
        "extract_s": float(output[2]),
        "peak_mb": usage.ru_maxrss * unit / 1e6,
        "cpu_s": usage.ru_utime + usage.ru_stime,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("article", type=Path, nargs="?", default=ARTICLE)
    parser.add_argument("--model", default="small")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as bytecode:
        task = options.model, options.article, measured_environment(Path(bytecode))
        measure(*task)
        runs = [measure(*task) for _ in range(options.runs)]
    figures = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    if options.json:
        print(json.dumps({"model": options.model, "runs": options.runs, **figures}))
        return
    print(f"{options.model}, {options.article.name}, median of {options.runs} fresh processes")
    for name, label, unit in (
        ("whole_s", "start to first result", "s"),
        ("import_s", "  import", "s"),
        ("load_s", "  load the pipeline", "s"),
        ("extract_s", "  extract", "s"),
        ("cpu_s", "processor time", "s"),
        ("peak_mb", "peak memory", "MB"),
    ):
        print(f"{label:<24}{figures[name]:>8.2f} {unit}")


if __name__ == "__main__":
    main()
