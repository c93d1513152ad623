"""What can go wrong, said once: a code, the cause, the remedy.

Codes are stable and documented, so that scripts can act on them; the words may improve.
"""

from __future__ import annotations


class GreekNewsError(Exception):
    """Any error this library raises on purpose.

    Attributes:
        code: Stable identifier such as ``"G101"``.
        cause: What was found, in one sentence.
        remedy: What the caller can do about it, in one sentence.
    """

    code = "G000"

    def __init__(self, cause: str, remedy: str, *, code: str | None = None) -> None:
        self.code = code or type(self).code
        self.cause = cause
        self.remedy = remedy
        super().__init__(f"[{self.code}] {cause} {remedy}")

    def __reduce__(self) -> tuple[object, ...]:
        """Let the error cross a process border, which pickles only positional arguments."""
        return (_rebuild, (type(self), self.cause, self.remedy, self.code))


class InputError(GreekNewsError):
    """The article, file or table that was given cannot be used as it is (G1xx)."""

    code = "G100"


class ModelError(GreekNewsError):
    """A pipeline or one of its parts cannot be loaded (G2xx)."""

    code = "G200"


class ResourceError(GreekNewsError):
    """A table or rule file, shipped or the user's own, is not well formed (G3xx)."""

    code = "G300"


class OutputError(GreekNewsError):
    """Records cannot be written (G4xx)."""

    code = "G400"


def _rebuild(kind: type[GreekNewsError], cause: str, remedy: str, code: str) -> GreekNewsError:
    return kind(cause, remedy, code=code)
