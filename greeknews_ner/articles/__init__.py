"""Articles as they come: reading, cleaning, zones; and records as they go."""
