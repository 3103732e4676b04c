"""Who said what: cues, their subjects and contents, the media in between, and the day."""
