"""How the shipped models are rebuilt from corpora that live outside the repository."""
