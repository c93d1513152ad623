"""The spaCy component ``greeknews_name_finder``: entities with a calibrated probability each."""

# No postponed annotations here: spaCy builds the schema of ``initialize`` from live ones.
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import srsly
from numpy.typing import NDArray
from spacy import util
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.scorer import get_ner_prf
from spacy.tokens import Doc, Span
from spacy.training import Example, validate_examples, validate_get_examples
from spacy.vocab import Vocab
from thinc.api import Config, Model, Optimizer, set_dropout_rate

from greeknews_ner.pipeline.extensions import register_extensions
from greeknews_ner.pipeline.name_finder.calibration import Calibration, fit_calibration
from greeknews_ner.pipeline.name_finder.crf import add_chain_gradient, chain_of
from greeknews_ner.pipeline.name_finder.decoding import Decoder, find_spans
from greeknews_ner.pipeline.name_finder.features import form_id
from greeknews_ner.pipeline.name_finder.gazetteer import read_gazetteer
from greeknews_ner.pipeline.name_finder.lattice import Lattice, pack
from greeknews_ner.pipeline.name_finder.runs import in_runs
from greeknews_ner.pipeline.name_finder.segments import segments
from greeknews_ner.pipeline.name_finder.storage import from_half_bytes, to_half_bytes
from greeknews_ner.pipeline.name_finder.tags import TagScheme

__all__ = ["DEFAULT_MODEL", "Found", "NameFinder", "create_name_finder"]

Found = tuple[int, int, str, float]
"""Start token, end token (exclusive), label, the model's probability before calibration."""

CHUNK_TOKENS = 8000
"""Tokens that go through the network at once, unless one document has more."""

_MODEL_CONFIG = """
[model]
@architectures = "greeknews_ner.CrfTagger.v1"

[model.tok2vec]
@architectures = "greeknews_ner.Tok2Vec.v1"

[model.tok2vec.embed]
@architectures = "greeknews_ner.FoldedEmbed.v1"
width = 96
form_dropout = 0.1
affix_dropout = 0.2
rows = {"form": 5000, "prefix3": 1500, "suffix3": 1500, "suffix4": 2500, "outline": 200, "case": 32}
widths = {"form": 96, "prefix3": 48, "suffix3": 64, "suffix4": 64, "outline": 16, "case": 16}

[model.tok2vec.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = 96
depth = 4
window_size = 1
maxout_pieces = 3
"""
DEFAULT_MODEL = Config().from_str(_MODEL_CONFIG)["model"]


@Language.factory(
    "greeknews_name_finder",
    assigns=["doc.ents", "token.ent_iob", "token.ent_type", "span._.score"],
    default_config={
        "model": DEFAULT_MODEL,
        "min_form_freq": 2,
        "overwrite": False,
        "half_precision": True,
        "scorer": {"@scorers": "spacy.ner_scorer.v1"},
    },
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def create_name_finder(
    nlp: Language,
    name: str,
    model: Model[Any, Any],
    min_form_freq: int,
    overwrite: bool,
    half_precision: bool,
    scorer: Callable[..., dict[str, Any]] | None,
) -> "NameFinder":
    """Build a name finder.

    Args:
        nlp: The pipeline.
        name: Of the component.
        model: From documents to emissions, see ``greeknews_ner.CrfTagger.v1``.
        min_form_freq: Word forms rarer than this in the training data count as unknown, so that
            the model learns what to do with a word it has never seen; 0 knows every form.
        overwrite: Whether entities that the document already has are dropped; if not, they stay
            and found spans that overlap them are left out.
        half_precision: Whether weights are stored as 16-bit floats.
        scorer: As for spaCy's own entity recogniser.
    """
    return NameFinder(
        nlp.vocab,
        model,
        name,
        min_form_freq=min_form_freq,
        overwrite=overwrite,
        half_precision=half_precision,
        scorer=scorer,
    )


class NameFinder(TrainablePipe):  # type: ignore[misc]
    """Find entities with a linear-chain conditional random field over BILUO tags.

    The best tag sequence is found by Viterbi; each entity's probability is the exact probability
    of its tags under the field (forward-backward), mapped by a calibration fitted on
    development data, and stands in ``span._.score``.
    """

    def __init__(
        self,
        vocab: Vocab,
        model: Model[Any, Any],
        name: str = "greeknews_name_finder",
        *,
        min_form_freq: int = 2,
        overwrite: bool = False,
        half_precision: bool = True,
        scorer: Callable[..., dict[str, Any]] | None = get_ner_prf,
    ) -> None:
        self.vocab = vocab
        self.model = model
        self.name = name
        self.scorer = scorer
        self.min_form_freq = min_form_freq
        self.overwrite = overwrite
        self.half_precision = half_precision
        self.cfg: dict[str, Any] = {"labels": [], "calibration": Calibration().to_json()}
        self._read_cfg()
        register_extensions()

    def _read_cfg(self) -> None:
        self.scheme = TagScheme(tuple(self.cfg["labels"]))
        self.calibration = Calibration.from_json(self.cfg["calibration"])

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of the entities that can be found."""
        return self.scheme.labels

    @property
    def label_data(self) -> list[str]:
        """The labels, as ``spacy init labels`` stores them."""
        return list(self.scheme.labels)

    def add_label(self, label: str) -> int:
        """Add a label before training; returns 1 if it is new, else 0."""
        if label in self.labels:
            return 0
        self._allow_extra_label()
        self.cfg["labels"].append(label)
        self.vocab.strings.add(label)
        self._read_cfg()
        return 1

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]],
        *,
        nlp: Language | None = None,
        labels: Sequence[str] | None = None,
        gazetteer: str | None = None,
    ) -> None:
        """Collect labels and known word forms from the examples, and initialise the network.

        Args:
            get_examples: Of the training data.
            nlp: The pipeline.
            labels: Instead of those of the examples.
            gazetteer: Path of a table of names (see :func:`read_gazetteer`) to be copied into the
                model.
        """
        validate_get_examples(get_examples, "NameFinder.initialize")
        forms: Counter[str] = Counter()
        found: Counter[str] = Counter()
        sample: list[Doc] = []
        for example in get_examples():
            if len(sample) < 10:
                sample.append(example.x)
            forms.update(token.text for token in example.y)
            found.update(ent.label_ for ent in example.y.ents)
        for label in labels if labels is not None else sorted(found):
            self.add_label(label)
        if self.min_form_freq > 0:
            self._set_known_forms(forms)
        if gazetteer is not None:
            self._set_gazetteer(read_gazetteer(Path(gazetteer)))
        self.model.set_dim("nO", len(self.scheme))
        self.model.initialize(X=sample)

    def _set_known_forms(self, forms: Counter[str]) -> None:
        folded: Counter[int] = Counter()
        for word, count in forms.items():
            folded[form_id(word)] += count
        known = sorted(key for key, count in folded.items() if count >= self.min_form_freq)
        for node in self.model.walk():
            if node.name == "word_features":
                node.attrs["forms"] = np.array(known, dtype=np.uint64)

    def _set_gazetteer(self, lists: dict[int, int]) -> None:
        stems = sorted(lists)
        for node in self.model.walk():
            if node.name == "word_features":
                node.attrs["gazetteer_stems"] = np.array(stems, dtype=np.uint64)
                node.attrs["gazetteer_lists"] = np.array([lists[key] for key in stems], np.uint64)

    def predict(self, docs: Iterable[Doc]) -> list[list[Found]]:
        """Return the entities of each document, without changing it."""
        found: list[list[Found]] = []
        for some in in_runs(docs, CHUNK_TOKENS):
            found.extend(self._decode(some, self.model.predict(some)))
        return found

    def _decode(self, docs: Sequence[Doc], emissions: Sequence[Any]) -> list[list[Found]]:
        found: list[list[Found]] = [[] for _ in docs]
        places = [(number, piece) for number, doc in enumerate(docs) for piece in segments(doc)]
        if not places or not self.labels:
            return found
        decoder = Decoder(chain_of(self.model, self.scheme))
        pieces = [emissions[number][piece] for number, piece in places]
        for (number, piece), sure in zip(places, find_spans(pieces, decoder), strict=True):
            for first, last, label, probability in sure:
                start, end = int(piece[first]), int(piece[last - 1]) + 1
                found[number].append((start, end, self.labels[label], probability))
        for spans in found:
            spans.sort()
        return found

    def set_annotations(self, docs: Iterable[Doc], scores: list[list[Found]]) -> None:
        """Write the entities and their calibrated scores to the documents."""
        for doc, found in zip(docs, scores, strict=True):
            kept = [] if self.overwrite else list(doc.ents)
            taken = {index for ent in kept for index in range(ent.start, ent.end)}
            calibrated = self.calibration([probability for *_, probability in found])
            spans: list[Span] = []
            for (start, end, label, _), score in zip(found, calibrated.tolist(), strict=True):
                if taken.isdisjoint(range(start, end)):
                    span = Span(doc, start, end, label=label)
                    span._.score = score
                    spans.append(span)
            doc.ents = tuple(kept + spans)

    def update(
        self,
        examples: Iterable[Example],
        *,
        drop: float = 0.0,
        sgd: Optimizer | None = None,
        losses: dict[str, float] | None = None,
    ) -> dict[str, float]:
        """Learn from a batch of examples, as every trainable component of spaCy does."""
        losses = {} if losses is None else losses
        losses.setdefault(self.name, 0.0)
        examples = [example for example in examples if len(example.x)]
        validate_examples(examples, "NameFinder.update")
        if not examples:
            return losses
        set_dropout_rate(self.model, drop)
        emissions, backward = self.model.begin_update([example.x for example in examples])
        loss, gradients = self.get_loss(examples, emissions)
        backward(gradients)
        if sgd is not None:
            self.finish_update(sgd)
        losses[self.name] += loss
        return losses

    def get_loss(
        self, examples: Iterable[Example], scores: Sequence[Any]
    ) -> tuple[float, list[Any]]:
        """Return the negative log-likelihood and its gradient over the emissions.

        The gradient of the chain's own scores is added to the model. Tokens whose gold tag is
        unknown (misaligned, or not annotated) are summed over.
        """
        examples = list(examples)
        gradients = [self.model.ops.alloc2f(*emission.shape) for emission in scores]
        pieces: list[tuple[int, NDArray[np.intp]]] = []
        gold: list[NDArray[np.intp]] = []
        for number, example in enumerate(examples):
            tags = self._gold_tags(example)
            for piece in segments(example.x):
                pieces.append((number, piece))
                gold.append(tags[piece])
        if not pieces:
            return 0.0, gradients
        batch = pack([scores[number][piece] for number, piece in pieces])
        chain = chain_of(self.model, self.scheme)
        admitted = self._admitted(gold, batch.emissions.shape, batch.order)
        free = Lattice(batch, chain)
        tied = Lattice(batch, chain, admitted)
        usable = np.isfinite(tied.log_z) & np.isfinite(free.log_z)
        loss = float(np.where(usable, free.log_z - tied.log_z, 0.0).sum())
        expected, observed = free.gradients(), tied.gradients()
        difference = np.nan_to_num(expected.emissions - observed.emissions)
        for column, index in enumerate(batch.order.tolist()):
            number, piece = pieces[index]
            gradients[number][piece] = difference[: len(piece), column]
        if usable.all():
            add_chain_gradient(
                self.model,
                expected.transitions - observed.transitions,
                expected.start - observed.start,
                expected.end - observed.end,
            )
        return loss, gradients

    def _gold_tags(self, example: Example) -> NDArray[np.intp]:
        predicted, reference = example.x, example.y
        same = len(predicted) == len(reference) and bool(
            (predicted.to_array("ORTH") == reference.to_array("ORTH")).all()
        )
        if not same:
            return self.scheme.encode(example.get_aligned_ner())
        marks = reference.to_array(["ENT_IOB", "ENT_TYPE"])
        known = {self.vocab.strings[label]: number for number, label in enumerate(self.labels)}
        labels = [known.get(kind, -1) for kind in marks[:, 1].tolist()]
        return self.scheme.encode_iob(marks[:, 0].astype(np.intp), labels)

    def _admitted(
        self, gold: Sequence[NDArray[np.intp]], shape: tuple[int, ...], order: NDArray[np.intp]
    ) -> NDArray[np.bool_]:
        admitted = np.ones(shape, dtype=bool)
        for column, index in enumerate(order.tolist()):
            tags = gold[index]
            steps = np.flatnonzero(tags >= 0)
            admitted[steps, column] = False
            admitted[steps, column, tags[steps]] = True
        return admitted

    def calibrate(self, examples: Iterable[Example], bins: int = 12) -> Calibration:
        """Fit the calibration of scores on gold examples that were not trained on.

        Returns:
            The map, which the component uses from now on and stores with its weights.
        """
        probabilities: list[float] = []
        correct: list[bool] = []
        for probability, right in self.judged(examples):
            probabilities.append(probability)
            correct.append(right)
        self.cfg["calibration"] = fit_calibration(probabilities, correct, bins).to_json()
        self._read_cfg()
        return self.calibration

    def judged(self, examples: Iterable[Example]) -> Iterator[tuple[float, bool]]:
        """Yield the uncalibrated probability of each found span and whether gold has it."""
        remaining = iter(examples)
        while batch := list(islice(remaining, 64)):
            docs = [example.x for example in batch]
            for example, found in zip(batch, self.predict(docs), strict=True):
                gold = {
                    (ent.start, ent.end, ent.label_)
                    for ent in example.get_aligned_spans_y2x(example.y.ents)
                }
                for start, end, label, probability in found:
                    yield probability, (start, end, label) in gold

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Serialise the component."""
        parts = {
            "cfg": lambda: srsly.json_dumps(self.cfg),
            "vocab": lambda: self.vocab.to_bytes(exclude=tuple(exclude)),
            "model": self._model_bytes,
        }
        packed: bytes = util.to_bytes(parts, exclude)
        return packed

    def _model_bytes(self) -> bytes:
        packed: bytes = to_half_bytes(self.model) if self.half_precision else self.model.to_bytes()
        return packed

    def from_bytes(self, bytes_data: bytes, *, exclude: Iterable[str] = ()) -> "NameFinder":
        """Load what :meth:`to_bytes` wrote."""
        parts = {
            "cfg": lambda data: self.cfg.update(srsly.json_loads(data)),
            "vocab": lambda data: self.vocab.from_bytes(data, exclude=tuple(exclude)),
            "model": lambda data: from_half_bytes(self.model, data),
        }
        util.from_bytes(bytes_data, parts, exclude)
        self._read_cfg()
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the component to a folder."""
        parts = {
            "cfg": lambda target: srsly.write_json(target, self.cfg),
            "vocab": lambda target: self.vocab.to_disk(target, exclude=tuple(exclude)),
            "model": lambda target: Path(target).write_bytes(self._model_bytes()),
        }
        util.to_disk(path, parts, exclude)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "NameFinder":
        """Load what :meth:`to_disk` wrote."""
        parts: dict[str, Callable[[Path], Any]] = {
            "cfg": lambda source: self.cfg.update(srsly.read_json(source)),
            "vocab": lambda source: self.vocab.from_disk(source, exclude=tuple(exclude)),
            "model": lambda source: from_half_bytes(self.model, source.read_bytes()),
        }
        util.from_disk(path, parts, exclude)
        self._read_cfg()
        return self
