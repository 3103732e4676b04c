"""The index behind the timeline: which records have which value, as sorted sets of keys.

``keys`` says how records are numbered, ``facets`` what is known of each, ``write`` keeps the sets up
to date in the transaction that changes the records, ``read`` holds what readers have loaded.
"""
