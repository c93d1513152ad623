"""Names of bodies and places of several words are translated, word by word and by their grammar."""

from greeknews_ner.names.translation.phrase import Translation, translate

__all__ = ["Translation", "translate"]
