"""Tests of the ways to headquarters, with real servers on loopback."""
