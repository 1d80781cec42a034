"""dkimpy and pyspf over the generated mails: peer_dkimpy.py FOLDER SECONDS. See bench/mail."""

import ipaddress
import json
import pathlib
import statistics
import sys
import time

import dkim
import spf


def main():
    folder, seconds = pathlib.Path(sys.argv[1]), float(sys.argv[2])
    index = json.loads((folder / "index.json").read_text())
    zone = index["zone"]
    spf.DNSLookup = lambda name, kind, *rest, **more: answers(zone, name, kind)
    for size in ("2k", "50k", "1m"):
        mails = [(mail, (folder / mail["file"]).read_bytes()) for mail in index["mails"] if mail["size"] == size]
        agree = {"spf": 0, "dkim": 0, "arc": 0, "dmarc": 0}
        for mail, message in mails:
            for name, verdict in verdicts(mail, message, zone).items():
                agree[name] += verdict == mail["expect"][name]
        rates = []
        until = time.process_time() + seconds
        while not rates or time.process_time() < until:
            began = time.process_time()
            for mail, message in mails:
                verdicts(mail, message, zone)
            rates.append(len(mails) / (time.process_time() - began))
        print(json.dumps({"size": size, "rate": statistics.median(rates), "mails": len(mails), "agree": agree}))


def answers(zone, name, kind):
    records = zone.get(name.rstrip(".").lower(), {}).get(kind, [])
    if kind == "TXT":
        return [((name, kind), (record.encode(),)) for record in records]
    if kind == "MX":
        return [((name, kind), (int(record.split()[0]), record.split()[1])) for record in records]
    if kind == "AAAA":
        return [((name, kind), ipaddress.ip_address(record).packed) for record in records]
    return [((name, kind), record) for record in records]


def verdicts(mail, message, zone):
    def txt(name, timeout=5):
        found = zone.get(name.decode().rstrip("."), {}).get("TXT")
        return found[0].encode() if found else None

    said = {"spf": spf.check2(i=mail["ip"], s=mail["from"], h=mail["helo"])[0]}
    verifier = dkim.DKIM(message, minkey=1024)
    domains = []
    signatures = sum(1 for name, _ in verifier.headers if name.lower() == b"dkim-signature")
    for number in range(signatures):
        try:
            if verifier.verify(idx=number, dnsfunc=txt):
                domains.append(verifier.domain.decode())
        except dkim.DKIMException:
            continue
    said["dkim"] = "pass" if domains else "fail" if signatures else "none"
    status = dkim.arc_verify(message, dnsfunc=txt)[0]
    said["arc"] = (status.decode() if isinstance(status, bytes) else str(status)).lower()
    aligned = mail["author"] in domains or (
        said["spf"] == "pass" and mail["from"].endswith("@" + mail["author"]))
    policy = txt(b"_dmarc." + mail["author"].encode())
    said["dmarc"] = "none" if policy is None else "pass" if aligned else "fail"
    return said


if __name__ == "__main__":
    main()
