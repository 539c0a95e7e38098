"""A PDF file whose objects are changed where they lie: ``PdfFile``.

pypdf reads and writes each object. Its own writer clones all of them first, references and all, and gives them other
numbers; of a tagged report of three hundred pages these are 41,000, of which most are written as they were read.
"""

from __future__ import annotations

import io
from functools import cached_property
from typing import Any

import pypdf
from pypdf.generic import DictionaryObject, IndirectObject, NameObject, NumberObject, PdfObject, StreamObject

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class PdfFile:
    """The objects by number, as read; what is changed in them is written. Chromium's files have no object streams."""

    def __init__(self, data: bytes) -> None:
        self.reader = pypdf.PdfReader(io.BytesIO(data))
        size = int(str(self.reader.trailer["/Size"]))
        self.objects: dict[int, PdfObject] = {}
        for number in range(1, size):
            found = self.reader.get_object(IndirectObject(number, 0, self.reader))
            if found is not None:
                self.objects[number] = found
        self._next = size

    @cached_property
    def root(self) -> Any:
        return named(self.reader.trailer["/Root"])

    @cached_property
    def pages(self) -> list[Any]:
        return list(self.reader.pages)

    def add(self, made: PdfObject) -> IndirectObject:
        """A new object, and how others refer to it."""
        number = self._next
        self.objects[number] = made
        self._next += 1
        return IndirectObject(number, 0, self.reader)

    def replace(self, old: PdfObject, made: PdfObject) -> None:
        """Another object under the number of one that was read."""
        reference = old.indirect_reference
        assert reference is not None
        self.objects[reference.idnum] = made

    def written(self, info: DictionaryObject) -> bytes:
        """The file; ``info`` is what it says of itself."""
        about, out, places = self._told(info), io.BytesIO(), {}
        out.write(HEAD)
        for number, one in self.objects.items():
            places[number] = out.tell()
            out.write(b"%d 0 obj\n" % number)
            one.write_to_stream(out)
            out.write(b"\nendobj\n")
        start = out.tell()
        out.write(b"xref\n0 %d\n0000000000 65535 f \n" % self._next)
        for number in range(1, self._next):
            out.write(b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00001 f \n")
        trailer = DictionaryObject()
        trailer[NameObject("/Size")] = NumberObject(self._next)
        trailer[NameObject("/Root")] = self.reader.trailer.raw_get("/Root")
        trailer[NameObject("/Info")] = about
        out.write(b"trailer\n")
        trailer.write_to_stream(out)
        out.write(b"\nstartxref\n%d\n%%%%EOF\n" % start)
        return out.getvalue()

    def _told(self, info: DictionaryObject) -> IndirectObject:
        """In place of what the browser says of the file, the minute of the day among it."""
        before = self.reader.trailer.get("/Info")
        if before is None:
            return self.add(info)
        self.replace(before.get_object(), info)
        return IndirectObject(before.get_object().indirect_reference.idnum, 0, self.reader)


def named(one: Any) -> Any:
    """What is meant by a dictionary or a reference to one; what stands in it has no types of pypdf's own."""
    found = one.get_object()
    assert isinstance(found, DictionaryObject)
    return found


def stream(data: bytes) -> StreamObject:
    """Data as a compressed stream."""
    made = StreamObject()
    made.set_data(data)
    return made.flate_encode()
