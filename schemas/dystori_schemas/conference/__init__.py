"""What a child protection conference is made of: the report to it, and what came out of it."""
