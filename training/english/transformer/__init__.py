"""A character Transformer that spells names, to compare the n-grams with; needs PyTorch."""
