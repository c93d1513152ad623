"""Libraries that only an extra installs."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from greeknews_ner.errors import GreekNewsError

__all__ = ["Extra"]


@dataclass(frozen=True, slots=True)
class Extra:
    """An extra, and how to say that it is missing.

    Attributes:
        name: As in ``pip install "greeknews-ner[NAME]"``.
        purpose: What needs it, as the beginning of a sentence.
        error: What is raised without it.
        code: Code of the error.
    """

    name: str
    purpose: str
    error: type[GreekNewsError]
    code: str

    def imported(self, module: str) -> Any:
        """Import a module by its name, so that types are checked alike with and without it.

        Raises:
            GreekNewsError: The module cannot be imported; an error of the extra's own class.
        """
        try:
            return import_module(module)
        except ImportError as error:
            library = module.partition(".")[0]
            raise self.error(
                f"{self.purpose} needs {library}, which cannot be imported ({error}).",
                f'Install it with: pip install "greeknews-ner[{self.name}]"',
                code=self.code,
            ) from error
