"""Who may not ask, and what nobody gets."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import httpx
import pytest

from tests.desks import EXAMPLE, Desk, file, serving, texts
from tests.serving.conftest import TOKEN
from transcheck.cli import main
from transcheck.serving import Limits, Options
from transcheck.serving.guarding import Rate, is_loopback

EVERYWHERE = "0.0.0.0"  # noqa: S104
KNOWN = {"authorization": f"Bearer {TOKEN}"}
SMALL = {
    "editions": {"uk": "Міст відкрили 5 грудня.", "en": "The bridge was opened on 5 December."}
}


@pytest.mark.parametrize(
    "authorization",
    ["", "Bearer", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}"],
)
@pytest.mark.parametrize("path", ["/api/check", "/desk/check"])
def test_without_the_token_nothing_is_checked(closed: Desk, path: str, authorization: str) -> None:
    answer = closed.post(path, SMALL, authorization=authorization)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


def test_with_the_token_it_is(closed: Desk) -> None:
    assert closed.post("/api/check", SMALL, **KNOWN).status_code == 200


def test_a_token_does_not_help_in_the_address(closed: Desk) -> None:
    assert closed.post(f"/api/check?token={TOKEN}", SMALL).status_code == 401


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
def test_pages_of_other_sites_may_not_ask(desk: Desk, closed: Desk, origin: str) -> None:
    assert desk.post("/api/check", SMALL, origin=origin).status_code == 403
    assert closed.post("/api/check", SMALL, origin=origin, **KNOWN).status_code == 403
    preflight = httpx.options(
        f"{desk.root}/api/check",
        headers={"origin": origin, "access-control-request-method": "POST"},
    )
    assert preflight.status_code in {403, 405}
    assert "access-control-allow-origin" not in preflight.headers


def test_a_site_that_was_named_may_ask(closed: Desk) -> None:
    cms = "https://cms.example"
    preflight = httpx.options(f"{closed.root}/api/check", headers={"origin": cms})
    assert preflight.status_code == 204
    answer = closed.post("/api/check", SMALL, origin=cms, **KNOWN)
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == cms
    assert closed.post("/api/check", SMALL, origin=cms).status_code == 401


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "["])
def test_a_name_that_somebody_points_at_this_machine_is_not_served(desk: Desk, host: str) -> None:
    assert desk.post("/api/check", SMALL, host=host).status_code == 403


def test_a_form_of_another_page_cannot_ask(desk: Desk) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        answer = httpx.post(
            f"{desk.root}/api/check", content=json.dumps(SMALL), headers={"content-type": kind}
        )
        assert answer.status_code == 415
    crossing = desk.post("/api/check", SMALL, sec_fetch_site="cross-site")
    assert crossing.status_code == 403


def raw(desk: Desk, request: bytes) -> bytes:
    """Send bytes and return all that comes until the server ends the connection."""
    with socket.create_connection(("127.0.0.1", desk.port), timeout=20) as connection:
        connection.sendall(request)
        parts = []
        while part := connection.recv(65536):
            parts.append(part)
        return b"".join(parts)


HEAD = (
    "POST /api/check HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n"
    f"authorization: Bearer {TOKEN}\r\n"
).encode()


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        pytest.param(b"content-length: 9000\r\n\r\n", b"413", id="stated to be too long"),
        pytest.param(b"content-length: -1\r\n\r\n", b"400", id="stated to be nothing"),
        pytest.param(
            b"transfer-encoding: chunked\r\n\r\n" + b"1000\r\n" + b" " * 4096 + b"\r\n1000\r\n"
            + b" " * 4096 + b"\r\n", b"413", id="too long without saying so",
        ),
        pytest.param(b"content-length: 90\r\n\r\n{", b"408", id="a body that does not come"),
    ],
)  # fmt: skip
def test_what_is_too_long_or_too_slow_is_refused(closed: Desk, sent: bytes, status: bytes) -> None:
    assert raw(closed, HEAD + sent).split()[1] == status


@pytest.mark.parametrize(
    "sent", [b"", b"POST /api", HEAD], ids=["nothing", "a word", "half a head"]
)
def test_a_head_that_does_not_come_is_not_waited_for(closed: Desk, sent: bytes) -> None:
    assert raw(closed, sent) == b""


def test_more_text_than_allowed_is_not_compared(closed: Desk) -> None:
    long = {"editions": {language: EXAMPLE[language] for language in ("uk", "en", "ru")}}
    long["editions"]["uk"] += "\n\nЩе одне речення про міст." * 30
    answer = closed.post("/api/check", long, **KNOWN)
    assert answer.status_code == 413
    assert "letters are too many" in answer.json()["error"]["message"]


PRIVATE = (
    "http://127.0.0.1:{port}/health",
    "http://localhost:{port}/health",
    "http://[::1]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://2130706433:{port}/",
    "http://0x7f000001:{port}/",
    "http://017700000001:{port}/",
    "http://127.1:{port}/",
    "http://0.0.0.0:{port}/",
    "http://169.254.169.254/latest/meta-data/",
    "http://10.0.0.1/",
    "http://192.168.1.1/",
    "http://[fe80::1]/",
    "http://[fd00::1]/",
    "http://[2002:7f00:1::]/",
    "http://user@127.0.0.1:{port}/",
    "https://127.0.0.1:{port}/",
)


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_of_this_machine_and_its_network_are_not_fetched(
    desk: Desk, address: str
) -> None:
    url = address.format(port=desk.port)
    answer = desk.check({"url": url}, {"text": EXAMPLE["uk"]})
    (skipped,) = [each for each in answer["entry"]["skipped"] if url in each["reason"]]
    assert "private network" in skipped["reason"]
    assert answer["sources"][0]["data"] == ""


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://a/b", "gopher://a", "//a/b", "/etc/passwd"]
)
def test_other_addresses_are_none(desk: Desk, url: str) -> None:
    assert desk.post("/api/check", {"editions": [{"url": url}]}).status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "/../setup.cfg",
        "/..%2f..%2fetc/passwd",
        "//etc/passwd",
        "/desk/",
        "/static/../app.py",
        "/%00",
    ],
)
def test_no_path_leads_to_a_file(desk: Desk, path: str) -> None:
    answer = raw(
        desk, f"GET {path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n".encode()
    )
    assert answer.split()[1] in {b"404", b"400"}


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.txt", "/etc/passwd.txt", "C:\\secret\\uk.txt", "a\0b/uk.txt"]
)
def test_the_name_of_a_file_is_a_label_and_opens_nothing(desk: Desk, name: str) -> None:
    answer = desk.check(file(name, EXAMPLE["uk"].encode()), *texts(("en",)))
    shown = answer["article"]["editions"][0]["path"]
    assert "/" not in shown
    assert "\\" not in shown
    assert answer["article"]["editions"][0]["segments"][0][0] in EXAMPLE["uk"]


def test_every_answer_keeps_a_browser_from_doing_more(desk: Desk) -> None:
    for answer in (
        httpx.get(f"{desk.root}/"),
        httpx.get(f"{desk.root}/health"),
        httpx.get(f"{desk.root}/none"),
        desk.post("/api/check", {}),
        desk.post("/api/check?format=html", {"editions": EXAMPLE}),
    ):
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert "server" not in answer.headers
        assert "set-cookie" not in answer.headers


def test_who_asks_too_often_waits() -> None:
    rate = Rate(2.0, 3)
    assert [rate.wait("a", 0.0) for _ in range(4)] == [0.0, 0.0, 0.0, 0.5]
    assert rate.wait("b", 0.0) == 0.0
    assert rate.wait("a", 0.5) == 0.0
    assert rate.wait("a", 0.5) == 0.5


def test_a_client_that_asks_too_often_is_told_when_to_come_again() -> None:
    with serving(Options(limits=Limits(rate=0.01, burst=2))) as slow:
        answers = [httpx.get(f"{slow.root}/health") for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert int(answers[-1].headers["retry-after"]) > 1


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True),
     (EVERYWHERE, False), ("::", False), ("10.0.0.1", False), ("desk.example", False)],
)  # fmt: skip
def test_which_addresses_are_this_machine_alone(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone


def test_others_can_ask_only_with_a_token(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--host", EVERYWHERE]) == 2
    assert "--token-file" in capfd.readouterr().err
    short = tmp_path / "token"
    short.write_text("secret\n")
    assert main(["serve", "--host", EVERYWHERE, "--token-file", str(short)]) == 2
    assert "can be guessed" in capfd.readouterr().err
    assert main(["serve", "--token-file", str(tmp_path / "none")]) == 2
    assert "cannot be read" in capfd.readouterr().err
