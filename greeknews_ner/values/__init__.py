"""Dates, money, percentages, quantities and numbers: Greek words to typed values."""
