"""Label sentences with the weights as they are in training, in bf16."""

from __future__ import annotations

from typing import Any

import torch
from tokenizers import Tokenizer
from torch.nn import functional

from greeknews_ner.pipeline.name_finder.decoding import Decoder, find_spans
from greeknews_ner.pipeline.name_finder.lattice import Chain
from greeknews_ner.pipeline.name_finder.tags import TagScheme
from greeknews_ner.pipeline.onnx_finder.spelling import Speller
from training.teacher.batches import to_batch, to_row
from training.teacher.corpus import TYPES, Labelled, Sentence
from training.teacher.encoder import Encoder


class Labeller:
    """Finds spans with an encoder under the BILUO constraints."""

    def __init__(self, model: Encoder, tokenizer: Tokenizer, speller: Speller) -> None:
        self.model, self.tokenizer, self.speller = model, tokenizer, speller
        self.scheme = TagScheme(tuple(TYPES))
        self.decoder = Decoder(Chain.free(self.scheme))

    def scores(self, sentences: list[list[str]], size: int = 64) -> list[Any]:
        """Log-probabilities of tags for each sentence, words x tags."""
        rows = [to_row(Sentence(words, []), self.tokenizer, self.speller) for words in sentences]
        order = sorted(range(len(rows)), key=lambda at: len(rows[at].ids))
        scores: list[Any] = [None] * len(rows)
        with torch.no_grad():
            for low in range(0, len(order), size):
                group = order[low : low + size]
                batch = to_batch([rows[at] for at in group])
                out = self.model(batch.ids, batch.positions, batch.groups, batch.first)
                logs = functional.log_softmax(out.float(), -1).numpy()
                start = 0
                for at in group:
                    scores[at] = logs[start : start + len(rows[at].first)]
                    start += len(rows[at].first)
        return scores

    def __call__(self, sentences: list[list[str]]) -> list[Labelled]:
        """Spans of each sentence; sentences have at least one word."""
        return [
            [(first, end, TYPES[kind], round(chance, 4)) for first, end, kind, chance in spans]
            for spans in find_spans(self.scores(sentences), self.decoder)
        ]

    def f1(self, gold: list[Sentence]) -> tuple[float, float, float]:
        """Strict micro precision, recall and F1 in per cent."""
        right = found = there = 0
        for low in range(0, len(gold), 512):
            part = gold[low : low + 512]
            for sentence, spans in zip(part, self([s.words for s in part]), strict=True):
                kept = {span[:3] for span in spans}
                right += len(kept.intersection(sentence.spans))
                found += len(kept)
                there += len(sentence.spans)
        precision, recall = 100 * right / max(1, found), 100 * right / max(1, there)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)
