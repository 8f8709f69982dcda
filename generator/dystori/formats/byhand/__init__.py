"""What somebody changed by hand in a Word file of the house: found by the keys of its blocks, and kept."""
