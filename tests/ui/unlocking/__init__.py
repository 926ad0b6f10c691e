"""Tests of the view before everything, and of the shield in front of everything."""
