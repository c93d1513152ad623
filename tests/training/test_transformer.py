"""The character Transformer learns what it is shown; only where PyTorch is installed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("safetensors")
pytest.importorskip("tokenizers")

from training.english.pairs import Pair, Split  # noqa: E402
from training.english.transformer.beam import log_probabilities, spell  # noqa: E402
from training.english.transformer.examples import Example, batches, examples  # noqa: E402
from training.english.transformer.model import (  # noqa: E402
    ANY,
    CITY,
    FULL,
    PERSON,
    CharacterTransformer,
    read_numbers,
    written,
)
from training.english.transformer.train import learn  # noqa: E402
from training.english.words import Word  # noqa: E402
from training.teacher.checkpoint import Checkpoint  # noqa: E402
from training.teacher.encoder import refresh  # noqa: E402

NAMES = {"λεβι": "levy", "σαρα": "sarah", "νορα": "nora", "τομ": "tom", "τζον": "john",
         "τομ λεβι": "tom levy", "τζον λεβι": "john levy"}  # fmt: skip


def word(letters: str, latin: str) -> Word:
    return Word(letters, latin, (), 1.0, frozenset())


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> CharacterTransformer:
    torch.manual_seed(1)
    torch.set_num_threads(1)
    found = [Example(letters, latin, (ANY,)) for letters, latin in NAMES.items()]
    model = CharacterTransformer(width=32, heads=2, encoder=1, decoder=1)
    folder = tmp_path_factory.mktemp("run")
    learn(found, model, Checkpoint(folder), lambda _: lambda step: step / 250, letters=40)
    return model


def test_it_spells_what_it_learnt(trained: CharacterTransformer) -> None:
    found = spell(trained, [(letters, ANY) for letters in NAMES], beam=3)
    assert [spellings[0][0] for spellings in found] == list(NAMES.values())


def test_the_search_and_the_scores_agree(trained: CharacterTransformer) -> None:
    names = [("τομ λεβι", ANY), ("σαρα", ANY), ("νορα", ANY)]
    found = spell(trained, names, beam=3)
    given = log_probabilities(trained, names, [[s for s, _ in some] for some in found])
    for spellings, scores in zip(found, given, strict=True):
        values = [value for _, value in spellings]
        assert values == sorted(values, reverse=True)
        assert scores == pytest.approx(values, abs=0.1)  # products are in bf16


def test_what_follows_is_not_looked_at() -> None:
    torch.manual_seed(2)
    model = CharacterTransformer(width=32, heads=2, encoder=1, decoder=1)
    refresh(model)
    with torch.no_grad():
        read = model.read(torch.tensor([read_numbers("τομ", ANY)]))
        one = model.write(read, torch.tensor([[0, 5, 6, 7]]))
        other = model.write(read, torch.tensor([[0, 5, 9, 8]]))
    assert torch.equal(one[:, :2], other[:, :2])
    assert not torch.equal(one[:, 2:], other[:, 2:])


def test_batches_hold_names_of_one_length() -> None:
    found = [Example(letters, latin, (CITY,)) for letters, latin in NAMES.items()]
    stream = batches(found, 8, seed=0)
    read = set()
    for _ in range(6):
        batch = next(stream)
        assert batch.names.numel() <= 8 + len(batch.names) or len(batch.names) == 1
        for wanted in batch.wanted.tolist():
            end = wanted.index(0)
            assert set(wanted[end + 1 :]) <= {-1}
            read.add(written(wanted[:end]))
    assert read == set(NAMES.values())


def test_examples_are_clean_words_and_names_of_them() -> None:
    rows = [("Τομ Λέβι", "Tom Levy", "person_full"), ("Τομ Χου", "Tom Who", "person_full"),
            ("Τζον Λέβι", "John Levy", "person_full"), ("Νόρα", "Nora", "place_city")]  # fmt: skip
    split = Split(
        train=[Pair(*row, "few", 1.0) for row in rows],
        dev={"single": [("Νόρα", frozenset({"nora"}))]},
    )
    clean = [word("τομ", "tom"), word("λεβι", "levy"), word("τζον", "john"), word("νορα", "nora")]
    found = {
        example.letters: example for example in examples(split, clean, frozenset({"τζον λεβι"}))
    }
    assert set(found) == {"τομ", "λεβι", "τζον", "τομ λεβι"}
    assert found["τομ"].tags == (PERSON,)
    assert found["τομ λεβι"] == Example("τομ λεβι", "tom levy", (FULL,))


def test_a_run_that_was_cut_off_goes_on(tmp_path: Path) -> None:
    found = [Example("τομ", "tom", (ANY,))]
    starts: list[float] = []

    def until(end: int) -> Callable[[float], Callable[[int], float]]:
        def share(before: float) -> Callable[[int], float]:
            starts.append(before)
            return lambda step: step / end

        return share

    torch.manual_seed(3)
    for end in (201, 202):
        learn(found, CharacterTransformer(16, 2, 1, 1), Checkpoint(tmp_path), until(end))
    assert starts == [0.0, pytest.approx(199 / 201)]
