"""Pages of the web over real connections: what is fetched, what is refused, and why."""

from __future__ import annotations

import pytest

from tests.sites import Answer, serving, zipped
from transcheck.errors import LoadError
from transcheck.sources import web


def test_a_page_comes_unpacked_with_its_encoding_and_last_address() -> None:
    site = {
        "/a": Answer(code=302, Location="/b"),
        "/b": Answer("Харків".encode("cp1251"), Content_Type="text/html; charset=windows-1251"),
        "/zip": zipped("<p>Харків</p>"),
    }
    with serving({**site}) as served:
        found = web.fetch(f"{served.root}/a")
        assert (found.url, found.charset) == (f"{served.root}/b", "windows-1251")
        assert found.data.decode("cp1251") == "Харків"
        assert web.fetch(f"{served.root}/zip").data.decode() == "<p>Харків</p>"
        assert {agent.partition("/")[0] for _, agent in served.asked} == {"transcheck"}


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/absent", r"does not exist \(404\)"),
        ("/403", r"refuses to answer programs \(403\)"),
        ("/500", "answers with the error 500"),
        ("/pdf", "is application/pdf, not a page"),
        ("/loop", "redirects more than"),
        ("/ftp", "which is no page"),
        ("/endless", "is larger than"),
    ],
)
def test_what_is_no_page_says_why(path: str, reason: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "MOST_BYTES", 1_000_000)
    site = {
        "/403": Answer(code=403),
        "/500": Answer(code=500),
        "/pdf": Answer(b"%PDF", Content_Type="application/pdf"),
        "/loop": Answer(code=301, Location="/loop"),
        "/ftp": Answer(code=301, Location="ftp://127.0.0.1/a"),
    }
    with serving({**site}) as served, pytest.raises(LoadError, match=reason) as error:
        web.fetch(f"{served.root}{path}")
    assert f"{served.root}{path}" in error.value.message
    assert error.value.hint


def test_a_page_that_does_not_end_in_time_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "DEADLINE", 0.0)
    with serving({}) as served, pytest.raises(LoadError, match="did not end within"):
        web.fetch(f"{served.root}/endless")


def test_a_busy_server_is_asked_again_and_waits_are_bounded() -> None:
    answers = [Answer(code=503, Retry_After="3600"), Answer(code=503), Answer("<p>Добре</p>")]
    waits: list[float] = []
    with serving({"/a": lambda: answers.pop(0)}) as served:
        assert web.fetch(f"{served.root}/a", pause=waits.append).data
    assert waits == [web.LONGEST_WAIT, 1.0]


def test_nobody_at_an_address_is_an_error_after_some_tries() -> None:
    with serving({}) as served:
        gone = served.root
    waits: list[float] = []
    with pytest.raises(LoadError, match="cannot be reached"):
        web.fetch(gone, pause=waits.append)
    assert len(waits) == web.TRIES - 1


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]",
        "10.0.0.8", "192.168.1.1", "169.254.169.254", "0.0.0.0", "[fe80::1]", "100.64.0.1",  # noqa: S104
    ],
)  # fmt: skip
def test_private_addresses_are_not_contacted(host: str) -> None:
    with serving({"/a": Answer("<p>secret</p>")}) as served:
        port = served.root.rpartition(":")[2]
        with pytest.raises(LoadError, match="private network"):
            web.fetch(f"http://{host}:{port}/a", private=False)
        assert not served.asked


def test_a_redirect_is_looked_at_before_it_is_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"/a": Answer("<p>secret</p>")}) as inner:
        with serving({"/a": Answer(code=302, Location=f"{inner.root}/a")}) as outer:
            known = web._public_address

            def only_outer_is_public(url: str, host: str, port: int) -> str:
                return "127.0.0.1" if outer.root in url else known(url, host, port)

            monkeypatch.setattr(web, "_public_address", only_outer_is_public)
            with pytest.raises(LoadError, match="private network"):
                web.fetch(f"{outer.root}/a", private=False)
        assert not inner.asked


@pytest.mark.parametrize("url", ["http://", "http://[", "http://a:b/", "https:///x"])
def test_no_address_is_an_error(url: str) -> None:
    with pytest.raises(LoadError, match="no address of a page"):
        web.fetch(url)
