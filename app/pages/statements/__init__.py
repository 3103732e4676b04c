"""The list of statements: who said what, in which way, through whom."""
