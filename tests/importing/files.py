"""Small PDFs and web archives, made for the tests."""

from __future__ import annotations

import io
from collections.abc import Sequence

from importing.pages import SavedPage


def pdf_with(pages: Sequence[Sequence[str]], title: str = "", author: str = "") -> bytes:
    """A PDF with these lines on its pages (Latin-1). Source: ISO 32000-1, 7.5."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        f"<< /Title ({title}) /Author ({author}) /CreationDate (D:20250603100000Z) >>",
    ]
    font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        stream = f"BT /F1 12 Tf 14 TL 50 700 Td {shown} ET"
        box = "/MediaBox [0 0 595 842]"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} /Resources {font} /Contents {5 + 2 * number} 0 R >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    data, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    data += f"<< /Size {len(objects) + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{data.index('xref')}\n%%EOF\n"
    return data.encode("latin-1")


def warc_with(pages: Sequence[SavedPage], *, gzipped: bool = True) -> bytes:
    """A web archive with these pages, and what lies beside pages in one: a picture, a redirect, an error, a request."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzipped)

    def add(url: str, data: bytes, kind: str = "text/html; charset=iso-8859-1", status: str = "200 OK") -> None:
        heads = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        about = {"WARC-Date": "2025-06-03T10:00:00Z"}
        writer.write_record(
            writer.create_warc_record(
                url, "response", payload=io.BytesIO(data), http_headers=heads, warc_headers_dict=about
            )
        )

    add("https://news.example/picture.png", b"\x89PNG", "image/png")
    add("https://news.example/moved", b"<html>moved</html>", status="301 Moved")
    add("https://news.example/gone", b"<html>gone</html>", status="404 Not Found")
    add("https://news.example/", b"<html><body><h1>News</h1><p>Short.</p></body></html>")
    for page in pages:
        add(page.url, page.data)
    return out.getvalue()
