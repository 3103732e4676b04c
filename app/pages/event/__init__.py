"""The event page: who, what, when and why we think so, as every source tells it."""
