"""Free text of a case on its way to a translator and back: what is missing, out of the house, and into the file."""
