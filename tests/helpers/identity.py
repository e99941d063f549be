"""The identity server that a program gets its token from: what a client has, and what the server checks of it."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)

from unimicro_schema.mock import Mock
from unimicro_schema.mock.server import Received

COMPANY = "11111111-2222-3333-4444-555555555555"
CLIENT = {"CLIENT_ID": "my-client", "P12_PASSWORD": "secret"}
"""The variables of the environment that a client knows itself by."""
HOSTS = re.compile(r"https://test(-login)?\.unimicro\.no")
"""The hosts of the API and of its identity server."""


def client(folder: Path) -> rsa.RSAPublicKey:
    """Writes the certificate of a new client to a folder, as the vendor hands it out, and gives the key that it is checked with."""
    key, certificate = _certified("client")
    secret = BestAvailableEncryption(CLIENT["P12_PASSWORD"].encode())
    (folder / "client.p12").write_bytes(
        pkcs12.serialize_key_and_certificates(b"client", key, certificate, None, secret)
    )
    return key.public_key()


def server(folder: Path) -> Path:
    """Writes the key and the certificate of a server that nobody vouches for to a file in a folder."""
    key, certificate = _certified("127.0.0.1")
    file = folder / "server.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    file.write_bytes(secret + certificate.public_bytes(Encoding.PEM))
    return file


def _certified(name: str) -> tuple[rsa.RSAPrivateKey, x509.Certificate]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(subject, subject, key.public_key(), 1, now, now + timedelta(days=1))
    return key, made.sign(key, hashes.SHA256())


def serve_identity(server: Mock) -> None:
    """Makes a mock give tokens and companies too."""
    server.answer_path("POST", "/connect/token", {"access_token": "a.b.c", "expires_in": 3600})
    server.answer_path("GET", "/api/init/companies", [{"Key": COMPANY, "Name": "Testfirma AS", "ID": 1}])


def check_assertion(request: Received, key: rsa.RSAPublicKey, url: str) -> None:
    """Fails unless a request for a token is signed with the key of a client, for this server, and for one minute."""
    form = {name: values[0] for name, values in parse_qs(request.body.decode()).items()}
    assertion = form.pop("client_assertion")
    claims = jwt.decode(assertion, key, algorithms=["RS256"], audience=f"{url}/connect/token")
    name = CLIENT["CLIENT_ID"]
    assert (claims["iss"], claims["sub"], claims["exp"] - claims["iat"]) == (name, name, 60)
    assert form["client_id"] == name
