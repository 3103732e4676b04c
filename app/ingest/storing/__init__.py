"""The parts of the store: each writes one sort of record, all within the transaction of one article."""
