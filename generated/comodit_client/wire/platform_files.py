# Made by `python -m generator` from schema/. Do not edit: change that, then run `make generate`.
"""The files of a platform."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from comodit_client.wire.request import Request, Upload, drop_none, identity, segment
from comodit_client.wire.view import unwrapped

if TYPE_CHECKING:
    from comodit_client.wire.files import File, FileList

#: The URL of the collection, relative to the API root; a name goes into each pair of braces.
COLLECTION_URL: Final = "organizations/{}/platforms/{}/files/"


def list(
    organization: str,
    platform: str,
) -> Request[FileList]:
    """List the files of a platform.

    Facts: S101, core, recipes, S2.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.

    Returns:
        The request; its answer is a FileList: the files.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.files import FileList

    return Request(
        "platform_files.list",
        "GET",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/files/",
        "object",
        FileList,
    )


def create(
    organization: str,
    platform: str,
    body: File | Mapping[str, Any],
) -> Request[File]:
    """Create a file of a platform.

    It has no content yet, set_content gives it one.

    Facts: S101, core, recipes, S4, S104.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
        body: What to send.

    Returns:
        The request; its answer is a File: the file as created.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.files import File

    return Request(
        "platform_files.create",
        "POST",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/files/",
        "object",
        File,
        body=unwrapped(body),
    )


def clear(
    organization: str,
    platform: str,
) -> Request[None]:
    """Delete all files of a platform.

    Inherited by every collection of the old client, never used; whether the server has it is not known.

    Facts: S101, core, recipes. Inferred.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "platform_files.clear",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/files/",
        "nothing",
        identity,
    )


def get(
    organization: str,
    platform: str,
    file: str,
) -> Request[File]:
    """Get a file of a platform, without its content.

    Facts: S101, core, recipes, S1.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
        file: Name of the file in its application, platform or distribution (not its path on the machine).

    Returns:
        The request; its answer is a File: the file.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.files import File

    return Request(
        "platform_files.get",
        "GET",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/files/{segment('file', file)}",
        "object",
        File,
    )


def update(
    organization: str,
    platform: str,
    file: str,
    body: File | Mapping[str, Any],
    *,
    force: bool | None = None,
) -> Request[File]:
    """Update a file of a platform; its content stays.

    A new name in the body renames the file.

    Facts: S101, core, recipes, S5.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
        file: Name of the file in its application, platform or distribution (not its path on the machine).
        body: What to send.
        force: Whether to force the update; what the server then leaves unchecked is not known.

    Returns:
        The request; its answer is a File: the file as updated.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    from comodit_client.wire.files import File

    return Request(
        "platform_files.update",
        "PUT",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/files/{segment('file', file)}",
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
    platform: str,
    file: str,
) -> Request[None]:
    """Delete a file of a platform.

    Facts: S101, core, recipes, S8.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
        file: Name of the file in its application, platform or distribution (not its path on the machine).

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "platform_files.delete",
        "DELETE",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/files/{segment('file', file)}",
        "nothing",
        identity,
    )


def get_content(
    organization: str,
    platform: str,
    file: str,
) -> Request[bytes]:
    """Read the content of a file of a platform, as it was uploaded: no variable is filled in.

    There is no content before the first upload.

    Facts: S101, core, recipes.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
        file: Name of the file in its application, platform or distribution (not its path on the machine).

    Returns:
        The request; its answer is bytes: the content.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "platform_files.get_content",
        "GET",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/files/{segment('file', file)}/content",
        "bytes",
        identity,
        timeout_class="long",
    )


def set_content(
    organization: str,
    platform: str,
    file: str,
    upload: Upload,
) -> Request[None]:
    """Write the content of a file of a platform.

    The file must be there; what was its content is replaced.

    Facts: S101, core, recipes, S103.

    Args:
        organization: Name of the organization.
        platform: Name of the platform.
        file: Name of the file in its application, platform or distribution (not its path on the machine).
        upload: The content; under which name it is sent does not matter.

    Returns:
        The request; its answer is not read.

    Raises:
        InvalidName: A name is empty, or would mean another resource.
    """
    return Request(
        "platform_files.set_content",
        "POST",
        f"/organizations/{segment('organization', organization)}/platforms/{segment('platform', platform)}/files/{segment('file', file)}/content",
        "nothing",
        identity,
        parts={"file": upload},
        timeout_class="long",
    )
