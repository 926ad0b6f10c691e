"""What an archive keeps beside the log: the bundles it took in, and whom it trusts."""

from sqlalchemy import Column, MetaData, Table, Text

from forum_desktop.db.tables import WHOLE

archive_metadata = MetaData()

kept_bundle = Table(
    "kept_bundle",
    archive_metadata,
    Column("sha256", Text, primary_key=True),
    Column("forum", Text, nullable=False),
    Column("station", Text, nullable=False),
    Column("replica", Text, nullable=False),
    # Milliseconds of the wall clock.
    Column("received_at", WHOLE, nullable=False),
    Column("new", WHOLE, nullable=False),
    Column("known", WHOLE, nullable=False),
)
"""Bundles taken in, by the hash of the whole file."""

pinned_forum = Table(
    "pinned_forum",
    archive_metadata,
    Column("forum", Text, primary_key=True),
    Column("code", Text, nullable=False),
    Column("member_key", Text, nullable=False),
)
"""The key that signs a forum's laptops, learnt from its first bundle and held to ever after."""

opening = Table(
    "opening",
    archive_metadata,
    Column("id", Text, primary_key=True),
    Column("forum", Text, nullable=False),
    Column("complaint", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("actor", Text, nullable=False),
    # Milliseconds of the wall clock.
    Column("at", WHOLE, nullable=False),
)
"""Who opened what was sealed at headquarters, why and when; written before anything is read."""
