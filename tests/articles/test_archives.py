"""Zip, tar and Zstandard: files in files, and what must never get out of them."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greeknews_ner.articles import Limits, Reject, find_inputs, read_items
from greeknews_ner.articles.archives import archive_of
from greeknews_ner.articles.items import Item
from greeknews_ner.articles.limits import parse_limits
from greeknews_ner.articles.meter import Meter
from greeknews_ner.articles.opening import Pieces
from greeknews_ner.errors import InputError

ATHENS = "Ο δήμαρχος Αθηναίων Χάρης Δούκας μίλησε στο Σύνταγμα."
LINES = b"".join(
    json.dumps({"id": str(number), "text": f"{ATHENS} {number}"}).encode() + b"\n"
    for number in range(3)
)


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w") -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return buffer.getvalue()


def items(path: Path, data: bytes, limits: Limits | None = None) -> list[Item]:
    path.write_bytes(data)
    return list(read_items([path], limits=limits or Limits()))


def shown(found: list[Item], path: Path) -> list[tuple[str, str]]:
    """Place within the archive, and the id or the code of the reject."""
    return [
        (
            str(item.place).removeprefix(str(path)),
            item.content.code if isinstance(item.content, Reject) else item.content.id or "",
        )
        for item in found
    ]


FILES = {
    "2024/a.jsonl": LINES,
    "2024/b.jsonl.gz": gzip.compress(LINES),
    "c.txt.bz2": bz2.compress(ATHENS.encode()),
    "picture.png": b"\x89PNG",
    ".hidden.txt": b"x",
    "__MACOSX/c.txt": b"x",
    "plain": ATHENS.encode(),
}
EXPECTED = [
    *((f"/2024/a.jsonl:{number + 1}", str(number)) for number in range(3)),
    *((f"/2024/b.jsonl.gz:{number + 1}", str(number)) for number in range(3)),
    ("/c.txt.bz2", "c"),
    ("/plain", "plain"),
]
ARCHIVES = {
    "a.zip": zipped(FILES),
    "stored.zip": zipped(FILES, zipfile.ZIP_STORED),
    "bz.zip": zipped(FILES, zipfile.ZIP_BZIP2),
    "a.tar": tarred(FILES),
    "a.tar.gz": tarred(FILES, "w:gz"),
    "a.tgz": tarred(FILES, "w:gz"),
    "a.tar.xz": tarred(FILES, "w:xz"),
    "misnamed.jsonl": zipped(FILES),
}


@pytest.mark.parametrize("name", ARCHIVES)
def test_an_archive_is_like_a_folder(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert shown(items(path, ARCHIVES[name]), path) == EXPECTED


def test_archives_in_archives(tmp_path: Path) -> None:
    path = tmp_path / "outer.zip"
    inner = tarred({"x.zip": zipped({"a.jsonl": LINES})}, "w:gz")
    assert shown(items(path, zipped({"in.tar.gz": inner})), path) == [
        (f"/in.tar.gz/x.zip/a.jsonl:{number + 1}", str(number)) for number in range(3)
    ]
    found = items(path, zipped({"in.tar.gz": inner, "a.jsonl": LINES}), Limits(depth=2))
    assert shown(found, path)[0] == ("/in.tar.gz/x.zip", "G136")
    assert len(found) == 4


BAD_PATHS = ["../../etc/a.txt", "/etc/a.txt", "x/../../a.txt", "C:\\a.txt", "..\\a.txt"]


@pytest.mark.parametrize("name", BAD_PATHS)
@pytest.mark.parametrize("pack", [zipped, tarred])
def test_paths_that_climb_out(tmp_path: Path, name: str, pack: object) -> None:
    path = tmp_path / "in" / "archive"
    path.parent.mkdir()
    data = pack({name: ATHENS.encode(), "good.txt": ATHENS.encode()})  # type: ignore[operator]
    assert [code for _, code in shown(items(path, data), path)] == ["G134", "good"]
    assert [found.name for found in tmp_path.rglob("*")] == ["in", "archive"]


def test_links_are_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo("link.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    path = tmp_path / "a.tar"
    assert shown(items(path, buffer.getvalue()), path) == [("/link.txt", "G134")] * 3


def test_bombs(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    blank = b" " * 40_000_000
    found = items(path, zipped({"a.jsonl": blank, "b.jsonl": LINES}))
    assert shown(found, path)[0] == ("/a.jsonl", "G128")
    # Each member is modest, all together are not.
    some = {f"{number}.jsonl": b" " * 12_000_000 for number in range(6)}
    codes = [code for _, code in shown(items(path, zipped(some)), path)]
    assert codes
    assert set(codes) == {"G128"}
    # A bomb in a bomb.
    nested = zipped({"in.zip": zipped({"a.jsonl": blank})})
    assert [code for _, code in shown(items(path, nested), path)] == ["G128"]
    # What one takes for a bomb another wants to read.
    assert items(path, zipped({"a.jsonl": blank}), Limits(expansion=10_000)) == []


def test_too_many_files(tmp_path: Path) -> None:
    for pack in (zipped, tarred):
        path = tmp_path / "a"
        data = pack({f"{number}.txt": ATHENS.encode() for number in range(9)})
        codes = [code for _, code in shown(items(path, data, Limits(members=5)), path)]
        assert codes == ["0", "1", "2", "3", "4", "G136"]


def test_damage_costs_what_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    data = bytearray(zipped({"a.jsonl": LINES * 40, "b.jsonl": LINES}))
    start = data.index(b"a.jsonl") + len("a.jsonl")
    data[start + 20 : start + 60] = bytes(40)
    codes = [code for _, code in shown(items(path, bytes(data)), path)]
    assert codes[-4:] == ["G127", "0", "1", "2"]
    path.write_bytes(ARCHIVES["a.zip"][:-30])
    assert [code for _, code in shown(items(path, ARCHIVES["a.zip"][:-30]), path)] == ["G127"]
    path = tmp_path / "a.tar"
    cut = tarred({"a.jsonl": LINES, "b.jsonl": LINES * 40})[:3000]
    codes = [code for _, code in shown(items(path, cut), path)]
    assert codes[:3] == ["0", "1", "2"]
    assert codes[-1] in ("G120", "G127")


def test_an_encrypted_member(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": ATHENS.encode()}, zipfile.ZIP_STORED))
    data[6] |= 1  # the flag, in the member's own header and in the directory
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path = tmp_path / "a.zip"
    assert shown(items(path, bytes(data)), path) == [("/a.txt", "G135")]


def test_an_archive_of_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    for data in (zipped({}), zipped({"a.png": b"x"})):
        assert shown(items(path, data), path) == [("", "G116")]


def test_folders_hold_archives_too(tmp_path: Path) -> None:
    for name in ("a.zip", "b.tar.zst", "c.tgz", "d.docx", "e.parquet", "f.warc.gz"):
        (tmp_path / name).write_bytes(b"x")
    assert [Path(file).name[0] for file in find_inputs([tmp_path])] == ["a", "b", "c", "e", "f"]


def test_zstandard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    zstd = pytest.importorskip("backports.zstd")
    path = tmp_path / "a.jsonl.zst"
    whole = zstd.compress(LINES * 500)
    assert len(items(path, whole)) == 1500
    assert len(items(path, zstd.compress(LINES) + zstd.compress(LINES))) == 6
    assert shown(items(path, whole[:-9]), path)[-1][1] == "G127"
    assert shown(items(path, zstd.compress(b" " * 40_000_000)), path)[-1][1] == "G128"
    path = tmp_path / "a.tar.zst"
    assert shown(items(path, zstd.compress(tarred(FILES))), path) == EXPECTED
    import sys

    for name in ("compression.zstd", "backports.zstd"):
        monkeypatch.setitem(sys.modules, name, None)
    (reject,) = items(path, whole)
    assert isinstance(reject.content, Reject)
    assert reject.content.code == "G117"
    assert "greeknews-ner[zst]" in reject.content.remedy


@given(
    st.sampled_from(["a.zip", "bz.zip", "a.tar"]),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=6),
    st.integers(0, 4000),
)
def test_any_damage_ends_in_articles_or_rejects(
    name: str, changes: list[tuple[int, int]], cut: int
) -> None:
    data = bytearray(ARCHIVES[name])
    for place, byte in changes:
        data[place % len(data)] = byte
    pieces = bytes(data[: len(data) - cut % len(data)])
    members = archive_of(pieces)
    if members is None:
        return
    with suppress(InputError):
        for member in members(Pieces(iter([pieces])), "a", Limits(), None):
            if not isinstance(member.content, InputError):
                while member.content.read(1 << 16):
                    pass


def test_limits_are_typed() -> None:
    assert parse_limits(["line_bytes=200_000_000", "depth = 1"]) == Limits(
        line_bytes=200_000_000, depth=1
    )
    for entry in ("depth", "depth=x", "tiefe=3", "depth=0"):
        with pytest.raises(InputError) as caught:
            parse_limits([entry])
        assert caught.value.code == "G113"


def test_the_meter_knows_how_far_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(LINES * 9000)
    (tmp_path / "b.zip").write_bytes(ARCHIVES["stored.zip"])
    meter = Meter()
    found: Iterator[Item] = read_items([tmp_path], meter=meter)
    assert meter.share == 0.0
    shares = []
    for _ in found:
        share = meter.share
        assert share is not None
        shares.append(share)
    assert shares == sorted(shares)
    assert shares[0] < 0.5 < shares[-1]
