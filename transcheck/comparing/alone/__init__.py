"""One edition compared with itself: names, numbers and dates that its own text contradicts."""
