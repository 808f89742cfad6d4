"""How the modules of the sandbox import one another."""

from __future__ import annotations

from graphlib import TopologicalSorter

import grimp


def test_no_modules_import_one_another_in_a_circle() -> None:
    """Imports inside of functions count as well: they would only hide a circle."""
    graph = grimp.build_graph("comodit_client.sandbox", exclude_type_checking_imports=True, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert imports["comodit_client.sandbox.operations.host_groups"], "else nothing is judged here"
    TopologicalSorter(imports).prepare()
