"""One thread of linear algebra a process."""

import os
import subprocess
import sys

import pytest

from greeknews_ner.threads import one_thread, one_thread_each


@pytest.fixture(autouse=True)
def _no_number_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    monkeypatch.setenv("OMP_NUM_THREADS", "3")


def test_number_of_the_user_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    # So that what the call sets is taken back at the end of the test.
    monkeypatch.setattr(os, "environ", dict(os.environ))
    one_thread()
    assert (os.environ["OPENBLAS_NUM_THREADS"], os.environ["OMP_NUM_THREADS"]) == ("1", "3")


def test_processes_have_one_and_this_one_what_it_had() -> None:
    with one_thread_each():
        assert os.environ["OPENBLAS_NUM_THREADS"] == "1"
    assert "OPENBLAS_NUM_THREADS" not in os.environ
    assert os.environ["OMP_NUM_THREADS"] == "3"


def test_command_line_sets_it_before_numpy_is_loaded() -> None:
    program = (
        "import sys, os; from greeknews_ner import cli; sys.argv = ['x', '--version']\n"
        "try: cli.main()\n"
        "finally: print('numpy' in sys.modules, os.environ['OPENBLAS_NUM_THREADS'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split()[-2:] == ["False", "1"]
