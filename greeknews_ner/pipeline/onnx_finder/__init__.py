"""Names found by a quantised transformer encoder that onnxruntime runs.

Importing this package registers the factory ``greeknews_onnx_finder``. It needs neither
onnxruntime nor tokenizers; loading a trained component does.
"""

from __future__ import annotations

from greeknews_ner.pipeline.onnx_finder.component import OnnxFinder, make_onnx_finder

__all__ = ["OnnxFinder", "make_onnx_finder"]
