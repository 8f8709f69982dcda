"""The parts of the Word writer: package, markup, letterhead, looks and blocks."""
