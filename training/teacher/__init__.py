"""How the transformer of the pipeline "accurate" is trained, exported and assembled."""
