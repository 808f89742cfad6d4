"""The functions of commands that do more than send one operation. Each takes the App and the Call."""
