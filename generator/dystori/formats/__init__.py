"""One module a format: each takes the laid-out tree and gives bytes."""
