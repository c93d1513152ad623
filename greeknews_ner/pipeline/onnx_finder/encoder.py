"""The encoder: words in, one row of tag scores a word out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from greeknews_ner.errors import ModelError
from greeknews_ner.extras import Extra
from greeknews_ner.pipeline.onnx_finder.windows import Window, by_length, merge, windows

__all__ = ["GRAPH", "TOKENIZER", "Encoder"]

Floats = NDArray[np.float32]

GRAPH = "encoder.onnx"
TOKENIZER = "tokenizer.json"
UNREADABLE = "\ufffd"

_ACCURATE = Extra("accurate", "The pipeline", ModelError, "G205")


class Encoder:
    """Word pieces and a transformer graph.

    Args:
        graph: ONNX graph with inputs ``ids`` and ``mask`` (rows x pieces, int64) and the output
            ``scores`` (rows x pieces x tags).
        tokenizer: The file ``tokenizer.json`` that cuts words into pieces.
        threads: Threads onnxruntime may use.

    Raises:
        ModelError: onnxruntime or tokenizers is missing (G205), or the files cannot be read (G206).
    """

    def __init__(self, graph: bytes, tokenizer: bytes, threads: int = 1) -> None:
        runtime, cutter = (_ACCURATE.imported(name) for name in ("onnxruntime", "tokenizers"))
        self.graph, self.tokenizer, self.threads = graph, tokenizer, threads
        options = runtime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        # An arena keeps the memory of the longest batch for ever.
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 3
        try:
            self._session = runtime.InferenceSession(
                graph, options, providers=["CPUExecutionProvider"]
            )
            self._cutter = cutter.Tokenizer.from_str(tokenizer.decode("utf-8"))
        except Exception as error:  # Both libraries raise bare exceptions of their own.
            reason = " ".join(str(error).split())[:300]
            raise ModelError(
                f"The encoder cannot be loaded: {reason}.",
                f"Make sure that {GRAPH} and {TOKENIZER} are complete; reinstall the package.",
                code="G206",
            ) from error
        self._cutter.no_truncation()
        self._cutter.no_padding()
        self._ends = self._cutter.encode("").ids
        self._pad: int = self._cutter.token_to_id("<pad>")

    def __reduce__(self) -> tuple[type[Encoder], tuple[bytes, bytes, int]]:
        """Let worker processes build a session of their own: sessions cannot be sent."""
        return type(self), (self.graph, self.tokenizer, self.threads)

    @classmethod
    def read(cls, folder: Path, threads: int = 1) -> Encoder:
        """Read the two files from a folder.

        Raises:
            ModelError: As the constructor; also if a file is missing (G206).
        """
        try:
            graph, tokenizer = (folder / name for name in (GRAPH, TOKENIZER))
            return cls(graph.read_bytes(), tokenizer.read_bytes(), threads)
        except OSError as error:
            raise ModelError(
                f"The encoder's file {error.filename} cannot be read: {error.strerror}.",
                "Reinstall the package, or give the folder of a complete pipeline.",
                code="G206",
            ) from error

    def __call__(self, sentences: Sequence[Sequence[str]], pieces: int = 384) -> list[Floats]:
        """Score the words of sentences.

        Args:
            sentences: Words of each, at least one, as the encoder was trained to see them.
            pieces: Pieces that go through the graph at once, padding included; few of them stay in
                the processor's cache, which doubles the speed of many.

        Returns:
            Log-probabilities of tags for each sentence, words x tags.
        """
        cut: list[Window] = []
        for number, (words, encoding) in enumerate(
            zip(sentences, self._cut(sentences), strict=True)
        ):
            cut.extend(windows(number, len(words), encoding.ids, encoding.word_ids))
        parts: list[tuple[Window, Floats]] = []
        for batch in by_length(cut, pieces):
            parts.extend(zip(batch, self._run(batch), strict=True))
        return merge(parts, [len(words) for words in sentences])

    def _cut(self, sentences: Sequence[Sequence[str]]) -> list[Any]:
        def encode(words: list[list[str]]) -> list[Any]:
            encodings: list[Any] = self._cutter.encode_batch(
                words, is_pretokenized=True, add_special_tokens=False
            )
            return encodings

        encodings = encode([list(words) for words in sentences])
        for number, words in enumerate(sentences):
            seen = set(encodings[number].word_ids)
            if len(seen) < len(words):
                # The tokenizer deletes some characters, and with them words that are nothing else.
                whole = [word if at in seen else UNREADABLE for at, word in enumerate(words)]
                (encodings[number],) = encode([whole])
        return encodings

    def _run(self, batch: Sequence[Window]) -> list[Floats]:
        longest = max(len(window.ids) for window in batch) + len(self._ends)
        ids = np.full((len(batch), longest), self._pad, dtype=np.int64)
        first, last = self._ends
        for row, window in enumerate(batch):
            ids[row, : len(window.ids) + 2] = [first, *window.ids, last]
        mask = np.zeros_like(ids)
        for row, window in enumerate(batch):
            mask[row, : len(window.ids) + 2] = 1
        (scores,) = self._session.run(["scores"], {"ids": ids, "mask": mask})
        return [
            _log_softmax(scores[row, np.asarray(window.heads) + 1])
            for row, window in enumerate(batch)
        ]


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(axis=1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return result
