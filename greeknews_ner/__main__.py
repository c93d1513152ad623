"""``python -m greeknews_ner`` is ``greeknews-ner``."""

from greeknews_ner.cli import main

if __name__ == "__main__":
    main()
