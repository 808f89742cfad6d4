# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The files of a distribution."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from comodit_client.wire.request import Request, Upload, drop_none, identity, segment
from comodit_client.wire.scope import Scope
from comodit_client.wire.view import unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.files import File, FileList


def list(
    organization: str,
    distribution: str,
) -> Request[FileList]:
    """List the files of a distribution.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.

    Returns:
        The request. Its response is a FileList: the files.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S101, core, recipes, S2.
    """
    from comodit_client.wire.files import FileList

    return Request(
        "distribution_files.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/files/",
        "object",
        FileList,
    )


def create(
    organization: str,
    distribution: str,
    body: File | Mapping[str, Any],
) -> Request[File]:
    """Create a file of a distribution.

    The file has no content yet; upload it with set_content.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.
        body: The request body.

    Returns:
        The request. Its response is a File: the created file.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S101, core, recipes, S4, S104.
    """
    from comodit_client.wire.files import File

    return Request(
        "distribution_files.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/files/",
        "object",
        File,
        body=unwrapped(body),
    )


def clear(
    organization: str,
    distribution: str,
) -> Request[None]:
    """Delete all files of a distribution.

    The original client has this method but never calls it; the server may not support it.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S101, core, recipes. Inferred.
    """
    return Request(
        "distribution_files.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/files/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    distribution: str,
    file: str,
) -> Request[File]:
    """Get a file of a distribution, without its content.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.
        file: Name of the file in its application, platform or distribution (not its path on the machine).

    Returns:
        The request. Its response is a File: the file.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S101, core, recipes, S1.
    """
    from comodit_client.wire.files import File

    return Request(
        "distribution_files.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/files/{segment('file', file)}",
        "object",
        File,
    )


def update(
    organization: str,
    distribution: str,
    file: str,
    body: File | Mapping[str, Any],
    *,
    force: bool | None = None,
) -> Request[File]:
    """Update a file of a distribution. Its content is not changed.

    A new name in the body renames the file.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.
        file: Name of the file in its application, platform or distribution (not its path on the machine).
        body: The request body.
        force: Whether to force the update. It is unknown which checks the server then skips.

    Returns:
        The request. Its response is a File: the updated file.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S101, core, recipes, S5.
    """
    from comodit_client.wire.files import File

    return Request(
        "distribution_files.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/files/{segment('file', file)}",
        "object",
        File,
        query=drop_none(
            {
                "force": force,
            }
        ),
        body=unwrapped(body),
    )


def delete(
    organization: str,
    distribution: str,
    file: str,
) -> Request[None]:
    """Delete a file of a distribution.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.
        file: Name of the file in its application, platform or distribution (not its path on the machine).

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S101, core, recipes, S8.
    """
    return Request(
        "distribution_files.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/files/{segment('file', file)}",
        "nothing",
        identity,
    )


def get_content(
    organization: str,
    distribution: str,
    file: str,
) -> Request[bytes]:
    """Get the content of a file of a distribution as it was uploaded, not rendered.

    The file has no content before the first upload.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.
        file: Name of the file in its application, platform or distribution (not its path on the machine).

    Returns:
        The request. Its response is bytes: the content.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S101, core, recipes.
    """
    return Request(
        "distribution_files.get_content",
        "GET",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/files/{segment('file', file)}/content",
        "bytes",
        identity,
        timeout_class="long",
    )


def set_content(
    organization: str,
    distribution: str,
    file: str,
    upload: Upload,
) -> Request[None]:
    """Set the content of a file of a distribution.

    The file must exist. Its previous content is replaced.

    Args:
        organization: Name of the organization.
        distribution: Name of the distribution.
        file: Name of the file in its application, platform or distribution (not its path on the machine).
        upload: The content. The name of the uploaded file is ignored.

    Returns:
        The request. Its response body is ignored.

    Raises:
        InvalidName: A name is empty, or would address another resource.

    Facts: S101, core, recipes, S103.
    """
    return Request(
        "distribution_files.set_content",
        "POST",
        f"/organizations/{segment('organization', organization)}/distributions/{segment('distribution', distribution)}/files/{segment('file', file)}/content",
        "nothing",
        identity,
        parts={"file": upload},
        timeout_class="long",
    )


class Operations(Scope):
    """The operations of this module, bound to the names of the owner."""

    __slots__ = ("_distribution", "_organization")

    URL: ClassVar[str] = "organizations/{}/distributions/{}/files/"

    def __init__(self, organization: str, distribution: str) -> None:
        self._organization = organization
        self._distribution = distribution

    def list(self) -> Request[FileList]:
        """List the files of a distribution."""
        return list(self._organization, self._distribution)

    def create(self, body: File | Mapping[str, Any]) -> Request[File]:
        """Create a file of a distribution."""
        return create(self._organization, self._distribution, body)

    def clear(self) -> Request[None]:
        """Delete all files of a distribution."""
        return clear(self._organization, self._distribution)

    def get(self, file: str) -> Request[File]:
        """Get a file of a distribution, without its content."""
        return get(self._organization, self._distribution, file)

    def update(self, file: str, body: File | Mapping[str, Any], *, force: bool | None = None) -> Request[File]:
        """Update a file of a distribution. Its content is not changed."""
        return update(self._organization, self._distribution, file, body, force=force)

    def delete(self, file: str) -> Request[None]:
        """Delete a file of a distribution."""
        return delete(self._organization, self._distribution, file)

    def get_content(self, file: str) -> Request[bytes]:
        """Get the content of a file of a distribution as it was uploaded, not rendered."""
        return get_content(self._organization, self._distribution, file)

    def set_content(self, file: str, upload: Upload) -> Request[None]:
        """Set the content of a file of a distribution."""
        return set_content(self._organization, self._distribution, file, upload)
