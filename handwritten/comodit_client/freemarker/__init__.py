"""Parsers for templates: the subset of FreeMarker that ComodIT's templates are known to use (S105, S106).

`templates.parse_template` and `expressions.parse_expression` return syntax trees. The sandbox evaluates them.
"""
