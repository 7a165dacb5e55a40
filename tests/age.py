"""age files by the letter of its specification, without the library that the program uses.

It proves that what the program seals can be read by others, and it writes slots whose passphrase
is tried in a millisecond: an age file states its own work factor, and the program makes it take a
second on purpose (https://age-encryption.org/v1, sections "The scrypt recipient type" and
"Payload").
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

QUICK = 4
"""A work factor for tests: 2 to its power."""

_CHUNK = 65_536
_LABEL = b"age-encryption.org/v1/scrypt"
_BEGIN, _END = "-----BEGIN AGE ENCRYPTED FILE-----", "-----END AGE ENCRYPTED FILE-----"


def encrypt(content: bytes, passphrase: str, *, armored: bool = True) -> bytes:
    """Seal something so that a passphrase opens it, fast."""
    file_key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(16)
    body = _box(_wrapping_key(passphrase, salt, QUICK)).encrypt(bytes(12), file_key, None)
    header = (
        f"age-encryption.org/v1\n-> scrypt {_base64(salt)} {QUICK}\n{_base64(body)}\n---"
    ).encode()
    mac = hmac.digest(_derived(file_key, b"header", b""), header, "sha256")
    sealed = header + f" {_base64(mac)}\n".encode() + nonce
    stream = _box(_derived(file_key, b"payload", nonce))
    for number, start in enumerate(range(0, max(1, len(content)), _CHUNK)):
        last = start + _CHUNK >= len(content)
        sealed += stream.encrypt(_counter(number, last), content[start : start + _CHUNK], None)
    return _armored(sealed) if armored else sealed


def decrypt(sealed: bytes, passphrase: str) -> bytes:
    """Return what a passphrase opens."""
    if sealed.startswith(_BEGIN.encode()):
        sealed = base64.b64decode(b"".join(sealed.splitlines()[1:-1]))
    found = re.match(rb"age-encryption.org/v1\n-> scrypt (\S+) (\d+)\n(\S+)\n--- (\S+)\n", sealed)
    assert found, "no age file for a passphrase"
    salt, work, body, mac = _raw(found[1]), int(found[2]), _raw(found[3]), _raw(found[4])
    file_key = _box(_wrapping_key(passphrase, salt, work)).decrypt(bytes(12), body, None)
    header = sealed[: sealed.index(b"---") + 3]
    assert mac == hmac.digest(_derived(file_key, b"header", b""), header, "sha256")
    nonce, payload = sealed[found.end() :][:16], sealed[found.end() + 16 :]
    stream = _box(_derived(file_key, b"payload", nonce))
    step = _CHUNK + 16
    return b"".join(
        stream.decrypt(
            _counter(number, start + step >= len(payload)), payload[start : start + step], None
        )
        for number, start in enumerate(range(0, len(payload), step))
    )


def _wrapping_key(passphrase: str, salt: bytes, work: int) -> bytes:
    return hashlib.scrypt(
        passphrase.encode(), salt=_LABEL + salt, n=2**work, r=8, p=1, maxmem=2**31 - 1, dklen=32
    )


def _derived(key: bytes, info: bytes, salt: bytes) -> bytes:
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=salt, info=info).derive(key)


def _box(key: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(key)


def _counter(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode().rstrip("=")


def _raw(data: bytes) -> bytes:
    return base64.b64decode(data + b"=" * (-len(data) % 4))


def _armored(sealed: bytes) -> bytes:
    text = base64.b64encode(sealed).decode()
    lines = [text[place : place + 64] for place in range(0, len(text), 64)]
    return "\n".join((_BEGIN, *lines, _END, "")).encode()
