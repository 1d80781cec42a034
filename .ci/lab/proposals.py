"""The records that reports propose: published, each makes its finding go away."""

import dataclasses

import verdict

# What every domain that lacks it is told alike.
ALIKE = {"MTA_STS_ABSENT"}


@dataclasses.dataclass(frozen=True)
class Proposal:
    """A record that was proposed for a finding."""

    name: str
    report: dict
    args: tuple
    finding: dict
    record: dict

    @property
    def domain(self):
        return self.report["domain"]

    def line(self):
        return f"{self.record['name']} {self.record['type']} {self.record['value']}"

    def wrong(self, report):
        """What is left of the finding in a report on the domain with the record."""
        return [f"still {each['code']} on {each.get('subject')} with {self.line()[:200]}"
                for each in verdict.findings(report) if self._is_it(each)]

    def _is_it(self, other):
        """Of several faults of one kind at one place, a record may mend one: the words tell."""
        alike = [each for each in verdict.findings(self.report) if _place(each) == _place(self.finding)]
        return _place(other) == _place(self.finding) and (
            len(alike) == 1 or other.get("arguments") == self.finding.get("arguments"))


def of(report, args):
    """Those of a report, by name."""
    for finding in verdict.findings(report):
        record = finding.get("fix", {}).get("record")
        if record:
            name = f"--with: {_which(report, finding, record)}"
            yield name, Proposal(name, report, args, finding, record)


def _which(report, finding, record):
    if finding["code"] in ALIKE:
        return finding["code"]
    detail = " ".join(finding.get("arguments", {}).values())[:40]
    return f"{report['domain']} {finding['code']} {detail}: {record['name']} {record['type']}"


def rounds(proposals, most):
    """By the run that tries them: one set of options, and one record of a domain at a time."""
    rounds = []
    for each in proposals.values():
        for tried in rounds:
            if len(tried) < most and tried[0].args == each.args and all(
                    other.domain != each.domain and other.record["name"] != each.record["name"] for other in tried):
                tried.append(each)
                break
        else:
            rounds.append([each])
    return rounds


def _place(finding):
    return finding["code"], finding.get("subject")
