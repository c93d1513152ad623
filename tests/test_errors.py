from __future__ import annotations

import pickle

import pytest

from greeknews_ner.errors import GreekNewsError, InputError, ModelError, OutputError, ResourceError


@pytest.mark.parametrize("kind", [InputError, ModelError, ResourceError, OutputError])
def test_an_error_says_code_cause_and_remedy(kind: type[GreekNewsError]) -> None:
    error = kind("The file is empty.", "Give another.")
    assert str(error) == f"[{kind.code}] The file is empty. Give another."
    assert kind("a", "b", code="G999").code == "G999"


def test_an_error_crosses_a_process_border() -> None:
    error = InputError("The file is empty.", "Give another.", code="G103")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.code, str(again)) == (InputError, "G103", str(error))
