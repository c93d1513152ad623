"""Finished records in other forms than JSON Lines, one file a form."""
