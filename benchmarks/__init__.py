"""Speed and memory, each figure beside its own baseline of the same run."""
