"""Trains the static encoder that the package ships. Run it with `python -m training`."""
