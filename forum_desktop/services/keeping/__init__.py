"""What is kept about people: gathered for one of them, and erased when its time is over."""
