"""What the lines of a page are: title, body, heading, credit, or furniture of a named kind."""
