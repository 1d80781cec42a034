"""What others wrote and we hold our output against: fetched once by pip, kept in target/ci."""

import pathlib
import subprocess
import sys
import tarfile
import zipfile

# The package on PyPI, its version, whether only its source holds the file, and the file.
AXE = ("axe-playwright-python", "0.1.8", False, "axe.min.js")
SARIF = ("sarif-om", "1.0.4", True, "sarif-2.1.0-rtm.4.json")
JUNIT = ("pytest", "9.2.0", True, "junit-10.xsd")


def file(what, folder):
    """The path of the file, after it was fetched if need be."""
    package, version, source, name = what
    kept = folder / name
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        form = ["--no-binary", ":all:"] if source else []
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "-q", "--no-deps", *form, "-d", folder, f"{package}=={version}"],
            check=True, timeout=300,
        )
        archive = next(each for each in folder.iterdir() if each.name.replace("_", "-").startswith(package + "-"))
        kept.write_bytes(content(archive, name))
    return kept


def content(archive, name):
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.read(next(each for each in wheel.namelist() if pathlib.PurePath(each).name == name))
    with tarfile.open(archive) as source:
        member = next(each for each in source if pathlib.PurePath(each.name).name == name)
        return source.extractfile(member).read()
