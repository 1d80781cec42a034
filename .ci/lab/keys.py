"""DKIM keys by openssl, as the text of TXT records."""

import base64
import subprocess


def _public_key(*options):
    private = subprocess.run(
        ["openssl", "genpkey", "-quiet", "-outform", "DER", "-algorithm", *options],
        capture_output=True, check=True).stdout
    return subprocess.run(
        ["openssl", "pkey", "-inform", "DER", "-pubout", "-outform", "DER"],
        input=private, capture_output=True, check=True).stdout


def _rsa(bits):
    return base64.b64encode(_public_key("RSA", "-pkeyopt", f"rsa_keygen_bits:{bits}")).decode()


def _ed25519():
    return base64.b64encode(_public_key("ED25519")[-32:]).decode()


def quoted(text):
    """A text as character-strings of at most 255 bytes."""
    return " ".join(f'"{text[at:at + 255]}"' for at in range(0, len(text), 255))


def make():
    """What the places in zones.py stand for."""
    rsa2048 = _rsa(2048)
    return {
        "rsa2048": quoted(f"v=DKIM1; k=rsa; p={rsa2048}"),
        "rsa1024": quoted(f"v=DKIM1; k=rsa; p={_rsa(1024)}"),
        "rsa512": quoted(f"v=DKIM1; k=rsa; p={_rsa(512)}"),
        "ed25519": quoted(f"v=DKIM1; k=ed25519; p={_ed25519()}"),
        "testing": quoted(f"v=DKIM1; k=rsa; t=y; p={rsa2048}"),
    }
