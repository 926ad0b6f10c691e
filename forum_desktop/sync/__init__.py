"""How laptops become one forum: operations out, operations in."""
