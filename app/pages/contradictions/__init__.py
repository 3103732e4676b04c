"""Contradictions: a denial beside what it denies, accounts of one event that differ."""
