"""The meeting as it runs: agenda and clock, speakers, ranking, and what the hall sees."""
