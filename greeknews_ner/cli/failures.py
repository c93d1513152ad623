"""What a person sees when something goes wrong: one line, never a traceback."""

from __future__ import annotations

import os
import sys
import traceback
from typing import Any

import typer
from typer.core import TyperGroup

from greeknews_ner.errors import GreekNewsError

UNEXPECTED = "G900"
"""Code of an error that this library does not know."""

FAILED = 2
INTERRUPTED = 130
NO_READER = 141


class ReportingGroup(TyperGroup):
    """Turns whatever a command raises into one line on standard error and an exit status."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except GreekNewsError as error:
            _say(error.code, f"{error.cause} {error.remedy}")
            raise typer.Exit(FAILED) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(INTERRUPTED) from error
        except BrokenPipeError as error:
            _close_output()
            raise typer.Exit(NO_READER) from error
        except Exception as error:
            # Usage errors and exits are typer's own, which it tells and counts itself; their
            # classes have no common public name over typer's versions.
            if isinstance(error, (typer.Exit, typer.Abort)) or hasattr(error, "format_message"):
                raise
            if ctx.params.get("debug"):
                traceback.print_exc()
            _say(
                UNEXPECTED,
                f"{type(error).__name__}: {error}. This is a fault of greeknews-ner; run"
                " 'greeknews-ner --debug …' again and report what it prints.",
            )
            raise typer.Exit(FAILED) from error


def warn(message: str) -> None:
    """Tell something that does not stop the command."""
    typer.echo(f"{typer.style('warning', fg='yellow', bold=True)}: {message}", err=True)


def _say(code: str, message: str) -> None:
    line = " ".join(message.split())
    typer.echo(f"{typer.style('error', fg='red', bold=True)} [{code}]: {line}", err=True)


def _close_output() -> None:
    # Python flushes standard output once more at exit, which would fail again.
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
    except (OSError, ValueError):
        return
