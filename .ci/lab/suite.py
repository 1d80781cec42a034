"""Runs the cases and scenarios, and prints a line for each."""

import concurrent.futures
import pathlib
import threading

import cases
import command
import scenarios
import verdict

# Cases that mostly wait, and the rest, which keep the processors busy.
WAITING, BUSY = 12, 3
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
        slow = {case.name: self._check(case) for case in cases.HOSTILE}
        rest = {case.name: self._check(case) for case in cases.CHECKS if case.name not in slow}
        with concurrent.futures.ThreadPoolExecutor(WAITING) as waiting:
            with concurrent.futures.ThreadPoolExecutor(BUSY) as busy:
                tasks = [waiting.submit(self._one, *each) for each in slow.items()]
                tasks += [busy.submit(self._one, *each) for each in {**rest, **scenarios.TOGETHER}.items()]
                for task in tasks:
                    task.result()
        with concurrent.futures.ThreadPoolExecutor(BUSY) as busy:
            list(busy.map(lambda each: self._one(*each), self.proposals.items()))
        print(f"{self.passed} passed, {self.failed} failed", flush=True)
        return self.failed == 0

    def _wanted(self, name):
        return not self.patterns or any(pattern in name for pattern in self.patterns)

    def _one(self, name, scenario):
        if not self._wanted(name):
            return
        try:
            wrong = scenario(self)
        except Exception as error:  # the suite goes on, whatever one case does
            wrong = [f"{type(error).__name__}: {error}"]
        with self.lock:
            self.passed += not wrong
            self.failed += bool(wrong)
            print(f"{'FAILED' if wrong else 'ok'}: {name}", flush=True)
            for each in wrong[:SHOWN]:
                print(f"    {each}", flush=True)
            if wrong[SHOWN:]:
                print(f"    and {len(wrong) - SHOWN} more", flush=True)

    def _check(self, case):
        def scenario(suite):
            result = self.mailcheck.run(case.domain, *case.args, "--json", "--quiet")
            wrong = result.wrong()
            if wrong:
                return wrong
            report = result.reports()[0]
            self._keep(case, result.out)
            with self.lock:
                self.proposals.update(scenarios.proposed(report, case.args))
            if result.seconds > case.seconds + 2:
                wrong.append(f"took {result.seconds:.1f} s")
            return wrong + verdict.general(report, result.code) + verdict.of_case(report, case)
        return scenario

    def _keep(self, case, text):
        (self.folder / "reports").mkdir(exist_ok=True)
        name = "".join(char if char.isalnum() else "-" for char in case.name)
        (self.folder / "reports" / f"{name}.json").write_text(text, errors="surrogateescape")
