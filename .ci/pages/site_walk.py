"""Walks through the pages of mailcheck serve --demo as people do: keyboard, no script, phone, both languages."""

import email.utils
import pathlib
import re
import smtplib
import subprocess
import time

PROJECT = pathlib.Path(__file__).resolve().parent.parent.parent
PATIENCE = 90
NOWHERE = "/checks/0123456789abcdef0123456789abcdef"
# What Chromium itself writes on the console for an answer that is meant to be an error.
EXPECTED = "the server responded with a status of 4"


class Service:
    """One process of the service; made to be used in a with statement."""

    def __enter__(self):
        self.process = subprocess.Popen(
            [PROJECT / "mailcheck", "serve", "--demo", "--listen", "127.0.0.1:0", "--smtp", "127.0.0.1:0"],
            stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
        )
        for line in self.process.stderr:
            found = re.search(r"open (http://\S+?)/ ", line)
            if found:
                self.root = found.group(1)
            door = re.search(r"smtp://127\.0\.0\.1:(\d+)/", line)
            if door:
                self.mail_port = int(door.group(1))
                return self
        raise RuntimeError("mailcheck serve does not start")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(20)
        self.process.stderr.close()


class Walk:
    """One tab in one language."""

    def __init__(self, suite, chromium, service, language):
        self.suite = suite
        self.root = service.root
        self.mail_port = service.mail_port
        self.language = language
        self.page = chromium.page()

    def all(self):
        self.start()
        self.keyboard()
        self.without_script()
        self.mail()
        self.errors()
        self.page.close()

    def look(self, name, path, widths, axe=False, expected=""):
        for width, scheme in widths:
            self.page.open(self.root + path, self.suite.widths[width], scheme)
            self.see(name, width, scheme, axe and (width, scheme) == widths[0], expected)

    def see(self, name, width, scheme, axe=False, expected=""):
        """Looks at what the tab shows."""
        picture = self.suite.folder / f"site-{name}.{self.language}.{width}.{scheme}.png"
        self.page.screenshot(picture)
        faults = [each for each in self.page.complaints if not expected or expected not in each]
        faults += [f"asks for {each}" for each in self.page.requests if not each.startswith(self.root + "/")]
        if self.value("document.documentElement.lang") != self.language:
            faults.append("is in another language")
        reach = self.value("document.documentElement.scrollWidth")
        if reach > self.suite.widths[width]:
            faults.append(f"is {reach} wide")
        faults += self.suite.axe_faults(self.page) if axe else []
        self.tell(f"{name}, {width}, {scheme}", faults)

    def tell(self, what, faults):
        self.suite.tell(f"site: {what} in {self.language}", faults)

    def value(self, script):
        return self.page.evaluate(script)

    def wait(self, condition):
        """Until the page says so, through all its reloads."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                if self.value(condition):
                    return []
            except RuntimeError:
                pass
            time.sleep(0.1)
        return [f"never: {condition}"]

    def start(self):
        path = f"/?lang={self.language}"
        self.look("start", path, [("wide", "light"), ("phone", "dark"), ("narrow", "light")], axe=True)

    def key(self, name, code, text=""):
        for kind in ("keyDown", "keyUp"):
            self.page.call(
                "Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=code,
                **({"text": text} if text and kind == "keyDown" else {}),
            )

    def type(self, text):
        """Where the focus is when the page opens."""
        faults = self.wait("document.activeElement.id === 'domain'")
        self.page.call("Input.insertText", text=text)
        self.key("Enter", 13, "\r")
        return faults

    def keyboard(self):
        """The field has the focus; what is typed wrong is said there, and Enter is enough."""
        self.page.open(self.root + f"/?lang={self.language}", self.suite.widths["wide"], "light")
        faults = self.type("nothing")
        faults += self.wait("document.querySelector('[role=alert]') !== null && document.activeElement.id === 'domain'")
        self.page.complaints.clear()
        self.see("wrong input", "wide", "light", axe=True)
        self.value("document.activeElement.select()")
        faults += self.type("weak-tls.example")
        faults += self.wait("document.querySelector('article') !== null && document.readyState === 'complete'")
        self.page.complaints[:] = [each for each in self.page.complaints if EXPECTED not in each]
        self.see("result", "wide", "light", axe=True)
        faults += self.copy()
        self.tell("the keyboard is enough", faults)
        result = self.value("location.pathname + location.search")
        self.look("result", result, [("phone", "dark"), ("narrow", "light")])
        self.badge()

    def copy(self):
        self.page.call("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
        self.page.call("Page.bringToFront")
        self.value("document.querySelector('.keep .copy').focus(); 0")
        self.key("Enter", 13, "\r")
        label = "document.querySelector('main').dataset.copiedLabel"
        faults = self.wait(f"document.querySelector('.keep .copy').textContent === {label}")
        if not faults and self.value("navigator.clipboard.readText()") != self.value("location.origin + location.pathname"):
            faults.append("another text is copied")
        return faults

    def badge(self):
        self.value("document.querySelector('form[action*=badge] button').click(); 0")
        faults = self.wait("document.images.length === 1 && document.images[0].naturalWidth > 50")
        self.see("badge", "narrow", "light", axe=True)
        self.value("document.querySelector('form[action*=revoke] button').click(); 0")
        faults += self.wait("document.querySelector('article') !== null")
        self.tell("a badge is made and taken back", faults)

    def mail(self):
        """Asks for an address, sends a mail there, and sees the page fill in."""
        self.page.open(self.root + f"/?lang={self.language}", self.suite.widths["wide"], "light")
        # Chromium gives the field its focus a moment after the page is there, and complains if it comes too late.
        faults = self.wait("document.activeElement.hasAttribute('autofocus')")
        self.value("document.querySelector('.mail-door button').focus(); 0")
        self.key("Enter", 13, "\r")
        faults += self.wait("document.querySelector('.address code') !== null && document.readyState === 'complete'")
        self.see("waiting", "wide", "light", axe=True)
        self.look("waiting", self.value("location.pathname + location.search"), [("phone", "dark"), ("narrow", "light")])
        address = self.value("document.querySelector('.address code').textContent")
        if self.value("document.querySelectorAll('.address .copy').length") != 1:
            faults.append("the address cannot be copied")
        with smtplib.SMTP("127.0.0.1", self.mail_port, local_hostname="mx1.sound.example", timeout=PATIENCE) as client:
            client.sendmail("you@sound.example", [address], (
                f"From: you@sound.example\r\nTo: {address}\r\nSubject: test\r\n"
                f"Date: {email.utils.formatdate()}\r\nMessage-ID: <{time.time()}@sound.example>\r\n\r\nhello\r\n"))
        faults += self.wait("document.querySelector('progress') !== null || document.querySelector('article') !== null")
        faults += self.wait("document.querySelector('article') !== null && document.readyState === 'complete'")
        self.see("mail result", "narrow", "light", axe=True)
        self.tell("a test mail fills its page", faults)

    def without_script(self):
        """The page of a check that runs renews itself, and is whole in the end."""
        self.page.call("Emulation.setScriptExecutionDisabled", value=True)
        self.page.open(self.root + f"/?lang={self.language}", self.suite.widths["phone"], "light")
        faults = self.type("busy.example")
        faults += self.wait("document.querySelector('progress') !== null && document.readyState === 'complete'")
        if self.value("document.getElementById('count').offsetHeight") == 0:
            faults.append("the progress cannot be read")
        self.see("running", "phone", "light")
        faults += self.wait("document.querySelector('article') !== null && document.readyState === 'complete'")
        self.page.call("Emulation.setScriptExecutionDisabled", value=False)
        self.tell("no script is needed", faults)

    def errors(self):
        path = f"{NOWHERE}?lang={self.language}"
        self.look("not found", path, [("wide", "light"), ("phone", "dark")], axe=True, expected=EXPECTED)


class ShortWalk(Walk):
    """Once through a service that runs each step for longer, with what its pages are made of proven elsewhere."""

    def __init__(self, suite, chromium, service, language, domain):
        super().__init__(suite, chromium, service, language)
        self.domain = domain

    def all(self):
        self.start()
        self.page.open(self.root + f"/?lang={self.language}", self.suite.widths["phone"], "light")
        faults = self.type(self.domain)
        faults += self.wait("document.querySelector('progress, article') !== null && document.readyState === 'complete'")
        self.see("running", "phone", "light")
        faults += self.wait("document.querySelector('article') !== null && document.readyState === 'complete'")
        self.tell("from the field to the result by the keyboard", faults)
        self.page.complaints[:] = [each for each in self.page.complaints if EXPECTED not in each]
        self.see("result", "phone", "light", axe=True)
        result = self.value("location.pathname + location.search").removeprefix("/v1")
        self.look("result", result, [("wide", "light"), ("phone", "dark"), ("narrow", "light")], axe=True)
        self.errors()
        self.page.close()


def walk(suite, chromium, languages):
    # A service for each: what one walk checked would be there already for the next.
    for language in languages:
        with Service() as service:
            Walk(suite, chromium, service, language).all()
