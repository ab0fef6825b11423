"""Word documents: their text as it would be if every tracked change were accepted."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from crosscheck.texts import html
from crosscheck.texts.text import Place, Text, Unusable

LARGEST_PARTS = 10_000_000
"""Bytes that the XML of a document may unpack to: those of a thick book."""

_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => h2:fresh
p[style-name='caption'] => figcaption:fresh
p[style-name='Caption'] => figcaption:fresh
"""


def read(data: bytes) -> Text:
    """The text of a document; raises `Unusable`, also where it would unpack to more than is read."""
    import mammoth

    notes = _checked(data)
    try:
        converted = mammoth.convert_to_html(
            BytesIO(data),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(lambda _: {}),
        )
    except RecursionError:
        raise Unusable("is nested too deeply to be read") from None
    except Exception as error:  # of a damaged document the library raises anything
        raise Unusable(f"is a damaged Word document ({type(error).__name__})") from None
    text = html.read(converted.value)
    anchors = tuple((each.start, Place(paragraph=number)) for number, each in enumerate(text.paragraphs, 1))
    return replace(text, notes=(*notes, *text.notes), anchors=anchors)


def _checked(data: bytes) -> list[str]:
    """What the document's parts say of it; raises `Unusable` before anything large is unpacked."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unusable("has a password or is an old .doc; save it as .docx without a password")
    try:
        with ZipFile(BytesIO(data)) as folder:
            unpacked = {part.filename: folder.read(part) for part in _xml_parts(folder)}
    except Unusable:
        raise
    except (BadZipFile, EOFError, NotImplementedError, OSError, ValueError, RuntimeError) as error:
        raise Unusable(f"is not a Word document, or is damaged ({error})") from None
    except Exception as error:  # zlib and lzma have errors of their own
        raise Unusable(f"is a damaged Word document ({type(error).__name__})") from None
    if not any(name.startswith("word/") for name in unpacked):
        raise Unusable("is a zip file without a Word document in it")
    if any(b"<!DOCTYPE" in part.replace(b"\0", b"").upper() for part in unpacked.values()):
        raise Unusable("declares XML entities, as no Word document does")
    tracked = any(mark in part for part in unpacked.values() for mark in (b"<w:ins ", b"<w:del ", b"<w:moveTo "))
    return ["tracked changes are taken as accepted"] if tracked else []


def _xml_parts(folder: ZipFile) -> list[ZipInfo]:
    """The parts that may be XML, whatever their names; no more is unpacked of one than its size in the directory."""
    parts = folder.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise Unusable("is encrypted; save it without a password")
    if len({part.filename for part in parts}) < len(parts):
        raise Unusable("has two parts of one name")
    found = [part for part in parts if _is_xml(folder, part)]
    if sum(part.file_size for part in found) > LARGEST_PARTS:
        raise Unusable(f"unpacks to more than {LARGEST_PARTS // 1_000_000} MB of XML")
    return found


def _is_xml(folder: ZipFile, part: ZipInfo) -> bool:
    with folder.open(part) as file:
        begin = file.read(64).replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n")
    return not begin or begin.startswith(b"<")
