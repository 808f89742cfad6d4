"""The imports between the modules of the sandbox."""

from __future__ import annotations

from graphlib import TopologicalSorter

import grimp


def test_no_import_cycles() -> None:
    """Imports inside functions count as well: they would only hide a cycle."""
    graph = grimp.build_graph("comodit_client.sandbox", exclude_type_checking_imports=True, cache_dir=None)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    assert imports["comodit_client.sandbox.operations.host_groups"], "otherwise the test would check nothing"
    TopologicalSorter(imports).prepare()
