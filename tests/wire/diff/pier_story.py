"""A small story for trying what a revision can do to its paragraphs."""

LEDE = "The harbor authority said Monday it would reopen the north pier after a storm closed it for two weeks."
COST = "Repairs cost 12.4 million won, a third more than planned, according to a council report."
QUOTE = '"We had no choice but to close it," pier chief Karen Tolse told reporters in Arvenna.'
BACKGROUND = "The pier was built in 1931 and carries most of the ferries that link the islands."
VOTE = "The council will vote on Thursday on whether to raise the mooring fee for fishing boats."
RAIN = "Weather officials expect more rain over the weekend, with waves of up to four meters."
STORY = [LEDE, COST, QUOTE, BACKGROUND, VOTE, RAIN]
