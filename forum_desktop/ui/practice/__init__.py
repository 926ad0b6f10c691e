"""Practising with a throw-away forum: a coach tells what to do, sees it done, and can do it.

It is a window of a second process on a folder of its own. The real file stays open and locked
by the first one, so that nothing done here can reach it, and closing is throwing the folder away.
"""
