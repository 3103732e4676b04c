"""The parts of the mentions stage: names from the tables, titles, bodies, groups, names never heard of."""
