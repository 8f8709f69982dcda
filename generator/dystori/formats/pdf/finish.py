"""The finish of a PDF: what the engine leaves out for PDF/UA, and a last look at what may not be inside.

The engine writes PDF/A-2a. Here the file also becomes PDF/UA-1, page furniture becomes an artifact (the engine
leaves it as tagged content outside the structure), and a file with code, attachments or forms is refused.
"""

from __future__ import annotations

import base64
import re
import zlib
from html import escape
from io import BytesIO
from typing import Any

import pikepdf

from dystori.findings import Finding, TemplateError

#: Where a link in a finished file may lead.
ALLOWED_LINK = re.compile(rb"(?i)(https://|mailto:|tel:)")

#: PDF/A wants every property it does not know described in the file itself (ISO 19005-2, 6.6.2.3).
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="2" pdfaid:conformance="A"/>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" pdf:Producer="{producer}"/>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>\
<rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>\
<dc:language><rdf:Bag>{languages}</rdf:Bag></dc:language></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification\
</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of PDF/UA\
</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""

#: A glyph without a letter in a font's map, and the letter without width (U+200C) it gets.
NO_LETTER, NO_WIDTH = b"> <>", b"> <200c>"

#: Keys that bring code, files or forms into a document.
FORBIDDEN = frozenset({"/AA", "/JavaScript", "/JS", "/EmbeddedFiles", "/AF", "/AcroForm", "/OpenAction", "/XFA"})
FORBIDDEN_ACTIONS = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/Rendition"})


def finish(data: bytes, languages: tuple[str, ...], facing: bool = False) -> bytes:
    """Return the finished file; one of ``facing`` pages opens two by two, the first on the left.

    Raises TemplateError (``pdf-forbidden``) when it holds code, an attachment, a form, or a link that leads
    anywhere but to https, mailto or tel.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        told = _prune_languages(pdf)
        _correct_content(pdf, told)
        _mend_letter_maps(pdf)
        _identify(pdf, languages)
        if facing:
            pdf.Root.PageLayout = pikepdf.Name.TwoPageLeft
        _inspect(pdf)
        target = BytesIO()
        _compress(pdf)
        pdf.save(
            target,
            deterministic_id=True,
            fix_metadata_version=False,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
    return target.getvalue()


def _compress(pdf: pikepdf.Pdf) -> None:
    """Compress every stream but the metadata, and let none end in a byte that reads as a line end.

    A stream's length does not count the line end before ``endstream``: where the last byte of the data is one
    too, readers differ about the length, and PDF/A asks that they do not (ISO 19005-2, 6.1.7.1).
    """
    for item in pdf.objects:
        if not isinstance(item, pikepdf.Stream) or item.get("/Type") == "/Metadata":
            continue
        filters = item.get("/Filter")
        if filters is None:
            item.write(zlib.compress(item.read_raw_bytes()), filter=pikepdf.Name.FlateDecode)
        raw = item.read_raw_bytes()
        if raw[-1:] in (b"\r", b"\n"):
            before, values = item.get("/Filter"), item.get("/DecodeParms")
            item.write(
                base64.a85encode(raw) + b"~>",
                filter=pikepdf.Array([pikepdf.Name.ASCII85Decode, before]),
                decode_parms=pikepdf.Array([None, values]) if values is not None else None,
            )


def _prune_languages(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Leave a language only where it changes; return the elements of the structure that were met."""
    met: set[tuple[int, int]] = set()
    waiting: list[tuple[Any, str]] = [(pdf.Root.StructTreeRoot.K, str(pdf.Root.Lang))]
    while waiting:
        node, around = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting += [(kid, around) for kid in node if isinstance(kid, pikepdf.Object)]
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            met.add(node.objgen)
            language = str(node.get("/Lang", around))
            if "/Lang" in node and language == around:
                del node["/Lang"]
            waiting.append((node.get("/K", pikepdf.Array()), language))
    return met


def _correct_content(pdf: pikepdf.Pdf, told: set[tuple[int, int]]) -> None:
    """Correct the marks in what is drawn.

    Marked content that no element of the structure tells of is page furniture: an artifact of pagination. Words
    that glyphs do not give back stand in the content too, for readers that do not look at the structure.
    """
    parents = pdf.Root.StructTreeRoot.ParentTree.Nums
    by_number = {int(parents[at]): parents[at + 1] for at in range(0, len(parents), 2)}
    for page in pdf.pages:
        owners = by_number[int(page.StructParents)]
        corrected: dict[int, tuple[pikepdf.Object, pikepdf.Object]] = {}
        for at, owner in enumerate(owners):
            if owner is None:
                continue
            if owner.objgen not in told:
                corrected[at] = (pikepdf.Name.Artifact, pikepdf.Dictionary(Type=pikepdf.Name.Pagination))
                owners[at] = None
            elif "/ActualText" in owner:
                corrected[at] = (pikepdf.Name.Span, pikepdf.Dictionary(MCID=at, ActualText=owner.ActualText))
        if corrected:
            stream = [_corrected(instruction, corrected) for instruction in pikepdf.parse_content_stream(page)]
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(stream))


def _corrected(instruction: Any, corrected: dict[int, tuple[pikepdf.Object, pikepdf.Object]]) -> Any:
    if str(instruction.operator) != "BDC":
        return instruction
    properties = instruction.operands[1]
    number = int(properties.get("/MCID", -1)) if isinstance(properties, pikepdf.Dictionary) else -1
    if number not in corrected:
        return instruction
    return pikepdf.ContentStreamInstruction(list(corrected[number]), pikepdf.Operator("BDC"))


def _mend_letter_maps(pdf: pikepdf.Pdf) -> None:
    """Give every glyph a letter: marks drawn apart from theirs have none, which readers take for a fault."""
    for held in pdf.objects:
        if isinstance(held, pikepdf.Dictionary) and "/ToUnicode" in held:
            letters = held.ToUnicode.read_bytes()
            if NO_LETTER in letters:
                held.ToUnicode.write(letters.replace(NO_LETTER, NO_WIDTH))


def _identify(pdf: pikepdf.Pdf, languages: tuple[str, ...]) -> None:
    """Say that the file is PDF/A-2a and PDF/UA-1, and nothing about people."""
    for key in set(pdf.docinfo.keys()) - {"/Title", "/Producer"}:
        del pdf.docinfo[key]
    xmp = XMP.format(
        producer=escape(str(pdf.docinfo["/Producer"])),
        title=escape(str(pdf.docinfo["/Title"])),
        languages="".join(f"<rdf:li>{escape(language)}</rdf:li>" for language in languages),
    )
    # Named as metadata, the stream is left uncompressed: some validators read it only so.
    stream = pdf.make_stream(xmp.encode())
    stream.Type, stream.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    pdf.Root.Metadata = stream


def _inspect(pdf: pikepdf.Pdf) -> None:
    """Look at every object of the file for what may not be inside."""
    for held in pdf.objects:
        whole = held.stream_dict if isinstance(held, pikepdf.Stream) else held
        if isinstance(whole, pikepdf.Dictionary) and _forbidden(whole):
            raise TemplateError([Finding("pdf-forbidden")])


def _forbidden(whole: pikepdf.Dictionary) -> bool:
    if FORBIDDEN & set(whole.keys()) or whole.get("/Type") == pikepdf.Name.EmbeddedFile:
        return True
    if whole.get("/Subtype") in (pikepdf.Name.FileAttachment, pikepdf.Name.Widget, pikepdf.Name.Movie):
        return True
    action = whole.get("/A") if whole.get("/Type") == pikepdf.Name.Annot else whole
    if not isinstance(action, pikepdf.Dictionary):
        return False
    if str(action.get("/S", "")) in FORBIDDEN_ACTIONS:
        return True
    return "/URI" in action and not ALLOWED_LINK.match(bytes(action.URI))
