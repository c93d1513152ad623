"""Bytes of unknown encoding, made into Greek text."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from greeknews_ner.errors import InputError

__all__ = ["code_page", "decode", "wide_encoding"]

_MARKS: tuple[tuple[bytes, str], ...] = (
    # UTF-32 first: its little-endian mark begins like that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ONE_BYTE = ("cp1253", "iso8859_7", "cp737", "mac_greek")
_SAMPLE = 200_000
_LIKELY = 0.9
"""Share of the non-ASCII signs that must be what Greek text is made of."""

_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_COMMON = re.compile("[α-ωάέήίόύώϊϋΐΰΑ-ΩΆΈΉΊΌΎΏΪΫ«»“”‘’–—…·€°΄§©®½\u00a0]")
_VOWELS = re.compile("[αεηιουωάέήίόύώϊϋΐΰΑΕΗΙΟΥΩΆΈΉΊΌΎΏ]")
_GREEK = re.compile("[α-ωάέήίόύώϊϋΐΰΑ-ΩΆΈΉΊΌΎΏΪΫ]")
# A capital inside a word of small letters is what a wrong code page shows first.
_BROKEN_WORD = re.compile("[α-ωάέήίόύώ][Α-ΩΆΈΉΊΌΎΏ]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f]")


def decode(data: bytes, name: str = "the input") -> str:
    """Decode text in UTF-8, UTF-16, UTF-32, cp1253, ISO 8859-7 or another Greek code page.

    Args:
        data: The bytes.
        name: What to call them in an error.

    Returns:
        The text without a byte order mark.

    Raises:
        InputError: The bytes are no text (G105), or in no encoding that makes them readable (G106).
    """
    if data.startswith(codecs.BOM_UTF8):
        return _strictly(data, "utf-8-sig", name)
    wide = wide_encoding(data)
    if wide is not None:
        return _strictly(data, wide, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        # One bad byte in ten thousand good ones is damage, not another encoding.
        if _is_damaged_utf8(data):
            return data.decode("utf-8", errors="replace")
        return _from_code_page(data, name, error)
    return _checked(text, name)


def _checked(text: str, name: str) -> str:
    if len(_CONTROL.findall(text[:_SAMPLE])) > 0.05 * min(len(text), _SAMPLE) + 8:
        raise _binary(name)
    return text


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return _checked(data.decode(encoding), name)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        # A file cut in the middle of a character is still worth reading.
        if text.count("\ufffd") <= 1 + len(text) // 1000:
            return _checked(text, name)
        raise _unreadable(name, f"it is marked as {encoding} and is not") from error


def wide_encoding(data: bytes) -> str | None:
    """Tell UTF-16 and UTF-32, by their mark or, in UTF-16, by their regularity.

    Args:
        data: The first bytes of a text.

    Returns:
        A codec that drops the mark; None for encodings whose unit is the byte.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    # In Greek and ASCII, one byte of each pair is one of four.
    sample = data[: _SAMPLE & ~1]
    if len(sample) < 4:
        return None
    pairs = len(sample) // 2
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        plausible = sum(high.count(bytes([byte])) for byte in (0x00, 0x03, 0x1F, 0x20))
        if plausible >= 0.97 * pairs and high.count(b"\x03") + high.count(b"\x00") > pairs // 2:
            other = sample[0::2] if encoding == "utf-16-le" else sample[1::2]
            if other.count(b"\x00") < 0.05 * pairs:
                return encoding
    return None


def _is_damaged_utf8(data: bytes) -> bool:
    text = data[:_SAMPLE].decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    wide = len(_NON_ASCII.findall(text)) - bad
    return wide > 20 * bad and len(_GREEK.findall(text)) > 0.5 * wide


def code_page(data: bytes) -> str:
    """The encoding to read a stream with, told from its first bytes.

    Args:
        data: A piece that may end within a character.

    Returns:
        ``utf-8``, or the Greek code page in which the bytes look most like Greek.
    """
    sample = data[:_SAMPLE]
    try:
        sample[: len(sample) - 4].decode("utf-8")
    except UnicodeDecodeError:
        if not _is_damaged_utf8(sample):
            return _best_code_page(sample) or "utf-8"
    return "utf-8"


def _from_code_page(data: bytes, name: str, cause: UnicodeDecodeError) -> str:
    if len(re.findall(rb"[\x00-\x08\x0e-\x1f]", data[:_SAMPLE])) > 0.01 * len(data[:_SAMPLE]):
        raise _binary(name)
    encoding = _best_code_page(data[:_SAMPLE])
    if encoding is None:
        raise _unreadable(name, f"byte {cause.start} is not UTF-8, and no Greek code page fits")
    return data.decode(encoding, errors="replace")


def _best_code_page(sample: bytes) -> str | None:
    best, best_score = "", 0.0
    for encoding in _ONE_BYTE:
        score = _greekness(sample.decode(encoding, errors="replace"))
        # Windows wins a tie: its quotes and dashes are what newsrooms type.
        if score > best_score:
            best, best_score = encoding, score
    if best_score >= _LIKELY:
        return best
    guess = from_bytes(sample).best()
    if guess is not None and _greekness(sample.decode(guess.encoding, "replace")) >= _LIKELY:
        return guess.encoding
    return None


def _greekness(text: str) -> float:
    """How far the signs outside ASCII look like Greek prose, 0 to 1."""
    sample = text[:_SAMPLE]
    signs = len(_NON_ASCII.findall(sample))
    letters = len(_GREEK.findall(sample))
    if not signs or not letters:
        return 0.0
    vowels = len(_VOWELS.findall(sample)) / letters
    broken = len(_BROKEN_WORD.findall(sample)) / letters
    if not 0.3 <= vowels <= 0.7:
        return 0.0
    return len(_COMMON.findall(sample)) / signs - 5 * broken


def _binary(name: str) -> InputError:
    return InputError(
        f"{name} is not text: it holds bytes that no text has.",
        "Give a file of text, such as an article saved as UTF-8.",
        code="G105",
    )


def _unreadable(name: str, detail: str) -> InputError:
    return InputError(
        f"The encoding of {name} is unknown: {detail}.",
        "Save the file as UTF-8.",
        code="G106",
    )
