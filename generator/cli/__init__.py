"""The command line: its table of commands, made from schema/cli and from the operations that the commands send."""
