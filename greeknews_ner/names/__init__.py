"""Greek name to nominative to English: plain strings in, plain records out."""
