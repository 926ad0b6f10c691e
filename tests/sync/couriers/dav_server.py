"""A WebDAV server of its own process; it also does wrong when a file in its folder tells it to.

The file `fault` beside the served box names what: `500`, `507`, `403`, `cut` (what is sent is kept
only in half, and called good), `long` (a file is told twice as long as it is), `endless` (a file
that never ends), `other` (another content than was sent), `dies` (the process ends).
"""

import json
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

told = json.loads(sys.argv[1])
FAULT = Path(told["folder"]) / "fault"
STATUS = {"500": "500 Internal Server Error", "507": "507 Insufficient Storage"}
ENDLESS = 4000


def wrong(app: Any) -> Any:
    """Return the app that does wrong while it is told to."""

    def serve(environ: dict[str, Any], start: Any) -> Any:
        fault = FAULT.read_text() if FAULT.exists() else ""
        method = environ["REQUEST_METHOD"]
        if fault == "dies" and method == "PUT":
            environ["wsgi.input"].read(1000)
            os._exit(1)
        if method == "PUT" and fault in {*STATUS, "403"}:
            environ["wsgi.input"].read()
            start(STATUS.get(fault, "403 Forbidden"), [("Content-Length", "0")])
            return [b""]
        if method == "PUT" and fault in {"cut", "other"}:
            return kept_wrongly(environ, start, fault)
        if method == "GET" and fault == "endless":
            start("200 OK", [("Content-Type", "application/octet-stream")])
            return (b"0" * 100_000 for _ in range(ENDLESS))
        if method == "PROPFIND" and fault == "long":
            return lengthened(app, environ, start)
        return app(environ, start)

    return serve


def kept_wrongly(environ: dict[str, Any], start: Any, fault: str) -> list[bytes]:
    """Keep something else than was sent, and call it good."""
    content = environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
    path = Path(told["folder"]) / environ["PATH_INFO"].lstrip("/")
    half = len(content) // 2
    path.write_bytes(content[:half] + (bytes(len(content) - half) if fault == "other" else b""))
    start("201 Created", [("Content-Length", "0")])
    return [b""]


def lengthened(app: Any, environ: dict[str, Any], start: Any) -> list[bytes]:
    """Tell that everything is a byte longer than it is."""
    kept: list[Any] = []
    body = b"".join(app(environ, lambda *words: kept.append(words)))
    body = body.replace(b"<D:getcontentlength>", b"<D:getcontentlength>9")
    body = body.replace(b"<ns0:getcontentlength>", b"<ns0:getcontentlength>9")
    status, headers = kept[0][:2]
    start(status, [(n, str(len(body)) if n == "Content-Length" else v) for n, v in headers])
    return [body]


config = {
    "provider_mapping": {"/": told["folder"]},
    "simple_dc": {"user_mapping": {"*": {told["user"]: {"password": told["secret"]}}}},
    "http_authenticator": {
        "accept_basic": True,
        "accept_digest": False,
        "default_to_digest": False,
    },
    "verbose": 0,
    "logging": {"enable": False},
}
server = import_module("cheroot.wsgi").Server(
    ("127.0.0.1", told["port"]), wrong(import_module("wsgidav.wsgidav_app").WsgiDAVApp(config))
)
server.start()
