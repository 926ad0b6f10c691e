"""The desk itself: one box, its answer, and the forms that Enter opens."""
