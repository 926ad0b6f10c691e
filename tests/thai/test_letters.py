"""Thai letters as labels."""

from forum_desktop.thai.letters import letter_label


def test_labels_go_through_the_alphabet_and_on() -> None:
    assert [letter_label(n) for n in (1, 2, 3, 4, 41, 42)] == ["ก", "ข", "ค", "ง", "ฮ", "กก"]
    labels = [letter_label(n) for n in range(1, 200)]
    assert len(set(labels)) == len(labels)
    assert not set("ฃฅ") & set("".join(labels))
