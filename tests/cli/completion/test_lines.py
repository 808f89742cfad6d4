"""Lines of bash: split as bash does, and quoted for it."""

from __future__ import annotations

import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comodit_client.cli.completion.lines import quoted, split

BREAKS = " \t\n\"'@><=;|&(:"
#: What bash can pass as an argument; a null character ends it.
TEXTS = st.text(st.characters(exclude_characters="\0\n", exclude_categories=["Cs", "Cc"]), min_size=1)


@pytest.mark.parametrize(
    ("text", "words", "current", "kept", "quote"),
    [
        ("c a b", ["c", "a"], "b", 0, ""),
        ("c a ", ["c", "a"], "", 0, ""),
        ("c a\\ b", ["c"], "a b", 0, ""),
        ("c a\\", ["c"], "a", 0, ""),
        ("c 'a b' d", ["c", "a b"], "d", 0, ""),
        ("c 'a b", ["c"], "a b", 0, "'"),
        ('c x"a \\$ \\b', ["c"], "xa $ \\b", 1, '"'),
        ('c "a\\', ["c"], "a", 0, '"'),
        ("c 'a'b", ["c"], "ab", 0, ""),
        ("c a:b", ["c"], "a:b", 2, ""),
        ("c a\\:b", ["c"], "a:b", 0, ""),
        ("c 'a:b", ["c"], "a:b", 0, "'"),
        ("c --x=y", ["c"], "--x=y", 4, ""),
        ("c '' b", ["c", ""], "b", 0, ""),
        ("c $(x) $y", ["c", "$(x)"], "$y", 0, ""),
    ],
)
def test_lines(text: str, words: list[str], current: str, kept: int, quote: str) -> None:
    line = split(text, BREAKS.replace("(", ""))
    assert (line.words, line.current, line.kept, line.quote) == (words, current, kept, quote)


def test_files_of_redirections_are_not_words() -> None:
    assert split("c a > b c", BREAKS).words == ["c", "a"]
    assert split("c a >b", BREAKS).is_file
    assert split("c a > ", BREAKS).is_file
    assert not split("c a > b c", BREAKS).is_file


@given(TEXTS, st.sampled_from(["", "'", '"']))
def test_what_is_quoted_is_split_into_the_same_word(text: str, quote: str) -> None:
    line = split(f"c {quote}{quoted(text, quote)}{quote}", BREAKS)
    assert (line.words, line.current) == (["c"], text)


@given(st.lists(TEXTS, min_size=5, max_size=20))
def test_bash_reads_what_was_quoted(texts: list[str]) -> None:
    words = [f"{quote}{quoted(text, quote)}{quote}" for text in texts for quote in ("", "'", '"')]
    result = subprocess.run(
        ["bash", "--norc", "-c", f"printf '%s\\n' {' '.join(words)}"], capture_output=True, text=True, check=True
    )
    assert result.stdout.split("\n")[:-1] == [text for text in texts for _ in range(3)]
