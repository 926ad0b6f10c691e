"""Reports of faults of ours, read before anybody gets them."""
