"""Compare the editions of an article."""
