"""What the checks of meaning find in sentences as newsrooms write them."""
