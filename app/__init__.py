"""Tasalsul: from Arabic news articles to a timeline in which every mark leads to its sentence."""

from __future__ import annotations

__version__ = "0.1.0"
