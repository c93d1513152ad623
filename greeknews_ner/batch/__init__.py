"""Running over a dump of articles."""
