"""What a review is made of: its choice lists, and its parts."""
