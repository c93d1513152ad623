"""The command line: one thin file a command."""

from __future__ import annotations


def main() -> None:
    """Run ``greeknews-ner``.

    Exit status: 0 all is well, 1 some articles were rejected, 2 an error that is told in one line
    on standard error, 130 stopped by the keyboard, 141 the reader of the output went away.
    """
    from greeknews_ner.threads import one_thread

    one_thread()
    try:
        from greeknews_ner.cli.app import app
        from greeknews_ner.cli.streams import speak_utf8

        speak_utf8()
        app(prog_name="greeknews-ner")
    except KeyboardInterrupt:
        # Before and after a command; within one, the commands' group sees to it.
        raise SystemExit(130) from None
