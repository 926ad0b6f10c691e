"""The window: pages over records, one worker for the data, nothing else of ours."""
