"""Fits the weights of names' evidence: articles with planted slips and swaps, and stories."""
