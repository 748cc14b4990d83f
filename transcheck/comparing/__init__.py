"""Comparing what the editions say: pure functions over aligned segments and facts."""
