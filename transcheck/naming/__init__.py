"""Names across scripts: letters, inflection, tables, and how far two spellings are apart."""
