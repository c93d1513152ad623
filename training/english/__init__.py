"""How the shipped model of names is rebuilt from pairs of Greek and English names."""
