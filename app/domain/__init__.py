"""The vocabulary of the project as frozen dataclasses and enums. Standard library only."""
