"""Makes the reports that are looked at: of the sample world, and of a domain that attacks its reader."""

import json
import os
import pathlib
import subprocess

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
LANGUAGES = ["en", "ja"]

# Every shape of a report: in order, at fault in many ways, half judged, no such name, several domains.
SAMPLES = {
    "sound": ["demo", "sound"],
    "weak-tls": ["demo", "weak-tls"],
    "broken-spf": ["demo", "broken-spf"],
    "busy": ["demo", "busy"],
    "gone": ["demo", "gone"],
    "several": ["demo", "sound", "weak-tls", "forgeable", "busy", "gone", "xn--r8jz45g", "parked"],
}

MARKUP = "</details></main><script>alert(1)</script><img src=x onerror=alert(2)>\"'><style>*{color:red}</style>"
# A zone file has a character for a byte.
TURNED = "\u202egnp.exe\u2066 [bank](http://evil.example) =cmd|' /C calc'!A0 %{i}".encode().decode("latin-1")

# Those whose other forms are read as well: many findings, several domains, an attacker.
OTHER_FORMS = ["weak-tls", "several", "hostile"]


def hostile_zone():
    """Whatever a zone can say, said by someone who means its reader harm."""
    return {
        "evil.example": {
            "MX": ["10 mx.evil.example."],
            "A": ["192.0.2.66"],
            "NS": ["ns.evil.example."],
            "TXT": ["v=spf1 include:" + MARKUP + " -all", "v=spf1 " + TURNED, MARKUP * 300, TURNED],
        },
        "mx.evil.example": {"A": ["192.0.2.66"]},
        "_dmarc.evil.example": {"TXT": ["v=DMARC1; p=" + MARKUP + "; rua=mailto:" + TURNED]},
        "_smtp._tls.evil.example": {"TXT": ["v=TLSRPTv1; rua=" + MARKUP]},
        "default._bimi.evil.example": {"TXT": ["v=BIMI1; l=javascript:alert(3); a=" + MARKUP]},
        "selector1._domainkey.evil.example": {"TXT": ["v=DKIM1; n=" + TURNED + "; p=" + MARKUP]},
        "66.2.0.192.in-addr.arpa": {"PTR": ["mx.evil.example."]},
    }


def make(folder):
    """The arguments of each report by its name; the hostile one needs its zone in the folder."""
    zone = folder / "hostile.json"
    zone.write_text(json.dumps(hostile_zone()))
    return {**SAMPLES, "hostile": ["evil.example", "--zone", str(zone)]}


def written(arguments, form, language, file):
    """Runs the command; the grade's exit code is no fault here."""
    run = subprocess.run(
        [PROJECT / "mailcheck", *arguments, "--format", form, "--lang", language, "--quiet", "--output", file],
        capture_output=True, text=True, timeout=120, check=False,
        env={**os.environ, "XDG_CONFIG_HOME": str(file.parent)},
    )
    if run.returncode not in range(5) or run.stderr:
        raise RuntimeError(f"{arguments} {form}: ended with {run.returncode}: {run.stderr}")
    return file
