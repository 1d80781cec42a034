"""Runs the cases and scenarios, and prints a line for each."""

import concurrent.futures
import json
import pathlib
import threading

import cases
import command
import proposals
import scenarios
import verdict

# Runs that mostly wait, and the rest, which keep the processors busy.
WAITING, BUSY = 12, 3
# Domains that one run checks, as somebody does who looks after many: a start of Java for each would
# take most of the time.
TOGETHER = 12
SHOWN = 8


class Suite:
    """One run over the lab."""

    def __init__(self, folder, arguments, patterns):
        self.folder = pathlib.Path(folder)
        self.mailcheck = command.Mailcheck(self.folder, arguments)
        self.patterns = patterns
        self.passed = 0
        self.failed = 0
        self.proposals = {}
        self.lock = threading.Lock()

    def run(self):
        """True where all is as it should be."""
        for name, scenario in scenarios.ALONE.items():
            self._one(name, scenario)
        slow = runs(self._wanted_of(cases.HOSTILE), 1)
        rest = runs(self._wanted_of(case for case in cases.CHECKS if case not in cases.HOSTILE), TOGETHER)
        with concurrent.futures.ThreadPoolExecutor(WAITING) as waiting:
            with concurrent.futures.ThreadPoolExecutor(BUSY) as busy:
                tasks = [waiting.submit(self._run, run) for run in slow]
                tasks += [busy.submit(self._run, run) for run in rest]
                tasks += [busy.submit(self._one, *each) for each in scenarios.TOGETHER.items()]
                for task in tasks:
                    task.result()
        with concurrent.futures.ThreadPoolExecutor(BUSY) as busy:
            list(busy.map(self._publish, proposals.rounds(self.proposals, TOGETHER)))
        print(f"{self.passed} passed, {self.failed} failed", flush=True)
        return self.failed == 0

    def _wanted(self, name):
        return not self.patterns or any(pattern in name for pattern in self.patterns)

    def _wanted_of(self, some):
        return [case for case in some if self._wanted(case.name)]

    def _one(self, name, scenario):
        if not self._wanted(name):
            return
        try:
            wrong = scenario(self)
        except Exception as error:  # the suite goes on, whatever one case does
            wrong = [f"{type(error).__name__}: {error}"]
        self._tell(name, wrong)

    def _tell(self, name, wrong):
        with self.lock:
            self.passed += not wrong
            self.failed += bool(wrong)
            print(f"{'FAILED' if wrong else 'ok'}: {name}", flush=True)
            for each in wrong[:SHOWN]:
                print(f"    {each}", flush=True)
            if wrong[SHOWN:]:
                print(f"    and {len(wrong) - SHOWN} more", flush=True)

    def _run(self, run):
        """One start of the program, which checks a domain for each list of cases."""
        names = [case.name for each in run for case in each]
        result, reports = self._checked(names, [each[0].domain for each in run], run[0][0].args)
        for each, report in zip(run, reports):
            for case in each:
                self._judge(case, result, report)

    def _checked(self, names, domains, args):
        """What a start of the program said; a fault of the run is one of all it was to show."""
        try:
            return self._reports(domains, args)
        except Exception as error:  # the suite goes on, whatever one run does
            for name in names:
                self._tell(name, [f"{type(error).__name__}: {error}"])
            return None, []

    def _reports(self, domains, args):
        result = self.mailcheck.run(*domains, *args, "--json", "--quiet")
        wrong = result.wrong()
        reports = [] if wrong else result.reports()
        if not wrong and len(reports) != len(domains):
            wrong = [f"{len(reports)} reports on {len(domains)} domains"]
        if not wrong and result.code != verdict.exit_code(reports):
            wrong = [f"exit code {result.code} with {[report['grade'] for report in reports]}"]
        if wrong:
            raise AssertionError("; ".join(wrong))
        return result, reports

    def _judge(self, case, result, report):
        self._keep(case, json.dumps(report, ensure_ascii=False))
        with self.lock:
            self.proposals.update(proposals.of(report, case.args))
        wrong = [f"took {result.seconds:.1f} s"] if result.seconds > case.seconds + 2 else []
        self._tell(case.name, wrong + verdict.general(report) + verdict.of_case(report, case))

    def _publish(self, proposed):
        """One start of the program, with all these records as if published."""
        words = [word for each in proposed for word in ("--with", each.line())]
        _, reports = self._checked(
            [each.name for each in proposed], [each.domain for each in proposed], (*proposed[0].args, *words))
        for each, report in zip(proposed, reports):
            self._tell(each.name, each.wrong(report))

    def _keep(self, case, text):
        (self.folder / "reports").mkdir(exist_ok=True)
        name = "".join(char if char.isalnum() else "-" for char in case.name)
        (self.folder / "reports" / f"{name}.json").write_text(text, errors="surrogateescape")


def runs(some, most):
    """Cases by the run that serves them: those with one set of options together, a domain once."""
    runs = []
    by_options = {}
    for case in some:
        by_options.setdefault((case.args, case.seconds, case.name if odd(case) else None), {}).setdefault(
            case.domain, []).append(case)
    for domains in by_options.values():
        each = list(domains.values())
        runs += [each[at:at + most] for at in range(0, len(each), most)]
    return runs


def odd(case):
    """What is not typed as a domain is written, or has a time of its own."""
    return case.seconds != 60 or not all(char.isascii() and (char.isalnum() or char in "-.") for char in case.domain)
