"""The invented people and words that come with the app, as read from their files."""

import tomllib
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from forum_desktop.paths import resource
from forum_desktop.records.complaint import ComplaintIntake, ComplaintLevel
from forum_desktop.records.opinion import OpinionKind
from forum_desktop.records.pack import EventPack
from forum_desktop.thai.names import split_full_name


def read_samples(name: str) -> dict[str, Any]:
    """Return the values of a file of invented things."""
    return tomllib.loads(resource("samples", f"{name}.toml").read_text(encoding="utf-8"))


def any_community(random: Random, pack: EventPack) -> str:
    """Return the name of a community, none where the pack has none."""
    return random.choice(pack.communities).name if pack.communities else ""


def place_of(pack: EventPack, community: str) -> str:
    """Return how a speaker calls the place: her community, or the municipality."""
    return f"ชุมชน{community}" if community else pack.municipality


def at_place(text: str, place: str) -> str:
    """Return a sample text that speaks of a place; words keep off a number before them."""
    spaced = f"{place} " if place[-1:].isdigit() else place
    return " ".join(text.format(place=spaced).split())


class People:
    """Invented people; no two have the same name."""

    def __init__(self, random: Random) -> None:
        samples = read_samples("people")
        self._random = random
        self._organisations: list[str] = samples["organisations"]
        heads, tails = samples["surname_heads"], samples["surname_tails"]
        given = [("นางสาว", name) for name in samples["women"]]
        given += [("นาย", name) for name in samples["men"]]
        self._names = [
            f"{title}{first} {head}{tail}"
            for title, first in given
            for head in heads
            for tail in tails
        ]
        random.shuffle(self._names)

    def full_name(self) -> str:
        """Return the name of a person not named before."""
        return self._names.pop()

    def organisation(self) -> str:
        """Return the name of an organisation."""
        return self._random.choice(self._organisations)


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing to say; `project` is the title of the project where it proposes one."""

    kind: OpinionKind
    text: str
    project: str = ""


class Speech:
    """Varied opinions of one to three sentences on what an approach is about."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._samples = read_samples("opinions")

    def say(self, kind: OpinionKind, about: str, place: str) -> Utterance:
        """Return something of a kind to say about an approach's words."""
        topic = self._topic(about)
        project = ""
        if kind is OpinionKind.PROJECT:
            project = f"โครงการ{self._one(topic['projects'])} {place}"
        spoken = self._sentences(kind, topic, project)
        return Utterance(kind, at_place(" ".join(spoken), place), project)

    def answer(self) -> str:
        """Return what an officer answers."""
        return self._one(self._samples["answers"])

    def facts(self) -> dict[str, str]:
        """Return what the project list asks of a project: what for, how much, with what effect."""
        asked = {"objective": "objectives", "target": "targets", "indicator": "indicators"}
        asked["outcome"] = "outcomes"
        return {fact: self._one(self._samples[choices]) for fact, choices in asked.items()}

    def _topic(self, about: str) -> dict[str, Any]:
        return topic_of(self._samples["topics"], about)

    def _sentences(self, kind: OpinionKind, topic: dict[str, Any], project: str) -> list[str]:
        wish, reason = self._one(topic["wishes"]), self._one(self._samples["reasons"])
        match kind:
            case OpinionKind.PROBLEM:
                return self._problem(topic)
            case OpinionKind.NEED:
                return [f"ชาว{{place}}อยากให้เทศบาล{wish}", reason][: self._random.randint(1, 2)]
            case OpinionKind.SUGGESTION:
                return [f"เสนอให้{wish}", "โดยเริ่มที่{place}ก่อน", reason]
            case OpinionKind.PROJECT:
                return [f"เสนอ{project}", reason]
            case OpinionKind.QUESTION:
                return [self._one(topic["questions"])]
            case OpinionKind.PRAISE:
                return [self._one(self._samples["praises"])]

    def _problem(self, topic: dict[str, Any]) -> list[str]:
        # The wishes of a topic begin with the cures of its problems, in their order.
        problem, wish = self._random.choice(
            list(zip(topic["problems"], topic["wishes"], strict=False))
        )
        said = [problem, self._one(self._samples["effects"]), f"ขอให้เทศบาล{wish}"]
        return said[: self._random.randint(1, 3)]

    def _one(self, choices: list[str]) -> str:
        return self._random.choice(choices)


class ComplaintDesk:
    """Varied complaints, each of a kind of the pack and with facts that suit it."""

    def __init__(self, random: Random, pack: EventPack) -> None:
        self._random = random
        self._pack = pack
        # Nobody invents what officials are accused of.
        self._kinds = [kind for kind in pack.complaint_kinds if not kind.sealed]
        self._samples = read_samples("complaints")

    def intake(self, level: ComplaintLevel, full_name: str) -> ComplaintIntake:
        """Return what the desk takes down; an anonymous complaint has no name."""
        kind = self._random.choice(self._kinds)
        case = topic_of(self._samples["cases"], kind.name)
        community = any_community(self._random, self._pack)
        unsigned = ComplaintIntake(
            kind=kind.code,
            subject=case["subject"],
            facts=at_place(case["facts"], place_of(self._pack, community)),
            wanted=case["wanted"],
            community=community,
            place=self._random.choice(self._samples["places"]),
            level=level,
        )
        return unsigned if level is ComplaintLevel.ANONYMOUS else self._signed(unsigned, full_name)

    def _signed(self, intake: ComplaintIntake, full_name: str) -> ComplaintIntake:
        name = split_full_name(full_name)
        return replace(
            intake,
            title=name.title,
            first_name=name.first_name,
            last_name=name.last_name,
            address=self._random.choice(self._samples["addresses"]),
        )


def topic_of(topics: list[dict[str, Any]], about: str) -> dict[str, Any]:
    """Return the first topic with a word found in `about`; the last one takes all the rest."""
    found = (topic for topic in topics if any(word in about for word in topic["words"]))
    return next(found, topics[-1])
