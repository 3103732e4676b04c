"""The whole store as JSON lines, both ways: read ``lines.py`` first, it is the format."""
