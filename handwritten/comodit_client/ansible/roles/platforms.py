"""The operating systems in the metadata of a role, in the names that Ansible Galaxy accepts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from comodit_client.ansible.sources import Source

#: The platform of Galaxy for each operating system.
_NAMES: Mapping[str, str] = {
    "almalinux": "AlmaLinux",
    "amazon": "Amazon",
    "centos": "EL",
    "debian": "Debian",
    "fedora": "Fedora",
    "opensuse": "opensuse",
    "oracle": "EL",
    "redhat": "EL",
    "rhel": "EL",
    "rocky": "EL",
    "scientific": "EL",
    "sles": "SLES",
    "ubuntu": "Ubuntu",
}
#: The releases of Galaxy for versions. Galaxy knows Debian and Ubuntu by the names of releases.
_DEBIAN = [
    "etch",
    "lenny",
    "squeeze",
    "wheezy",
    "jessie",
    "stretch",
    "buster",
    "bullseye",
    "bookworm",
    "trixie",
    "forky",
]
_UBUNTU = {
    "10.04": "lucid",
    "10.10": "maverick",
    "11.04": "natty",
    "11.10": "oneiric",
    "12.04": "precise",
    "12.10": "quantal",
    "13.04": "raring",
    "13.10": "saucy",
    "14.04": "trusty",
    "14.10": "utopic",
    "15.04": "vivid",
    "15.10": "wily",
    "16.04": "xenial",
    "16.10": "yakkety",
    "17.04": "zesty",
    "17.10": "artful",
    "18.04": "bionic",
    "18.10": "cosmic",
    "19.10": "eoan",
    "20.04": "focal",
    "20.10": "groovy",
    "21.04": "hirsute",
    "21.10": "impish",
    "22.04": "jammy",
    "22.10": "kinetic",
    "23.04": "lunar",
    "23.10": "mantic",
    "24.04": "noble",
    "24.10": "oracular",
    "25.04": "plucky",
}
_RELEASES: Mapping[str, Mapping[str, str]] = {
    "AlmaLinux": {number: number for number in ("8", "9", "10")},
    "Debian": {str(number): name for number, name in enumerate(_DEBIAN, 4)} | {name: name for name in _DEBIAN},
    "EL": {str(number): str(number) for number in range(5, 11)},
    "Fedora": {str(number): str(number) for number in range(16, 45)},
    "SLES": {number: number for number in ("11", "12", "15", "16")},
    "Ubuntu": _UBUNTU | {name: name for name in _UBUNTU.values()},
}


def platforms_of(rules: Iterable[Source]) -> list[dict[str, object]]:
    """Return the platforms of a role.

    Args:
        rules: The operating systems that the application is compatible with. The page of the role has all of them,
            also those that Galaxy does not know.

    Returns:
        The platforms, each with its versions.
    """
    found: dict[str, list[str]] = {}
    for rule in rules:
        system, version = rule.text("type"), rule.text("version")
        name = _NAMES.get(system.lower().replace(" ", ""))
        release = _release(name, version) if name else None
        if name is not None and release is not None and release not in found.setdefault(name, []):
            found[name].append(release)
    return [{"name": name, "versions": ["all"] if "all" in releases else releases} for name, releases in found.items()]


def _release(name: str, version: str) -> str | None:
    """Return the release for a version: the one itself, or that of the version before the first dot."""
    text = version.strip().lower()
    known = _RELEASES.get(name, {})
    return "all" if text in ("", "*", "all") else known.get(text) or known.get(text.partition(".")[0])
