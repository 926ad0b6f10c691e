"""What a walk-in form holds when it is saved."""

from dataclasses import dataclass

from forum_desktop.records.privacy import ConsentPurpose


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkIn:
    """The facts of a person as told at the desk, what she agreed to, and needs to count."""

    title: str
    first_name: str
    last_name: str
    sector: str = ""
    community: str = ""
    organisation: str = ""
    phone: str = ""
    position: str = ""
    on_behalf_of: str = ""
    is_minor: bool = False
    guardian: str = ""
    badge: str = ""
    consents: tuple[ConsentPurpose, ...] = ()
    needs: tuple[str, ...] = ()

    @property
    def full_name(self) -> str:
        """The name as it was told."""
        return f"{self.title}{self.first_name} {self.last_name}".strip()

    def facts(self) -> dict[str, str | bool]:
        """Return what is entered of the person."""
        others = {"consents", "needs"}
        return {name: getattr(self, name) for name in self.__slots__ if name not in others}
