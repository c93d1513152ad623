"""Reading of the trained arrays that ship in ``resources/names/model``."""

from __future__ import annotations

from array import array
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

from greeknews_ner.names.graphone_model import GraphoneModel
from greeknews_ner.names.latin_names import ENDS, LatinNames
from greeknews_ner.names.reranking import Reranker

FOLDER = "resources/names/model"


def _arrays(name: str) -> Any:
    import numpy

    path = files("greeknews_ner") / FOLDER / name
    return numpy.load(BytesIO(path.read_bytes()), allow_pickle=False)


def _ints(values: Any, typecode: str, dtype: str) -> array[int]:
    result = array(typecode)
    result.frombytes(values.astype(dtype, copy=False).tobytes())
    return result


@cache
def graphone_model() -> GraphoneModel:
    """The model of spellings, read at the first call."""
    stored = _arrays("graphones.npz")
    return unpack_graphones({name: stored[name] for name in stored.files})


@cache
def latin_names() -> LatinNames:
    """The list of real names, read at the first call."""
    stored = _arrays("latin.npz")
    return unpack_latin({name: stored[name] for name in stored.files})


@cache
def reranker() -> Reranker:
    """The network that ranks the likeliest spellings again, read at the first call."""
    stored = _arrays("reranker.npz")
    return unpack_reranker({name: stored[name] for name in stored.files})


def unpack_reranker(stored: dict[str, Any]) -> Reranker:
    """Build what the file leaves out: which row is whose.

    Args:
        stored: Arrays ``columns`` and ``languages`` (names, one a line), ``inner``, ``shared``,
            ``bias``, ``linear`` and ``outer``.
    """
    columns, languages = (
        {name: row for row, name in enumerate(bytes(stored[key]).decode().split("\n"))}
        for key in ("columns", "languages")
    )
    weights = {
        key: stored[key].astype("float32") for key in ("inner", "shared", "bias", "linear", "outer")
    }
    return Reranker(columns, languages, **weights)


def unpack_graphones(stored: dict[str, Any]) -> GraphoneModel:
    """Build what the file leaves out: where children begin, and the suffix of each history.

    Args:
        stored: Arrays ``order``, ``chunks`` (Greek chunk and Latin letters of each symbol, one a
            line with a tab between), ``children``, ``symbol``, ``cost`` and ``backoff``.
    """
    import numpy

    children = stored["children"].astype("int64")
    first = numpy.concatenate(([1], 1 + numpy.cumsum(children)))
    symbol = stored["symbol"].astype("int64")
    parent = numpy.repeat(numpy.arange(len(children)), children)
    width = int(symbol.max()) + 1
    # Children stand in the order of their parents, and under each by symbol: the keys are sorted.
    keys = parent * width + symbol[1:]
    suffix = numpy.zeros(len(symbol), dtype="int64")
    level = numpy.arange(1, int(first[1]))
    while len(level):
        begin, end = int(first[level[0]]), int(first[level[-1] + 1])
        level = numpy.arange(begin, end)
        if not len(level):
            break
        history = suffix[parent[level - 1]]
        pending = numpy.ones(len(level), dtype=bool)
        while pending.any():
            here = level[pending]
            wanted = history[pending] * width + symbol[here]
            place = numpy.minimum(numpy.searchsorted(keys, wanted), len(keys) - 1)
            found = keys[place] == wanted
            suffix[here[found]] = place[found] + 1
            done = found | (history[pending] == 0)
            history[pending] = suffix[history[pending]]
            pending[numpy.flatnonzero(pending)[done]] = False
    lines = bytes(stored["chunks"]).decode("utf-8").split("\n")
    latin: list[str] = []
    ranges: dict[str, tuple[int, int]] = {}
    for number, line in enumerate(lines):
        greek, _, letters = line.partition("\t")
        latin.append(letters)
        if greek:
            ranges[greek] = (ranges.get(greek, (number, 0))[0], number + 1)
    start = int(numpy.searchsorted(symbol[1 : int(first[1])], 0)) + 1
    return GraphoneModel(
        order=int(stored["order"]), latin=latin, ranges=ranges, end=1, start=start,
        first=_ints(first, "i", "int32"), symbol=_ints(symbol, "H", "uint16"),
        cost=stored["cost"].tobytes(), backoff=stored["backoff"].tobytes(),
        suffix=_ints(suffix, "i", "int32"),
    )  # fmt: skip


def unpack_latin(stored: dict[str, Any]) -> LatinNames:
    """Build what the file leaves out: where children begin and the rank of each end.

    Args:
        stored: Arrays ``masks``, ``bearers``, ``places``, ``mentions``, ``letters``, ``tongues``,
            ``languages`` (names, one a line), ``once`` and ``whole`` (differences of sorted
            hashes); ``masks`` and ``whole`` as four planes of bytes.
    """
    import numpy

    planes = stored["masks"].reshape(4, -1)
    masks = _from_planes(planes)
    ones = numpy.array([value.bit_count() for value in range(256)], dtype="uint8")
    children = ones[planes[0]] + ones[planes[1]] + ones[planes[2]] + ones[planes[3] & 3]
    first = numpy.cumsum(children, dtype="uint32") - children + numpy.uint32(1)
    ends = planes[3] >> (ENDS - 24) & 1
    return LatinNames(
        masks=_ints(masks, "I", "uint32"),
        first=_ints(first, "I", "uint32"),
        rank=_ints(numpy.cumsum(ends, dtype="uint32") - ends, "I", "uint32"),
        bearers=stored["bearers"].tobytes(),
        places=stored["places"].tobytes(),
        mentions=stored["mentions"].tobytes(),
        letters=stored["letters"].tobytes(),
        tongues=stored["tongues"].tobytes(),
        once=stored["once"].tobytes(),
        languages=("", *bytes(stored["languages"]).decode().split("\n")),
        whole=_ints(numpy.cumsum(_from_planes(stored["whole"]), dtype="uint32"), "I", "uint32"),
    )


def _from_planes(planes: Any) -> Any:
    import numpy

    return numpy.ascontiguousarray(planes.reshape(4, -1).T).view("<u4").ravel()
