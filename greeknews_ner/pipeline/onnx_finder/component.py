"""The spaCy component ``greeknews_onnx_finder``: a transformer's entities, with probabilities."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import srsly
from numpy.typing import NDArray
from spacy import util
from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.vocab import Vocab

from greeknews_ner.errors import ModelError
from greeknews_ner.pipeline.extensions import register_extensions
from greeknews_ner.pipeline.name_finder import NameFinder
from greeknews_ner.pipeline.name_finder.calibration import Calibration, fit_calibration
from greeknews_ner.pipeline.name_finder.decoding import Decoder, find_spans
from greeknews_ner.pipeline.name_finder.lattice import Chain
from greeknews_ner.pipeline.name_finder.segments import segments
from greeknews_ner.pipeline.name_finder.tags import TagScheme
from greeknews_ner.pipeline.onnx_finder.companion import find_companion, opinions
from greeknews_ner.pipeline.onnx_finder.encoder import GRAPH, TOKENIZER, Encoder
from greeknews_ner.pipeline.onnx_finder.spelling import Speller

__all__ = ["Found", "OnnxFinder", "make_onnx_finder"]

Found = tuple[int, int, str, float]
"""Start token, end token (exclusive), label, the model's probability before calibration."""

_Item = TypeVar("_Item")

_SETTINGS = "settings.json"
_SPELLINGS = "spellings.txt"


@Language.factory(
    "greeknews_onnx_finder",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type", "span._.score"],
    default_config={
        "threads": 1,
        "overwrite": False,
        "companion": None,
        "share": 0.5,
        "scorer": {"@scorers": "spacy.ner_scorer.v1"},
    },
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def make_onnx_finder(
    nlp: Language,
    name: str,
    threads: int,
    overwrite: bool,
    companion: str | None,
    share: float,
    scorer: Callable[..., dict[str, Any]] | None,
) -> OnnxFinder:
    """Build a finder that has yet to be loaded.

    Args:
        nlp: The pipeline.
        name: Of the component.
        threads: Threads that onnxruntime may use; workers in parallel are better served by 1.
        overwrite: Whether entities that the document already has are dropped; if not, they stay
            and found spans that overlap them are left out.
        companion: Name of a ``greeknews_name_finder`` that stands earlier in the pipeline (it may
            be disabled), whose log-probabilities are averaged with the encoder's.
        share: The companion's weight in the average, from 0 to 1.
        scorer: As for spaCy's own entity recogniser.

    Raises:
        ModelError: The pipeline has no such companion (G208).
    """
    return OnnxFinder(
        nlp.vocab,
        name,
        threads=threads,
        overwrite=overwrite,
        companion=find_companion(nlp, companion) if companion else None,
        share=share,
        scorer=scorer,
    )


class OnnxFinder(Pipe):
    """Find entities with a transformer encoder under the BILUO constraints.

    Each sentence is respelled word by word (capitals, look-alikes), encoded, and decoded by
    Viterbi among the well-formed tag sequences; an entity's probability is the exact share of
    these that hold it (forward-backward), mapped by a calibration fitted on development data.

    Not trainable in spaCy: the encoder is trained and exported by ``training/teacher``.
    """

    def __init__(
        self,
        vocab: Vocab,
        name: str = "greeknews_onnx_finder",
        *,
        threads: int = 1,
        overwrite: bool = False,
        companion: NameFinder | None = None,
        share: float = 0.5,
        scorer: Callable[..., dict[str, Any]] | None = None,
    ) -> None:
        self.vocab = vocab
        self.name = name
        self.threads = threads
        self.overwrite = overwrite
        self.companion = companion
        self.share = share
        self.scorer = scorer
        self.encoder: Encoder | None = None
        self.speller = Speller.of(())
        self.calibration = Calibration()
        self._set_labels(())
        register_extensions()

    def _set_labels(self, labels: Sequence[str]) -> None:
        self.scheme = TagScheme(tuple(labels))
        self._decoder = Decoder(Chain.free(self.scheme))

    def equip(self, encoder: Encoder, speller: Speller, labels: Sequence[str]) -> None:
        """Give the component what it finds names with.

        Args:
            encoder: Scores words; its columns are the tags of ``labels``.
            speller: Respells words first.
            labels: Entity labels in the order of the encoder's columns.
        """
        self.encoder, self.speller = encoder, speller
        for label in labels:
            self.vocab.strings.add(label)
        self._set_labels(labels)

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the entities that can be found."""
        return self.scheme.labels

    def __call__(self, doc: Doc) -> Doc:
        """Find the entities of one document."""
        self.set_annotations([doc], self.predict([doc]))
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Find the entities of many documents; those of a batch share the encoder's runs."""
        handle = self.get_error_handler()
        for docs in _batches(stream, batch_size):
            try:
                self.set_annotations(docs, self.predict(docs))
            except Exception as error:
                handle(self.name, self, docs, error)
            else:
                yield from docs

    def predict(self, docs: Iterable[Doc]) -> list[list[Found]]:
        """Return the entities of each document, without changing it.

        Raises:
            ModelError: The component holds no encoder (G207).
        """
        documents = list(docs)
        found: list[list[Found]] = [[] for _ in documents]
        places = [
            (number, piece.tolist())
            for number, doc in enumerate(documents)
            for piece in segments(doc)
        ]
        if not places:
            return found
        scores = self.score_tags(documents, places)
        for (number, indices), sure in zip(places, find_spans(scores, self._decoder), strict=True):
            for first, end, label, probability in sure:
                found[number].append(
                    (indices[first], indices[end - 1] + 1, self.labels[label], probability)
                )
        for spans in found:
            spans.sort()
        return found

    def score_tags(
        self, docs: Sequence[Doc], places: Sequence[tuple[int, Sequence[int]]]
    ) -> list[NDArray[np.floating]]:
        """Score every tag of every word, the companion's opinion averaged in.

        Args:
            docs: Documents.
            places: Number of the document and token indices of each sentence.

        Returns:
            Log-probabilities for each sentence, words x tags.

        Raises:
            ModelError: The component holds no encoder (G207).
        """
        if self.encoder is None:
            raise ModelError(
                f"The component {self.name!r} holds no encoder.",
                "Load a trained pipeline, or add it from one by nlp.add_pipe(..., source=...).",
                code="G207",
            )
        sentences = [
            self.speller.respell([docs[number][index].text for index in indices])
            for number, indices in places
        ]
        scores: list[NDArray[np.floating]] = list(self.encoder(sentences))
        if self.companion is not None:
            others = opinions(self.companion, docs, places, self.scheme.names)
            scores = [
                (1 - self.share) * own + self.share * other
                for own, other in zip(scores, others, strict=True)
            ]
        return scores

    def set_annotations(self, docs: Iterable[Doc], scores: list[list[Found]]) -> None:
        """Write the entities and their calibrated scores to the documents."""
        for doc, found in zip(docs, scores, strict=True):
            kept = [] if self.overwrite else list(doc.ents)
            taken = {index for ent in kept for index in range(ent.start, ent.end)}
            calibrated = self.calibration([probability for *_, probability in found])
            spans = []
            for (start, end, label, _), score in zip(found, calibrated.tolist(), strict=True):
                if taken.isdisjoint(range(start, end)):
                    span = Span(doc, start, end, label=label)
                    span._.score = score
                    spans.append(span)
            doc.set_ents([*kept, *spans])

    def judged(self, examples: Iterable[Example]) -> Iterator[tuple[float, bool]]:
        """Yield the uncalibrated probability of each found span and whether gold has it."""
        for batch in _batches(examples, 64):
            docs = [example.x for example in batch]
            for example, found in zip(batch, self.predict(docs), strict=True):
                gold = {(ent.start, ent.end, ent.label_) for ent in example.y.ents}
                for start, end, label, probability in found:
                    yield probability, (start, end, label) in gold

    def calibrate(self, examples: Iterable[Example], bins: int = 12) -> Calibration:
        """Fit the calibration of scores on gold examples that were not trained on.

        Returns:
            The map, which the component uses from now on and stores.
        """
        judged = list(self.judged(examples))
        self.calibration = fit_calibration(
            [probability for probability, _ in judged], [right for _, right in judged], bins
        )
        return self.calibration

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write graph, tokenizer, spellings and settings to a folder."""
        folder = util.ensure_path(path)
        folder.mkdir(parents=True, exist_ok=True)
        srsly.write_json(folder / _SETTINGS, self._settings())
        (folder / _SPELLINGS).write_text("\n".join(self.speller.spellings), "utf-8")
        if self.encoder is not None:
            (folder / GRAPH).write_bytes(self.encoder.graph)
            (folder / TOKENIZER).write_bytes(self.encoder.tokenizer)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> OnnxFinder:
        """Read what :meth:`to_disk` wrote.

        Raises:
            ModelError: onnxruntime or tokenizers is missing (G205), or files are not whole (G206).
        """
        folder = util.ensure_path(path)
        settings = srsly.read_json(folder / _SETTINGS)
        spellings = (folder / _SPELLINGS).read_text("utf-8").split()
        encoder = Encoder.read(folder, self.threads) if settings["encoder"] else None
        return self._restore(settings, spellings, encoder)

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Serialise the component."""
        packed = {
            "settings": self._settings(),
            "spellings": self.speller.spellings,
            "graph": self.encoder.graph if self.encoder else b"",
            "tokenizer": self.encoder.tokenizer if self.encoder else b"",
        }
        data: bytes = srsly.msgpack_dumps(packed)
        return data

    def from_bytes(self, bytes_data: bytes, *, exclude: Iterable[str] = ()) -> OnnxFinder:
        """Load what :meth:`to_bytes` wrote.

        Raises:
            ModelError: As :meth:`from_disk`.
        """
        packed = srsly.msgpack_loads(bytes_data)
        encoder = None
        if packed["settings"]["encoder"]:
            encoder = Encoder(packed["graph"], packed["tokenizer"], self.threads)
        return self._restore(packed["settings"], packed["spellings"], encoder)

    def _settings(self) -> dict[str, Any]:
        return {
            "labels": list(self.labels),
            "calibration": self.calibration.to_json(),
            "encoder": self.encoder is not None,
        }

    def _restore(
        self, settings: dict[str, Any], spellings: Iterable[str], encoder: Encoder | None
    ) -> OnnxFinder:
        self.calibration = Calibration.from_json(settings["calibration"])
        self.speller = Speller.of(spellings)
        self.encoder = encoder
        for label in settings["labels"]:
            self.vocab.strings.add(label)
        self._set_labels(settings["labels"])
        return self


def _batches(items: Iterable[_Item], size: int) -> Iterator[list[_Item]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
