"""About: method, limits, the codebook, the rules, the tables of facts, how well it reads."""
