"""Compare the editions of an article."""

__version__ = "0.1.0"
