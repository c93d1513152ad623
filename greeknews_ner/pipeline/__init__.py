"""spaCy components, one file each, registered as factories."""
