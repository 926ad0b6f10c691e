"""Reading event packs from TOML, by what a municipal officer writes in them."""

from forum_desktop.services.pack_reading.pack import read_pack

__all__ = ["read_pack"]
