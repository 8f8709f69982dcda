"""The translators' workshop: what is done and waits, where words print, and words on their way out and back."""
