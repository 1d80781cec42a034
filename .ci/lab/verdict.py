"""The rules: what must hold for every report, and whether one is as its case says."""

import re

CHECKS = {"mx", "inbound-tls", "relay", "spf", "dkim", "dmarc", "reverse-dns", "dns", "ipv6", "tls-rpt", "bimi", "dnsbl", "uribl",
          "dnssec", "dane", "mta-sts"}
EXIT = {"SECURE": 0, "DNS_NEEDS_WORK": 1, "MAIL_SYSTEM_NEEDS_WORK": 2, "DANGEROUS": 3, "UNDETERMINED": 4}
STATUSES = {"PASS", "WARN", "FAIL", "UNDETERMINED", "NOT_APPLICABLE"}
FIELDS = {"schema", "id", "kind", "domain", "startedAt", "finishedAt", "tool", "rules", "grade", "gradeSoFar",
          "provisional", "score", "scoreCoverage", "notTested", "vantage", "outlook", "strictSenders", "checks"}


def findings(report):
    return [finding for check in report["checks"] for finding in check["findings"]]


def failed(report):
    return sorted({finding["code"] for finding in findings(report) if finding["status"] == "FAIL"})


def reasons(report):
    given = {finding.get("arguments", {}).get("reason") for finding in findings(report)
             if finding["status"] == "UNDETERMINED"}
    return given | {entry.get("reason") for entry in report["notTested"]}


# From the worst to the best.
GRADES = ("DANGEROUS", "MAIL_SYSTEM_NEEDS_WORK", "UNDETERMINED", "DNS_NEEDS_WORK", "SECURE")


def exit_code(reports):
    """Of a run that checked these."""
    return EXIT[min((report["grade"] for report in reports), key=GRADES.index)]


def general(report, code=None):
    """What is wrong with any report, whatever it is about."""
    wrong = [f"no field {field}" for field in sorted(FIELDS - report.keys())]
    there = {check["id"] for check in report["checks"]}
    wrong += [f"no check {check}" for check in sorted(CHECKS - there)]
    wrong += [f"{check['id']} has no finding" for check in report["checks"]
              if not check["findings"] and check["status"] != "NOT_APPLICABLE"]
    if code is not None and code != EXIT.get(report["grade"]):
        wrong.append(f"exit code {code} with grade {report['grade']}")
    for finding in findings(report):
        wrong += _of_finding(finding)
    return list(dict.fromkeys(wrong))


def _of_finding(finding):
    code = finding["code"]
    if finding["status"] not in STATUSES:
        yield f"{code} has status {finding['status']}"
    if not finding["message"].strip() or f"{code}.message" == finding["message"] or _hole(finding):
        yield f"{code}: message {finding['message']!r}"
    if finding["status"] != "PASS" and not finding.get("fix", {}).get("text"):
        yield f"{code} has no fix"


def _hole(finding):
    """A place in a template that nothing was put in."""
    given = " ".join(map(str, finding.get("arguments", {}).values()))
    return any(hole not in given for hole in re.findall(r"\{[A-Za-z]+\}", finding["message"]))


def of_case(report, case):
    """What is otherwise than the case says."""
    wrong = []
    seen = {finding["code"] for finding in findings(report)}
    if case.grade and report["grade"] != case.grade:
        wrong.append(f"grade {report['grade']}, not {case.grade}; {_undetermined(report)}")
    if sorted(case.fails) != failed(report):
        wrong.append(f"FAIL: {failed(report) or 'none'}, not {sorted(case.fails) or 'none'}")
    for code in case.codes:
        if not any(each.startswith(code) for each in seen):
            wrong.append(f"no {code}")
    for prefix in case.absent:
        wrong += [f"{code} is there" for code in sorted(seen) if code.startswith(prefix)]
    for reason in case.reasons:
        if reason not in reasons(report):
            wrong.append(f"no reason {reason}, only {sorted(filter(None, reasons(report)))}")
    for field, value in (("port25", case.port25), ("resolver", case.resolver)):
        if value and report["vantage"].get(field) != value:
            wrong.append(f"vantage.{field} is {report['vantage'].get(field)}, not {value}")
    return wrong


def _undetermined(report):
    return "UNDETERMINED: " + ", ".join(
        f"{finding['code']}({finding.get('arguments', {}).get('reason', '')})"
        for finding in findings(report)
        if finding["status"] == "UNDETERMINED" and finding["level"] != "OPTIONAL")


# Escape sequences, other control characters, and those that turn the direction of text.
def unprintable(text):
    """The characters of a text that no terminal should get, but for line ends."""
    return sorted({
        f"U+{ord(char):04X}" for char in text
        if (ord(char) < 0x20 and char != "\n") or 0x7F <= ord(char) <= 0x9F
        or char in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"})
