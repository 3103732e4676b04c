"""What the pages need to answer programs under ``/api/v1``: parameters, paging, caching, one error format.

Each page keeps its own endpoints in ``api.py`` beside ``routes.py``; both are thin over the same ``select``.
"""
