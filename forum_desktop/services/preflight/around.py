"""What stands around a laptop: the hall's screen, a printer, a scanner."""

from forum_desktop.records.preflight import Around, Finding, Light

_TWO = 2


def find_screens(around: Around) -> Finding:
    """Tell whether the hall's screen is there beside the laptop's own."""
    if around.screens is None:
        return Finding(what="screen", found="unseen", light=Light.UNKNOWN)
    is_there = around.screens >= _TWO
    light = Light.GREEN if is_there else Light.AMBER
    return Finding(what="screen", found="there" if is_there else "alone", light=light)


def find_printer(around: Around) -> Finding:
    """Tell whether a printer is set up on this laptop."""
    if around.printers is None:
        return Finding(what="printer", found="unseen", light=Light.UNKNOWN)
    if not around.printers:
        return Finding(what="printer", found="none", light=Light.AMBER)
    details = (("name", around.printers[0]),)
    return Finding(what="printer", found="there", light=Light.GREEN, details=details)


def find_scanner() -> Finding:
    """Tell how a scanner is tried: it types as a keyboard does, so nobody can see it is there."""
    return Finding(what="scanner", found="unseen", light=Light.UNKNOWN)
