"""The roll call: group by group, one key a person."""
