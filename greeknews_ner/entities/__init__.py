"""The mentions of one article become its entities."""
