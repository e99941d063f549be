"""Texts that are JSON or nearly JSON, made by hypothesis."""

import unicodedata

from hypothesis import strategies as st

from helpers.mutations import KEYS, VALUES

# What cannot be written in UTF-8 is of no interest: no text of a file has it.
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
# Python and Node know different versions of Unicode: what is a letter in one may be unassigned in the other.
ASSIGNED = st.characters(exclude_categories=["Cs", "Cn"]).filter(
    lambda character: unicodedata.ucd_3_2_0.category(character) != "Cn"
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | WORDS
    | st.sampled_from(VALUES)
)
JSON = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*KEYS, "", "0", "__proto__"]) | WORDS, inner, max_size=4)
    ),
    max_leaves=10,
)

PIECES = st.sampled_from([
    *'{}[],:"\\/-+.eE019 \n\t', '"a"', '"a":', '"ID": ', "{}", "[]", "true", "null", "\\u", "d83d", "\\ud83d", "\\ude00", "\\n", "1e400",
    "-0", "9" * 20, "\x00", "\ufeff", "\u2028", "é", "\U0001f600", "'", "//",
])  # fmt: skip
NEARLY_JSON = st.lists(PIECES, max_size=12).map("".join) | WORDS
