"""The file in a form (RFC 7578), which is parsed as it arrives."""

from __future__ import annotations

from collections.abc import Callable

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from comodit_client.sandbox.errors import ApiError, bad_request

MEDIA_TYPE = "multipart/form-data"
#: The name of the part with the file (S103).
_PART = "file"
_MAX_PARTS = 100
_MAX_HEADERS = 8
_MAX_HEADER_SIZE = 4096
#: The bytes of all parts beside the file.
_MAX_OTHERS = 1 << 20


class Form:
    """Extracts the file from a form. Only the headers of a part are held in memory.

    Args:
        media_type: The Content-Type of the form.
        wanted: Receives the bytes of the file.

    Raises:
        ApiError: The form has no boundary.
    """

    def __init__(self, media_type: str, wanted: Callable[[bytes], None]) -> None:
        self._wanted = wanted
        self._found = self._is_wanted = self._ended = False
        self._parts = self._others = 0
        self._field = self._value = self._disposition = b""
        _, options = parse_options_header(media_type)
        if not options.get(b"boundary"):
            raise bad_request("The form has no boundary; name it in the Content-Type")
        try:
            self._parser = MultipartParser(
                options[b"boundary"],
                {
                    "on_part_begin": self._begin_part,
                    "on_header_field": self._add_to_field,
                    "on_header_value": self._add_to_value,
                    "on_header_end": self._end_header,
                    "on_headers_finished": self._end_headers,
                    "on_part_data": self._add_content,
                    "on_end": self._end,
                },
                max_header_count=_MAX_HEADERS,
                max_header_size=_MAX_HEADER_SIZE,
            )
        except FormParserError as error:
            raise _invalid(error) from None

    def feed(self, piece: bytes) -> None:
        """Parse the next bytes.

        Raises:
            ApiError: The form is invalid, or has too many parts.
        """
        if self._ended:
            return  # An epilogue is ignored.
        try:
            self._parser.write(piece)
        except FormParserError as error:
            raise _invalid(error) from None

    def close(self) -> None:
        """Check that the form is complete.

        Raises:
            ApiError: The form is incomplete or has no file.
        """
        if not self._ended:
            raise bad_request("The form is incomplete: its last boundary is missing")
        if not self._found:
            raise bad_request(f"The form has no file: it needs a part named '{_PART}'")

    def _begin_part(self) -> None:
        self._parts += 1
        if self._parts > _MAX_PARTS:
            raise ApiError(413, f"The form has more than {_MAX_PARTS} parts")
        self._disposition = b""

    def _add_to_field(self, data: bytes, start: int, end: int) -> None:
        self._field += data[start:end]

    def _add_to_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _end_header(self) -> None:
        if self._field.lower() == b"content-disposition":
            self._disposition = self._value
        self._field = self._value = b""

    def _end_headers(self) -> None:
        _, options = parse_options_header(self._disposition.decode("latin-1"))
        self._is_wanted = options.get(b"name") == _PART.encode() and not self._found
        self._found = self._found or self._is_wanted

    def _add_content(self, data: bytes, start: int, end: int) -> None:
        if self._is_wanted:
            self._wanted(data[start:end])
            return
        self._others += end - start
        if self._others > _MAX_OTHERS:
            raise ApiError(413, f"The form has more than {_MAX_OTHERS} bytes beside its file")

    def _end(self) -> None:
        self._ended = True


def _invalid(error: FormParserError) -> ApiError:
    return bad_request(f"The form is invalid: {error}")
