"""The view as a file, a module a format. Each takes the records one by one and gives pieces of text. Pure."""
