"""Actors: the list, and a page each with names, offices, events, company and words."""
