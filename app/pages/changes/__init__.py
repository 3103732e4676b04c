"""What is new: what each run of the ingest added, changed, re-dated and lost."""
