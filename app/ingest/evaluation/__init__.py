"""Scoring an extraction against annotations made by hand. Nothing here is seen by the engine."""
