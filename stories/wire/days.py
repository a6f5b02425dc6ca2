"""The names of days and months: they stand everywhere in wire copy, and tell no story from another."""

DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTHS = "january february march april may june july august september october november december".split()
