"""The article page: its text with every finding marked, and the list of articles."""
