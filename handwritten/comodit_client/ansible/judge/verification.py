"""Verification of a conversion: each file of each host as ComodIT and as Ansible write it, and Ansible's own checks."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from comodit_client.ansible.judge.commands import run_checks
from comodit_client.ansible.judge.compare import describe_difference
from comodit_client.ansible.judge.converted import Converted
from comodit_client.ansible.judge.failure import Failure
from comodit_client.ansible.judge.original import Original, Subject
from comodit_client.ansible.judge.verdict import Difference, Verdict
from comodit_client.ansible.judge.yaml_files import YamlFiles
from comodit_client.ansible.project import Project
from comodit_client.rest.exceptions import ExportException
from comodit_client.sandbox.errors import ApiError


def verify(project: Project, folder: Path, out: Path) -> Verdict:
    """Compare the output of a conversion with the sandbox, and run Ansible's own checks on it.

    Args:
        project: The conversion, after it was written.
        folder: The folder that was converted.
        out: The folder with the output.

    Returns:
        The verdict.

    Raises:
        ExportException: The folder cannot be loaded into a sandbox, or a file of the output is not valid YAML.
    """
    return evolve(compare(project, folder, out), checks=run_checks(out, project.options.vault_password_file))


def compare(project: Project, folder: Path, out: Path) -> Verdict:
    """Compare the output of a conversion with the sandbox.

    Args:
        project: The conversion, after it was written.
        folder: The folder that was converted.
        out: The folder with the output.

    Returns:
        The verdict, without the results of commands.

    Raises:
        ExportException: The folder cannot be loaded into a sandbox, or a file of the output is not valid YAML.
    """
    converted = Converted(YamlFiles(out, project.vault.secrets), project.options.names)
    try:
        original = Original(folder)
    except ApiError as error:
        raise ExportException(f"Cannot verify the conversion: {'; '.join(error.texts)}") from None
    try:
        return _compare(project, original, converted)
    finally:
        original.close()


def _compare(project: Project, original: Original, converted: Converted) -> Verdict:
    notes = []
    if project.options.vault_password_file is None:
        original.leave_out(project.keys.secret)
        notes.append("Secrets have no value on either side, as no vault password file was given.")
    samples = original.add_samples()
    if samples:
        notes.append(f"{samples} sample hosts have the definitions that no host uses.")
    equal, without_path = 0, 0
    differing: list[Difference] = []
    unrendered: list[Difference] = []
    for subject in original.subjects():
        if subject.member == "_application" and not subject.file.get("path"):
            without_path += 1
            continue
        try:
            expected = original.render(subject)
        except Failure as failure:
            unrendered.append(_difference(subject, f"ComodIT: {failure}"))
            continue
        reason = _reason(converted, subject, expected)
        if reason:
            differing.append(_difference(subject, reason))
        equal += not reason
    if without_path:
        notes.append(f"{without_path} files without a path are skipped, since no machine gets them.")
    return Verdict(equal, tuple(differing), tuple(unrendered), notes=tuple(notes))


def _reason(converted: Converted, subject: Subject, expected: bytes) -> str:
    try:
        return describe_difference(expected, converted.render(subject))
    except Failure as failure:
        return f"Ansible: {failure}"


def _difference(subject: Subject, reason: str) -> Difference:
    return Difference(subject.host, subject.owner, str(subject.file["name"]), reason)
