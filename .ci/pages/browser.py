"""A headless Chromium, driven over its debugging protocol."""

import base64
import itertools
import json
import pathlib
import shutil
import subprocess
import tempfile
import time
import urllib.request

import websocket

START = 120
ANSWER = 180
TALLEST = 8000


class Browser:
    """One process with a profile of its own; made to be used in a with statement."""

    def __enter__(self):
        self.profile = tempfile.mkdtemp(prefix="mailcheck-chromium-")
        self.process = subprocess.Popen(
            [
                "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0",
                "--remote-allow-origins=*", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", f"--user-data-dir={self.profile}", "about:blank",
            ],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        self.port = self._port()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def _port(self):
        """Chromium writes the port it took into its profile."""
        file = pathlib.Path(self.profile) / "DevToolsActivePort"
        until = time.monotonic() + START
        while time.monotonic() < until:
            if file.exists() and file.read_text().strip():
                return int(file.read_text().split()[0])
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise RuntimeError("chromium does not start")

    def page(self):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/json/new?about:blank", method="PUT")
        with urllib.request.urlopen(request, timeout=ANSWER) as reply:
            target = json.load(reply)
        return Page(target["webSocketDebuggerUrl"])


class Page:
    """One tab. Collects what it complains of and what it asks the network for."""

    def __init__(self, address):
        self.socket = websocket.create_connection(address, timeout=ANSWER, max_size=None)
        self.numbers = itertools.count(1)
        self.complaints = []
        self.requests = []
        self.loaded = False
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    def close(self):
        self.call("Page.close")
        self.socket.close()

    def call(self, method, **parameters):
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv())
            if message.get("id") == number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']['message']}")
                return message["result"]
            self._hear(message)

    def _hear(self, message):
        parameters = message.get("params", {})
        match message.get("method"):
            case "Runtime.consoleAPICalled":
                self.complaints.append("console: " + " ".join(str(a.get("value")) for a in parameters["args"]))
            case "Runtime.exceptionThrown":
                self.complaints.append("exception: " + parameters["exceptionDetails"]["text"])
            case "Log.entryAdded":
                self.complaints.append("log: " + parameters["entry"]["text"])
            case "Page.javascriptDialogOpening":
                self.complaints.append("dialog: " + parameters["message"])
            case "Network.requestWillBeSent":
                self.requests.append(parameters["request"]["url"])
            case "Page.loadEventFired":
                self.loaded = True

    def open(self, address, width, scheme, height=900):
        self.loaded = False
        self.complaints.clear()
        self.requests.clear()
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=width < 500,
        )
        self.call(
            "Emulation.setEmulatedMedia",
            features=[{"name": "prefers-color-scheme", "value": scheme}],
        )
        self.call("Page.navigate", url=address)
        while not self.loaded:
            self._hear(json.loads(self.socket.recv()))

    def evaluate(self, script):
        """The value of a script, which runs beside the page's own policy."""
        result = self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in result:
            raise RuntimeError(json.dumps(result["exceptionDetails"])[:500])
        return result["result"].get("value")

    def screenshot(self, file):
        """The page from its top, as far as an image goes."""
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], TALLEST), "scale": 1}
        picture = self.call("Page.captureScreenshot", captureBeyondViewport=True, format="png", clip=clip)
        file.write_bytes(base64.b64decode(picture["data"]))

    def pdf(self, file):
        printed = self.call("Page.printToPDF", printBackground=True, preferCSSPageSize=True)
        file.write_bytes(base64.b64decode(printed["data"]))
