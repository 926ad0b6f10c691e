"""Help beside the work: the quick card of the page in front. It takes no key and no focus away."""
