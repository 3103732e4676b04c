"""The parts of the events stage, in order: view, triggers, clause status, parties, when, where, merging."""
