"""The parts of the match stage: comparing tellings, grouping them, linking what stays apart."""
