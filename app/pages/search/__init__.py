"""Search: events, statements, passages, articles and actors by their words and names."""
