"""A private certificate authority by openssl, and the leaves that the mail hosts show."""

import datetime
import hashlib
import pathlib
import shutil
import subprocess

CONFIG = """
[ca]
default_ca = lab
[lab]
database = {folder}/index
new_certs_dir = {folder}
rand_serial = yes
unique_subject = no
policy = any
default_md = sha256
copy_extensions = copy
[any]
commonName = supplied
[req]
distinguished_name = name
prompt = no
[name]
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[leaf]
basicConstraints = CA:FALSE
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
"""

EC = ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
DAY = datetime.timedelta(days=1)


class Authority:
    """Makes PEM files in a folder: NAME.pem with the chain to show, NAME.key, and root.pem."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True)
        self.now = datetime.datetime.now(datetime.timezone.utc)
        (self.folder / "index").touch()
        self.config = self.folder / "openssl.cnf"
        self.config.write_text(CONFIG.format(folder=self.folder))
        self._authority("root", "Lab Root CA")
        self._authority("strangers", "Strangers' Root CA")
        self._authority("middle", "Lab Intermediate CA", signer="root")

    @property
    def root(self):
        return self.folder / "root.pem"

    def chain(self, name):
        return self.folder / f"{name}.pem"

    def key(self, name):
        return self.folder / f"{name}.key"

    def make_leaves(self, names):
        """All kinds of certificates; names are those that a good one is for."""
        self._leaf("good", names)
        self._leaf("expired", names, end=-2 * DAY)
        self._leaf("othername", ["mail.elsewhere.example"])
        self._leaf("rsa1024", names, key=["rsa", "-pkeyopt", "rsa_keygen_bits:1024"])
        self._leaf("sha1", names, digest="sha1")
        self._leaf("strangeca", names, signer="strangers")
        with self.chain("strangeca").open("a") as file:
            file.write(self.chain("strangers").read_text())
        self._leaf("incomplete", names, signer="middle")
        self._leaf("selfsigned", names, signer=None)
        self._leaf("snakeoil", ["localhost"], signer=None, key=["rsa", "-pkeyopt", "rsa_keygen_bits:2048"])

    def pins(self):
        """What the places in TLSA records stand for: digests of public keys and of authorities."""
        pins = {}
        for name in ("good", "expired", "selfsigned"):
            key = self._der("pkey", "-in", self.key(name), "-pubout")
            pins[f"key:{name}"] = hashlib.sha256(key).hexdigest()
            pins[f"key512:{name}"] = hashlib.sha512(key).hexdigest()
        certificate = self._der("x509", "-in", self.chain("strangers"))
        return {**pins, "authority:strangers": hashlib.sha256(certificate).hexdigest()}

    @staticmethod
    def _der(*arguments):
        return subprocess.run(
            [shutil.which("openssl"), *map(str, arguments), "-outform", "DER"],
            capture_output=True, check=True).stdout

    def _authority(self, name, subject, signer=None):
        self._request(name, EC, subject, [])
        self._sign(name, signer, "authority", -1000 * DAY, 3650 * DAY, "sha256")

    def _leaf(self, name, names, signer="root", key=None, end=None, digest="sha256"):
        self._request(name, key or EC, names[0], names)
        self._sign(name, signer, "leaf", -100 * DAY, end or 200 * DAY, digest)

    def _request(self, name, key, subject, names):
        kind, *options = key
        self._openssl("genpkey", "-quiet", "-algorithm", kind, *options, "-out", self.key(name))
        san = ",".join(f"DNS:{each}" for each in names)
        self._openssl(
            "req", "-new", "-config", self.config, "-key", self.key(name), "-subj", f"/CN={subject}",
            *(["-addext", f"subjectAltName={san}"] if names else []), "-out", self.folder / f"{name}.csr")

    def _sign(self, name, signer, extensions, begin, end, digest):
        own = ["-selfsign", "-keyfile", self.key(name)]
        others = ["-cert", self.chain(signer or ""), "-keyfile", self.key(signer or "")]
        self._openssl(
            "ca", "-batch", "-notext", "-config", self.config, "-extensions", extensions, "-md", digest,
            "-startdate", self._time(begin), "-enddate", self._time(end),
            *(others if signer else own), "-in", self.folder / f"{name}.csr", "-out", self.chain(name))

    def _time(self, offset):
        return (self.now + offset).strftime("%Y%m%d%H%M%SZ")

    @staticmethod
    def _openssl(*arguments):
        done = subprocess.run(
            [shutil.which("openssl"), *map(str, arguments)], capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"openssl {arguments[0]}: {done.stderr}")
