"""The window and its keyboard, as the tests of the window have them."""

from tests.ui.conftest import data_dir, forum, pytest_itemcollected, typist, window, window_on

__all__ = ["data_dir", "forum", "pytest_itemcollected", "typist", "window", "window_on"]
