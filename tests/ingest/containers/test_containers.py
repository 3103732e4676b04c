"""Tables, feeds, web archives and zipped folders: every article in order, each fault in its place."""

from __future__ import annotations

import gzip
import io
import json
import quopri
import zipfile
from pathlib import Path

import pytest

from app.domain.text import RawArticle
from app.errors import InputError
from app.ingest.containers import feeds, tables, zips
from app.ingest.read import Found, read_paths

TEXT = "التقى الوزيران في العاصمة يوم الثلاثاء، وبحثا الوضع في البلاد."
BODY = "".join(
    f"<p>وصل الوفد {n} إلى العاصمة صباح اليوم، وقال رئيسه إن المحادثات تبدأ غدا.</p>" for n in range(8)
)


def page(title: str) -> str:
    head = f"<html><head><title>{title}</title></head>"
    return f"{head}<body><article><h1>{title}</h1>{BODY}</article></body></html>"


def read(path: Path, data: bytes) -> list[Found]:
    path.write_bytes(data)
    return list(read_paths([str(path)]))


def articles(found: list[Found]) -> list[RawArticle]:
    return [one for one in found if isinstance(one, RawArticle)]


def errors(found: list[Found]) -> list[InputError]:
    return [one for one in found if isinstance(one, InputError)]


# ---- tables --------------------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-8", "cp1256"])
def test_a_table_gives_an_article_a_row(tmp_path: Path, separator: str, codec: str) -> None:
    rows = [
        ["ID", "Title", "text", "published", "note"],
        ["a1", "لقاء", f'"{TEXT}\nسطر آخر"', "2019-03-04", "x"],
    ]
    data = "\r\n".join(separator.join(row) for row in rows).encode(codec)
    (one,) = articles(read(tmp_path / "t.csv", data))
    assert one.name == "t.csv#a1"
    assert one.text == f"{TEXT}\nسطر آخر"
    assert one.meta.charset == ("windows-1256" if codec == "cp1256" else None)
    assert (one.meta.id, one.meta.title, one.meta.published) == ("a1", "لقاء", "2019-03-04")


def test_a_fault_in_a_row_leaves_the_others(tmp_path: Path) -> None:
    data = f"id,text,published\n1,{TEXT},2019\n1,{TEXT},\n2,,\n3,{TEXT},soon\n,{TEXT},\n"
    found = read(tmp_path / "t.csv", data.encode())
    assert [one.name for one in articles(found)] == ["t.csv#1", "t.csv#6"]
    assert [(e.line, e.reason.split(" is ")[0].split(" stands")[0]) for e in errors(found)] == [
        (3, "the id '1'"),
        (4, 'neither "text" nor "html"'),
        (5, "published 'soon'"),
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"name,words\n1,2\n", 'no column is named "text" or "html"'),
        (b'text\n"open\n', "not a table from here on"),
        (b"PK\3\4\0\0", "not UTF-8|binary|no column"),
    ],
)
def test_what_is_no_table_is_named(tmp_path: Path, data: bytes, reason: str) -> None:
    (error,) = errors(read(tmp_path / "t.csv", data))
    assert any(each in error.reason for each in reason.split("|"))


def test_a_table_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MAX_TABLE", 30)
    (error,) = errors(read(tmp_path / "t.tsv", f"text\n{TEXT}\n".encode()))
    assert "JSON lines" in error.reason


# ---- feeds ---------------------------------------------------------------------------------------

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>عنب بلدي | أخبار</title>
<item><title>لقاء &amp; اتفاق</title><link>https://news.example/1</link><guid>n-1</guid>
<pubDate>Tue, 05 Mar 2019 00:30:00 +0300</pubDate><description>مختصر.</description>
<content:encoded><![CDATA[<p>{TEXT}</p><script>alert(1)</script><p>سطر<br>آخر</p>]]></content:encoded></item>
<item><title>بلا نص</title><guid>n-2</guid></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>المثال</title><entry><id>urn:1</id><title>خبر</title>
<updated>2020-02-29T23:00:00+02:00</updated><author><name>كاتب</name></author>
<content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;</content></entry></feed>"""


def test_an_rss_feed_gives_the_fullest_text_of_each_entry(tmp_path: Path) -> None:
    found = read(tmp_path / "f.xml", RSS.encode())
    (one,), (error,) = articles(found), errors(found)
    assert one.text == f"لقاء & اتفاق\n\n{TEXT}\nسطر\nآخر"
    assert (one.meta.id, one.meta.url, one.meta.site) == ("n-1", "https://news.example/1", "عنب بلدي | أخبار")
    assert one.meta.published == "2019-03-05", "the day where it was written, not at Greenwich"
    assert "n-2" in error.reason


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        ("The post لقاء &amp; اتفاق appeared first on عنب بلدي | أخبار.", False),
        ("ظهرت المقالة لقاء &amp; اتفاق أولاً على عنب بلدي | أخبار.", False),
        ("وأعدت عنب بلدي | أخبار تقريرا سابقا.", True),
        ("ووصف البيان ما جرى بأنه لقاء &amp; اتفاق.", True),
    ],
)
def test_what_a_feed_puts_under_every_entry_is_left_out(tmp_path: Path, last: str, kept: bool) -> None:
    (one,) = articles(read(tmp_path / "f.xml", RSS.replace("]]>", f"<p>{last}</p>]]>").encode()))
    assert (len(one.text.split("\n")) == 6) is kept
    assert one.text.split("\n")[4] == "آخر"


def test_an_atom_feed_is_one_too(tmp_path: Path) -> None:
    (one,) = articles(read(tmp_path / "f.atom", ATOM.encode()))
    assert one.text == f"خبر\n\n{TEXT}"
    assert (one.meta.byline, one.meta.published) == ("كاتب", "2020-02-29")


def test_entities_of_a_feed_reach_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("سرّ", "utf-8")
    head = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    found = read(
        tmp_path / "f.rss", RSS.replace('"UTF-8"?>', f'"UTF-8"?>{head}').replace("سطر", "&x; سطر").encode()
    )
    assert "سرّ" not in "".join(one.text for one in articles(found))


@pytest.mark.parametrize("data", [b"", b"<html><body>x</body></html>", TEXT.encode(), b"\0\1\2"])
def test_what_is_no_feed_is_named(tmp_path: Path, data: bytes) -> None:
    (error,) = errors(read(tmp_path / "f.xml", data))
    assert "feed" in error.reason


def test_a_feed_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "MAX_FEED", 100)
    assert "too long" in errors(read(tmp_path / "f.xml", RSS.encode()))[0].reason


# ---- pages saved as one file ---------------------------------------------------------------------


def saved(charset: str = "utf-8", kind: str = "text/html") -> bytes:
    head = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/1\r\nMIME-Version: 1.0\r\n"
    head += 'Content-Type: multipart/related; type="text/html"; boundary="--b"\r\n\r\n----b\r\n'
    parts = (
        f'Content-Type: {kind}; charset="{charset}"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    )
    body = quopri.encodestring(page("خبر محفوظ").encode(charset)).decode()
    picture = "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
    return f"{head}{parts}{body}\r\n----b\r\n{picture}----b--\r\n".encode()


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256"])
def test_a_page_saved_with_its_pictures(tmp_path: Path, charset: str) -> None:
    (one,) = articles(read(tmp_path / "page.mhtml", saved(charset)))
    assert one.text.startswith("خبر محفوظ\n\nوصل الوفد 0")
    assert (one.name, one.meta.url) == ("page.mhtml", "https://a.example/1")
    assert one.meta.charset == (None if charset == "utf-8" else charset)


@pytest.mark.parametrize("data", [b"", TEXT.encode(), saved()[:200], saved(kind="text/css"), b"\0" * 90])
def test_what_is_no_saved_page_is_named(tmp_path: Path, data: bytes) -> None:
    (error,) = errors(read(tmp_path / "page.mht", data))
    assert "page" in error.reason


# ---- web archives --------------------------------------------------------------------------------


def record(address: str, status: str, kind: str, data: bytes) -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + data
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
    head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    return head.encode() + answer + b"\r\n\r\n"


def archive(*, packed: bool) -> bytes:
    records = [
        record("https://a.example/1", "200 OK", "text/html; charset=utf-8", page("خبر أول").encode()),
        record("https://a.example/x.png", "200 OK", "image/png", b"\x89PNG"),
        record("https://a.example/2", "404 Not Found", "text/html", page("لا شيء").encode()),
        record("https://a.example/3", "200 OK", "text/html", b"\x00\x01"),
        record("https://a.example/4", "200 OK", "text/html", page("خبر ثان").encode()),
    ]
    return b"".join(gzip.compress(each) if packed else each for each in records)


def test_a_page_of_a_web_archive_is_written_as_its_server_said(tmp_path: Path) -> None:
    few = "<html><body><article><p>" + "عاد الوفد. " * 30 + "</p></article></body></html>"
    for charset, name in (("windows-1256", "windows-1256"), ("ISO-8859-6", "iso-8859-6"), ("UTF-8", None)):
        kind = f'text/html; charset="{charset}"'
        data = record("https://a.example/1", "200 OK", kind, few.encode(charset))
        (one,) = articles(read(tmp_path / "w.warc", data))
        assert "عاد الوفد." in one.text
        assert one.meta.charset == name


@pytest.mark.parametrize(("name", "packed"), [("w.warc", False), ("w.warc.gz", True)])
def test_a_web_archive_gives_its_pages(tmp_path: Path, name: str, packed: bool) -> None:
    found = read(tmp_path / name, archive(packed=packed))
    assert [one.meta.url for one in articles(found)] == ["https://a.example/1", "https://a.example/4"]
    assert articles(found)[0].name == f"{name}#https://a.example/1"
    (error,) = errors(found)
    assert "a.example/3" in error.reason


@pytest.mark.parametrize(
    "data",
    [
        b"",
        TEXT.encode(),
        archive(packed=False)[:400],
        archive(packed=False)[:700],
        record("https://a.example/x.png", "200 OK", "image/png", b"\x89PNG"),
        archive(packed=False).replace(b"response", b"res\xc2\xa0ponse"),
    ],
)
def test_a_broken_web_archive_is_named(tmp_path: Path, data: bytes) -> None:
    found = read(tmp_path / "w.warc", data)
    assert not articles(found)
    assert any(why in errors(found)[-1].reason for why in ("web archive", "cut off", "empty"))


# ---- zipped folders ------------------------------------------------------------------------------


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def test_a_zipped_folder_is_read_as_a_folder_is(tmp_path: Path) -> None:
    files = {
        "b/two.txt": f"ب {TEXT}".encode(),
        "a.html": page("خبر").encode(),
        "articles.toml": b'["b/two.txt"]\npublished = 2019-03-04',
        ".hidden.txt": b"x",
        "__MACOSX/a.txt": b"x",
        "picture.png": b"x",
        "more.jsonl": json.dumps({"id": "7", "text": f"ج {TEXT}"}).encode(),
        "../../up.txt": f"د {TEXT}".encode(),
        "bad.txt": b"\xff\xff",
    }
    found = read(tmp_path / "z.zip", zipped(files))
    assert [one.name for one in articles(found)] == [
        "z.zip/up.txt",
        "z.zip/a.html",
        "z.zip/b/two.txt",
        "z.zip/more.jsonl#7",
    ]
    assert articles(found)[2].meta.published == "2019-03-04"
    (error,) = errors(found)
    assert error.file.endswith("z.zip/bad.txt")


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    found = read(tmp_path / "z.zip", zipped({"a.txt": TEXT.encode(), "bomb.txt": b"0" * 5_000_000}))
    assert len(articles(found)) == 1
    assert f"more than {zips.MOST_UNPACKED} times" in errors(found)[0].reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"no zip", "not a zip archive"),
        (zipped({"x.png": b"1"}), "file in this archive"),
        (zipped({"a.txt": TEXT.encode()})[:-30], "not a zip"),
    ],
)
def test_what_is_no_archive_is_named(tmp_path: Path, data: bytes, reason: str) -> None:
    (error,) = errors(read(tmp_path / "z.zip", data))
    assert reason in error.reason


def test_a_member_whose_bytes_are_damaged_leaves_the_others(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": TEXT.encode() * 20, "b.txt": TEXT.encode()}))
    data[60] ^= 0xFF
    found = read(tmp_path / "z.zip", bytes(data))
    assert [one.name for one in articles(found)] == ["z.zip/b.txt"]
    assert "cannot be unpacked" in errors(found)[0].reason


# ---- packed files --------------------------------------------------------------------------------


def test_packed_files_are_read_as_what_is_in_them(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(TEXT.encode()))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(json.dumps({"id": "1", "text": TEXT + " "}).encode()))
    (tmp_path / "c.txt.gz").write_bytes(b"not packed")
    (tmp_path / "d.txt.gz").write_bytes(gzip.compress(TEXT.encode() * 50)[:-20])
    found = list(read_paths([str(tmp_path)]))
    assert [one.name for one in articles(found)] == ["a.txt.gz", "b.jsonl.gz#1"]
    assert [Path(e.file).name for e in errors(found)] == ["c.txt.gz", "d.txt.gz"]
