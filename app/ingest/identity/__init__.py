"""The parts of the actors stage: whom a title, a description, a surname or a pronoun of the article means."""
