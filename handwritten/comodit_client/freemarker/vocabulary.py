"""The words of templates: the built-ins and directives that are supported, and those that are not."""

from __future__ import annotations

#: Any number of arguments.
_MANY = 1000
#: The supported built-ins with the least and the highest number of arguments; (0, 0) for one without parentheses.
BUILT_INS: dict[str, tuple[int, int]] = {
    **dict.fromkeys(("abs", "boolean", "c", "cap_first", "capitalize", "ceiling", "chop_linebreak", "first"), (0, 0)),
    **dict.fromkeys(("floor", "has_content", "html", "int", "j_string", "js_string", "json_string", "keys"), (0, 0)),
    **dict.fromkeys(("last", "length", "lower_case", "max", "min", "number", "reverse", "round", "size"), (0, 0)),
    **dict.fromkeys(("sort", "trim", "uncap_first", "upper_case", "values", "word_list", "xml"), (0, 0)),
    **dict.fromkeys(("is_boolean", "is_enumerable", "is_hash", "is_hash_ex", "is_number", "is_sequence"), (0, 0)),
    **dict.fromkeys(("is_string", "url", "url_path"), (0, 0)),
    **dict.fromkeys(("contains", "ends_with", "ensure_ends_with", "ensure_starts_with", "keep_after_last"), (1, 1)),
    **dict.fromkeys(("keep_before_last", "remove_beginning", "remove_ending", "seq_contains", "sort_by"), (1, 1)),
    **dict.fromkeys(("starts_with",), (1, 1)),
    **dict.fromkeys(("chunk", "index_of", "keep_after", "keep_before", "last_index_of", "left_pad"), (1, 2)),
    **dict.fromkeys(("right_pad", "seq_index_of", "seq_last_index_of", "split", "substring"), (1, 2)),
    "join": (1, 3),
    "replace": (2, 3),
    "string": (0, 2),
    "switch": (2, _MANY),
    "then": (2, 2),
}
#: Those of loop variables.
LOOP_BUILT_INS: dict[str, tuple[int, int]] = {
    **dict.fromkeys(("counter", "has_next", "index", "is_even_item", "is_first", "is_last", "is_odd_item"), (0, 0)),
    **dict.fromkeys(("item_parity", "item_parity_cap"), (0, 0)),
    "item_cycle": (1, _MANY),
}
#: Old spellings of `!` and `??`.
OLD_BUILT_INS: dict[str, tuple[int, int]] = {"default": (1, _MANY), "exists": (0, 0), "if_exists": (0, 0)}

_DATES = "dates are not supported; write the date as text in a setting"
_CODE = "templates cannot run code"
_TESTS = "use ?contains, ?starts_with, ?ends_with or ?replace"
#: What to do instead of some built-ins that are not supported.
REPLACEMENTS = {
    **dict.fromkeys(("date", "datetime", "time", "iso", "iso_utc", "number_to_date"), _DATES),
    **dict.fromkeys(("eval", "eval_json", "interpret", "new", "api"), _CODE),
    **dict.fromkeys(("matches", "groups"), _TESTS),
    **dict.fromkeys(("filter", "map", "drop_while", "take_while"), "use <#list> with <#if>"),
    "is_collection": "use ?is_enumerable",
    "is_indexable": "use ?is_sequence",
    "cn": "use ?c",
    "long": "use ?int",
}

#: The supported directives.
DIRECTIVES = frozenset(
    (
        *("assign", "break", "case", "comment", "compress", "continue", "default", "else", "elseif", "if"),
        *("items", "list", "lt", "noparse", "nt", "rt", "sep", "switch", "t"),
    )
)
#: Directives that trim white space, with whether they do so before and after their place.
TRIMS = {"t": (True, True), "lt": (True, False), "rt": (False, True), "nt": (False, False)}

_REPEAT = "write its content where it is used"
_FILES = "a file of an application is one template; write the content into it"
#: What to do instead of some directives that are not supported.
INSTEAD = {
    **dict.fromkeys(("macro", "function", "return", "nested", "call", "transform"), _REPEAT),
    **dict.fromkeys(("include", "import"), _FILES),
    **dict.fromkeys(("global", "local"), "use <#assign>"),
    "foreach": "use <#list>",
    "escape": "use ?html or ?xml in each interpolation",
    "setting": "use ?string or ?c to format a value",
    "attempt": "use !default or ?? for values that may be undefined",
    "elseIf": "write <#elseif>",
}
