"""Gold annotations against what a pipeline finds."""
