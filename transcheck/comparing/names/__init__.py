"""Names: which are the same in every edition, which have a wrong letter, which are others.

Read it in this order: `units` (the words of names, and the names of a bead), `spellings` (how
far two are apart, once an article), `rows` with `strays` (which are one name in a bead), `slips`
with `slip_terms` and `repair` (wrong letters), `nearly` (wrong letters in names of tables), `swaps`
with `echo` (other names), `absence` (none), `verdicts` (one vote an article) and `tracing` (why).
What speaks for a decision is a sum of named terms whose `weights` were fitted (`training/names`).
"""
