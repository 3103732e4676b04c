"""What people set right: ``overrides.toml`` read, applied to a reading, and what to look at next."""
