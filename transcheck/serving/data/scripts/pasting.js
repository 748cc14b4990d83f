// pasting
