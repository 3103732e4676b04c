"""What the pages need to answer programs under ``/api/v1``: parameters, paging, freshness, one error shape.

Each page keeps its own routes in ``api.py`` beside ``routes.py``; both are thin over the same ``select``.
"""
