"""The words of the project as frozen dataclasses and enums. Standard library only."""
