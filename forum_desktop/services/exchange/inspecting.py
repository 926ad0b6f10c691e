"""What the outside of a file between laptops tells, without a key and without a desk."""

from pathlib import Path
from uuid import UUID

from forum_desktop.errors import Refusal
from forum_desktop.records.exchange import BundleReport, PartReport, Purpose
from forum_desktop.sync.bundle.manifest import Manifest
from forum_desktop.sync.bundle.reading import open_bundle, verify


def inspect_bundle(path: Path) -> BundleReport:
    """Return what a file tells; its signature and every hash are checked.

    Raises Refusal("bundle.not_found", ".not_readable", ".not_ours", ".newer" or ".damaged").
    """
    bundle = open_bundle(path)
    verify(bundle)
    return report_of(bundle.manifest)


def report_of(manifest: Manifest) -> BundleReport:
    """Return a manifest as a record; raises Refusal("bundle.damaged", "bundle.newer")."""
    try:
        forum_id = UUID(manifest.forum_id)
    except ValueError as error:
        raise Refusal("bundle.damaged") from error
    if manifest.purpose not in set(Purpose):
        raise Refusal("bundle.newer")
    return BundleReport(
        purpose=Purpose(manifest.purpose),
        forum=manifest.forum,
        forum_id=forum_id,
        station=manifest.station,
        replica=manifest.replica,
        key=manifest.key,
        parts=tuple(
            PartReport(
                name=part.name,
                packed=part.packed,
                entries=part.entries,
                length=part.length,
                unpacked=part.unpacked,
                sha256=part.sha256,
            )
            for part in manifest.parts
        ),
    )
