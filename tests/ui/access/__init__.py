"""Whether everybody can use the window: by ear, by keys, with poor eyes, in another language.

Each module looks for one kind of obstacle and returns what it found as sentences; `walk` takes
them through every page, view and stage of a window, in whatever look the environment tells.
"""
