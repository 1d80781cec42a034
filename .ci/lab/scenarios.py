"""What takes more than one check, or more than a look at one report."""

import json
import pathlib
import re
import socket
import subprocess

import cases
import packets
import places
import verdict

KEY = cases.KEY
TIMES = {"id", "startedAt", "finishedAt", "elapsedMillis"}


def _without_times(value):
    if isinstance(value, dict):
        return {name: _without_times(each) for name, each in value.items() if name not in TIMES}
    return [_without_times(each) for each in value] if isinstance(value, list) else value


def no_packet(domain, code):
    """Without --allow-private-targets, nothing goes to an address of the lab but to the resolver."""
    def scenario(suite):
        public_only = [word for word in suite.mailcheck.arguments if word != "--allow-private-targets"]
        with packets.Packets() as seen:
            result = suite.mailcheck.run(*public_only, domain, *KEY, "--json", "--quiet", lab=False)
        wrong = result.wrong() or verdict.general(result.reports()[0], result.code)
        wrong += [f"packet: {each}" for each in sorted(seen.seen)]
        if not wrong and code not in {each["code"] for each in verdict.findings(result.reports()[0])}:
            wrong.append(f"no {code}")
        return wrong
    return scenario


def packets_are_seen(suite):
    """The counter of the case above counts."""
    with packets.Packets() as seen:
        suite.mailcheck.run("sound.test", "--json", "--quiet")
    heard = " ".join(seen.seen)
    return [] if "127.0.25.11 25" in heard and "127.0.53.11 53" in heard else [f"only {heard}"]


MAX_QUESTIONS = 300


def few_questions(suite):
    """However much a domain's SPF asks for."""
    with packets.Packets() as seen:
        result = suite.mailcheck.run("spfbomb.test", "--json", "--quiet")
    wrong = result.wrong() or verdict.general(result.reports()[0], result.code)
    if not wrong and "SPF_TOO_MANY_LOOKUPS" not in verdict.failed(result.reports()[0]):
        wrong.append("no SPF_TOO_MANY_LOOKUPS")
    if not 20 < seen.questions <= MAX_QUESTIONS:
        wrong.append(f"{seen.questions} questions")
    return wrong


def in_time(limit, *words):
    """--timeout ends the check, and the report is whole."""
    def scenario(suite):
        result = suite.mailcheck.run(*words, "--timeout", "3", "--json", "--quiet")
        wrong = result.wrong() or verdict.general(result.reports()[0], result.code)
        if not wrong and verdict.failed(result.reports()[0]):
            wrong.append(f"FAIL: {verdict.failed(result.reports()[0])}")
        if result.seconds > limit:
            wrong.append(f"took {result.seconds:.1f} s")
        return wrong
    return scenario


def replayed(domain, *words):
    """A recorded check gives the same report without any network."""
    def scenario(suite):
        file = suite.folder / f"{domain}.recording"
        live = suite.mailcheck.run(domain, *words, "--record", str(file), "--json", "--quiet")
        again = suite.mailcheck.run(
            "--replay", str(file), "--json", "--quiet", before=("unshare", "--net"), lab=False)
        wrong = live.wrong() + again.wrong()
        if wrong:
            return wrong
        first, second = (_without_times(result.reports()[0]) for result in (live, again))
        wrong = [] if live.code == again.code else [f"exit code {live.code}, then {again.code}"]
        return wrong + [f"differs: {each}" for each in _differences(first, second)][:5]
    return scenario


def _differences(one, other, path=""):
    if isinstance(one, dict) and isinstance(other, dict):
        for name in sorted(one.keys() | other.keys()):
            yield from _differences(one.get(name), other.get(name), f"{path}.{name}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for index, (left, right) in enumerate(zip(one, other)):
            yield from _differences(left, right, f"{path}[{index}]")
    elif one != other:
        yield f"{path}: {json.dumps(one)[:150]} / {json.dumps(other)[:150]}"


def exit_code(expected, *words):
    def scenario(suite):
        result = suite.mailcheck.run(*words, "--json", "--quiet")
        return [] if result.code == expected else [f"exit code {result.code}, not {expected}"]
    return scenario


def without_ipv6(suite):
    """AAAA that nobody can try from here is nobody's fault."""
    route = ("ip", "-6", "route", "{}", "default", "dev", "lo")
    subprocess.run([word.format("del") for word in route], check=True)
    try:
        result = suite.mailcheck.run("v6dead.test", *KEY, "--json", "--quiet")
    finally:
        subprocess.run([word.format("add") for word in route], check=True)
    return result.wrong() or [f"FAIL: {code}" for code in verdict.failed(result.reports()[0])]


def anchored(suite):
    """The DS of the root does as well as its DNSKEY."""
    anchor = _value(suite.mailcheck.arguments, "--trust-anchor")
    return _sound_without(suite, "validating", "--trust-anchor", str(pathlib.Path(anchor).with_suffix(".ds")))


def otherwise_anchored(suite):
    """Where our anchor does not fit the root, everything else is judged all the same."""
    return _sound_without(suite, None, "--trust-anchor")


def without_ca(suite):
    """A certificate of a CA that nobody knows is a warning, as long as nothing makes senders look."""
    return _sound_without(suite, "validating", "--ca-file")


def _value(arguments, option):
    return arguments[arguments.index(option) + 1]


def _sound_without(suite, resolver, option, *replacement):
    """sound.test without an option of the lab, or with another value of it."""
    at = suite.mailcheck.arguments.index(option)
    kept = suite.mailcheck.arguments[:at] + suite.mailcheck.arguments[at + 2:]
    instead = (option, *replacement) if replacement else ()
    result = suite.mailcheck.run(*kept, *instead, "sound.test", *KEY, "--json", "--quiet", lab=False)
    case = cases.Case("", "sound.test", cases.SECURE, resolver=resolver)
    return result.wrong() or (
        verdict.general(result.reports()[0], result.code) + verdict.of_case(result.reports()[0], case))


def several(suite):
    """JSON lines in the order of the domains, and the worst exit code."""
    domains = ["nullmx.test", "plain.test", "sound.test"]
    result = suite.mailcheck.run(*domains, *KEY, "--json", "--quiet")
    wrong = result.wrong()
    if not wrong:
        reports = result.reports()
        if [report["domain"] for report in reports] != domains:
            wrong.append(f"reports on {[report['domain'] for report in reports]}")
        wrong += [each for report in reports for each in verdict.general(report)]
        if result.code != 2:
            wrong.append(f"exit code {result.code}, not 2")
    return wrong


def refused(words, named):
    """Bad input: 64, one line that names it, nothing else, no packet."""
    def scenario(suite):
        result = suite.mailcheck.run(*words)
        lines = result.err.splitlines()
        wrong = [] if result.code == 64 else [f"exit code {result.code}, not 64"]
        if result.out or len(lines) != 1:
            wrong.append(f"{len(lines)} lines on standard error, {len(result.out)} characters on standard output")
        if named[:60] not in result.err:
            wrong.append(f"does not name {named[:60]!r}: {result.err.strip()[:200]}")
        return wrong
    return scenario


def clean_text(lang, *words):
    """Nothing of the target's reaches a terminal as anything but text; not a terminal here."""
    def scenario(suite):
        result = suite.mailcheck.run("hostile.test", "--selector", "other", "--lang", lang, *words)
        found = verdict.unprintable(result.out) + verdict.unprintable(result.err)
        return result.wrong() + ([f"characters {', '.join(found)}"] if found else [])
    return scenario


# What our own output on a terminal may have besides text: colours, and going back to redraw a line.
OURS = re.compile(r"\x1b\[[0-9;]*[mK]|\r")


def clean_terminal(suite):
    shown = suite.mailcheck.on_terminal("hostile.test", "--selector", "other", "--verbose")
    found = verdict.unprintable(OURS.sub("", shown))
    wrong = [f"characters {', '.join(found)}"] if found else []
    if "\x1b[5m" in shown or "hostile.test" not in shown:
        wrong.append("not what a report looks like")
    return wrong


def begins(start, *words):
    """Contract, section 3: what the text says first where something is not known."""
    def scenario(suite):
        result = suite.mailcheck.run(*words, "--lang", "en", "--quiet")
        first = " ".join(result.out.split())
        return result.wrong() + ([] if first.startswith(start) else [f"begins {first[:200]!r}"])
    return scenario


def masked(suite):
    """Our own address, which the mail host says in its reply, stays ours."""
    result = suite.mailcheck.run("listed.test", *KEY, "--json", "--quiet")
    ours = [places.OWN_ADDRESS, socket.gethostname()]
    wrong = result.wrong() + [f"{each} is in the report" for each in ours if each in result.out]
    return wrong if "OUR-ADDRESS" in result.out else [*wrong, "no OUR-ADDRESS in the report"]


def clean_json(suite):
    result = suite.mailcheck.run("hostile.test", "--selector", "other", "--json", "--quiet")
    found = verdict.unprintable(result.out)
    return result.wrong() + ([f"characters {', '.join(found)}"] if found else [])


# These are alone on the machine while they run: they count packets, or seconds.
ALONE = {
    "no packet to a private address": no_packet("mxprivate.test", "MX_TARGETS_NOT_KNOWN"),
    "no packet to any address of the lab": no_packet("sound.test", "MX_TARGET_NOT_PUBLIC"),
    "no packet to a private policy host": no_packet("stsprivate.test", "MTA_STS_POLICY_NOT_KNOWN"),
    "packets are seen": packets_are_seen,
    "at most 300 questions": few_questions,
    "no IPv6 here": without_ipv6,
    "--timeout 3, silent mail host": in_time(5, "silent.test", *KEY),
    "--timeout 3, silent resolver": in_time(5, "sound.test", *KEY, *cases.by(places.SILENT)),
    "--timeout 3, dripping mail host": in_time(5, "drip.test", *KEY),
    "--timeout 3, silent name servers": in_time(5, "silentns.test"),
}

TOGETHER = {
    "replay: sound": replayed("sound.test", *KEY),
    "replay: faults": replayed("spfmany.test"),
    "replay: 60 KB of TXT": replayed("spfbig.test", *KEY),
    "replay: hostile": replayed("hostile.test", *KEY),
    "replay: mail host that floods": replayed("flood.test"),
    "replay: port 25 closed": replayed("closed.test", *KEY, *cases.control("closedcontrol")),
    "replay: resolver fails": replayed("sound.test", *cases.by(places.FAILS)),
    "replay: name that does not exist": replayed("doesnotexist.test"),
    "--fail-on, worse": exit_code(2, "plain.test", *KEY, "--fail-on", "MAIL_SYSTEM_NEEDS_WORK"),
    "--fail-on, better": exit_code(0, "plain.test", *KEY, "--fail-on", "DANGEROUS"),
    "--fail-on, not known": exit_code(0, "busy.test", *KEY, "--fail-on", "MAIL_SYSTEM_NEEDS_WORK"),
    "--fail-on, not known and worse": exit_code(4, "busy.test", *KEY, "--fail-on", "DNS_NEEDS_WORK"),
    "several domains": several,
    "trust anchor as DS": anchored,
    "trust anchor of another root": otherwise_anchored,
    "no --ca-file": without_ca,
    "text in English": clean_text("en"),
    "text in Japanese": clean_text("ja"),
    "text in English, --verbose": clean_text("en", "--verbose"),
    "text in Japanese, --verbose": clean_text("ja", "--verbose"),
    "text on a terminal": clean_terminal,
    "JSON": clean_json,
    "our own address is masked": masked,
    "text where port 25 is closed": begins(
        "Not fully judged. So far: SECURE. Not tested from here: inbound-tls",
        "closed.test", *KEY, *cases.control("closedcontrol")),
    "text where all is known": begins("Secure (SECURE) sound.test", "sound.test", *KEY),
    **{f"refused: {' '.join(words)[:50] or 'nothing'}": refused(words, named)
       for words, named in cases.BAD_INPUT},
}

