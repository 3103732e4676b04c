"""An article with everything found in it marked, and why: for the terminal and as a page."""
