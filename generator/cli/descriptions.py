"""The descriptions of the keys in the files of the command line, which editors show."""

from __future__ import annotations

DESCRIPTIONS: dict[str, dict[str, str]] = {
    "index": {
        "name": "The command's name.",
        "summary": "What the command line is for.",
        "groups": "The groups, in the order in which help shows them. Each has a file.",
        "commands": "The commands that belong to no group.",
        "options": "The options of all commands.",
        "without_command": "The operations that no command sends, each with the reason.",
        "arguments": "The arguments that are not parameters of an operation.",
        "columns": "The columns of tables, by the name of the object.",
    },
    "group": {
        "summary": "What the group is about.",
        "description": "More about the group.",
        "commands": "The commands, by their words.",
        "groups": "The groups below this one.",
    },
    "command": {
        "operation": "The operation that the command sends. Arguments, options and columns follow from it.",
        "operations": "Further operations that the command sends.",
        "run": "The function that runs the command, if sending the operation is not enough.",
        "kind": "What the command does with its operation, if that does not follow from it.",
        "summary": "What the command does. Default is the summary of the operation.",
        "description": "More about the command. Default is the description of the operation.",
        "arguments": "The arguments. Default is the parameters of the path.",
        "optional": "The optional arguments after them.",
        "repeated": "The last argument, which can be given several times or not at all.",
        "options": "Further options.",
        "traits": "Further groups of options.",
        "query": "Query parameters with a fixed value.",
        "question": "What to ask before the command runs.",
        "columns": "The columns of its table.",
    },
    "option": {
        "flags": "How to write it.",
        "description": "What it does.",
        "for": "The kinds and traits of the commands that have it.",
        "hidden": "The kinds and traits of the commands that accept it for old scripts and do not show it.",
        "value": "What its value is. An option without a value is a switch.",
        "choices": "The values that it can have.",
        "repeated": "True if it can be given several times.",
        "query": "The query parameters that it sends.",
        "parameter": "The query parameter that gets its value.",
        "completes": "What completes its value: file, folder, profile, columns, a list operation or words joined by |.",
    },
    "argument": {
        "description": "What it is.",
        "completes": "What completes it: file, folder, profile, a list operation, or words separated by |.",
    },
    "column": {
        "member": "The member of the object. Dots lead to nested members.",
        "title": "The header. Default is the name of the member.",
        "format": "How to show the value.",
    },
}
