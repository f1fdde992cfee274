"""Keys that sign tokens, for the tests of whoever checks them."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ec import SECP384R1, EllipticCurvePrivateKey, generate_private_key
from jwt.algorithms import ECAlgorithm


@dataclass
class Signer:
    """An issuer's key, `kid` its id."""

    kid: str = "k1"
    key: EllipticCurvePrivateKey = field(default_factory=lambda: generate_private_key(SECP384R1()))

    def jwks(self) -> dict[str, Any]:
        """Return the key's public half, as a JWK set."""
        public = ECAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return {"keys": [{**public, "kid": self.kid, "use": "sig", "alg": "ES384"}]}

    def write_jwks(self, folder: Path) -> Path:
        """Return a file that holds the JWK set."""
        path = folder / f"{self.kid}.json"
        path.write_text(json.dumps(self.jwks()))
        return path

    def sign(self, claims: dict[str, Any], **header: Any) -> str:
        """Return a token."""
        return jwt.encode(claims, self.key, "ES384", headers={"kid": self.kid, **header})
