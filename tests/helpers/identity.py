"""The identity server that a program gets its token from: what a client has, and what the server checks of it."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs

import jwt
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12

from unimicro_schema.mock import Mock
from unimicro_schema.mock.server import Received

COMPANY = "11111111-2222-3333-4444-555555555555"
CLIENT = {"CLIENT_ID": "my-client", "P12_PASSWORD": "secret"}
"""The variables of the environment that a client knows itself by."""
HOSTS = re.compile(r"https://test(-login)?\.unimicro\.no")
"""The hosts of the API and of its identity server."""


def client(folder: Path) -> rsa.RSAPublicKey:
    """Writes the certificate of a new client to a folder, as the vendor hands it out, and gives the key that it is checked with."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "client")])
    now = datetime.now(UTC)
    certificate = x509.CertificateBuilder(subject, subject, key.public_key(), 1, now, now + timedelta(days=1)).sign(
        key, hashes.SHA256()
    )
    secret = BestAvailableEncryption(CLIENT["P12_PASSWORD"].encode())
    (folder / "client.p12").write_bytes(
        pkcs12.serialize_key_and_certificates(b"client", key, certificate, None, secret)
    )
    return key.public_key()


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
