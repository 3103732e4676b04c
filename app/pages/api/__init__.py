"""The description of the programming interface, for people: drawn by the server from what programs read."""
