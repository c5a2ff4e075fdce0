#!/usr/bin/env python3
"""Opens the HTML report in a real browser (chromium, headless) and uses it as a person would.

    check.py PREFLAG SOURCE_FOLDER

Ends with 77, "skipped", where there is no chromium. With ARTEFACTS=FOLDER the screenshots and the
printed page are kept there; with AXE_CORE=FILE (axe.min.js) the page is held against its rules, too.
"""
import base64
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
WIDTHS = (320, 390, 1280, 3840)
faults = []
HOSTILE = '''Order,Ship-to,Ship-to address,Ship-to country,Product,CAS,Net weight (kg)
"<script>document.title=1</script>","<img src=x onerror=document.title=2>","""><svg onload=document.title=3>",DE,"Hydrogen peroxide 35 % <b>bold</b> </script><!--",7722-84-1,25
A'B,\u202eevil\u202c name,\u0634\u0627\u0631\u0639 \u0627\u0644\u0645\u0644\u0643,SA,\u0628\u064a\u0631\u0648\u0643\u0633\u064a\u062f Hydrogen peroxide 50 %,7722-84-1,1000
{{rows}},\u682a\u5f0f\u4f1a\u793e\u30c6\u30b9\u30c8,\u6771\u4eac\u90fd,JP,\u904e\u9178\u5316\u6c34\u7d20 60 % hydrogen peroxide,7722-84-1,800
X,Acme\x07\x1b[31m Ltd,1 Road,GB,Nitric acid 65 % HUGE,7697-37-2,500
'''


def expect(what, found, wanted=True):
    if found != wanted:
        faults.append(f"{what}: {found!r}, expected {wanted!r}")


class Browser:
    """Chromium, spoken to over two pipes with messages that end in a NUL."""

    def __init__(self, folder):
        to_read, self.to = os.pipe()
        self.back, back_write = os.pipe()
        # The browser reads from descriptor 3 and writes to 4.
        shell = f"exec 3<&{to_read} 4>&{back_write}; exec \"$@\""
        self.process = subprocess.Popen(
            ["bash", "-c", shell, "bash", CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu",
             "--remote-debugging-pipe", f"--user-data-dir={folder}/profile", "about:blank"],
            pass_fds=(to_read, back_write), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(back_write)
        self.buffer, self.number, self.events, self.session = b"", 0, [], None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")

    def message(self):
        while b"\0" not in self.buffer:
            piece = os.read(self.back, 1 << 20)
            if not piece:
                raise RuntimeError("the browser has ended")
            self.buffer += piece
        first, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(first)

    def call(self, method, **parameters):
        self.number += 1
        request = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            request["sessionId"] = self.session
        os.write(self.to, json.dumps(request).encode() + b"\0")
        while True:
            answer = self.message()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def open(self, path):
        self.events.clear()
        self.call("Page.navigate", url=path.as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self.message())

    def value(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True,
                           awaitPromise=True, userGesture=True)
        if "exceptionDetails" in result:
            raise RuntimeError(f"{expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def key(self, text):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=text,
                      **({"text": text} if kind == "keyDown" else {}))

    def size(self, width, height=900):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=1, mobile=False)

    def complaints(self):
        """Errors on the console, exceptions, and whatever the page asked for from outside."""
        said = []
        for event in self.events:
            method, parameters = event.get("method", ""), event.get("params", {})
            if method == "Runtime.exceptionThrown" or (
                    method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning")):
                said.append(json.dumps(parameters)[:400])
            if method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
                said.append(parameters["entry"]["text"])
            if method == "Network.requestWillBeSent" and not parameters["request"]["url"].startswith("file:"):
                said.append("asks for " + parameters["request"]["url"])
        return said

    def end(self):
        os.close(self.to)
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


ROWS = "document.querySelectorAll('#table tbody tr:not(.file)').length"
FIRST = "document.querySelector('#table tbody tr:not(.file)').cells"


def use(browser, page, lines):
    browser.open(page)
    expect("console", browser.complaints(), [])
    expect("title", browser.value("document.title").endswith("to look at"))
    expect("cards", browser.value("document.querySelectorAll('.card').length"), min(lines, 200))
    expect("elements that text made", browser.value(
        "document.querySelectorAll('main img, main b b, main iframe, main script').length"), 0)
    expect("rows shown", browser.value(ROWS), min(lines, 100))

    browser.value("document.querySelector('#table thead th:nth-child(4) button').click()")
    scores = browser.value("[...document.querySelectorAll('#table tbody tr:not(.file)')].map("
                           "row => Number(row.cells[3].textContent))")
    expect("sorted by score", scores, sorted(scores, reverse=True))
    browser.value("document.getElementById('severity').value = 'high';"
                  "document.getElementById('severity').dispatchEvent(new Event('change'))")
    expect("severities after the filter", browser.value(
        "[...new Set([...document.querySelectorAll('#table tbody tr:not(.file)')].map("
        "row => row.cells[2].textContent))].join()") in ("high", ""))
    browser.value("document.getElementById('severity').value = '';"
                  "document.getElementById('severity').dispatchEvent(new Event('change'))")
    browser.value("document.getElementById('search').value = 'ZZZ nothing';"
                  "document.getElementById('search').dispatchEvent(new Event('input'));"
                  "new Promise(done => setTimeout(done, 400))")
    expect("rows that nothing is like", browser.value(ROWS), 0)
    browser.value("document.getElementById('search').value = '';"
                  "document.getElementById('search').dispatchEvent(new Event('input'));"
                  "new Promise(done => setTimeout(done, 400))")
    expect("rows after the search", browser.value(ROWS), min(lines, 100))
    browser.value("document.getElementById('fold').click()")
    expect("all unfolded", browser.value(
        "[...document.querySelectorAll('#cards details')].every(one => one.open)"))
    expect("console after use", browser.complaints(), [])


def use_keys(browser):
    browser.call("Browser.grantPermissions", permissions=["clipboardReadWrite"])
    browser.value("document.activeElement.blur()")
    browser.key("j")
    browser.key("j")
    expect("the second card has the focus", browser.value(
        "document.activeElement === document.querySelectorAll('.card')[1]"))
    browser.key("c")
    browser.value("new Promise(done => setTimeout(done, 200))")
    identifier = browser.value("document.querySelectorAll('.card .copy')[1].dataset.id")
    expect("what was copied", browser.value("document.getElementById('said').textContent"),
           "Copied " + identifier)
    browser.key("/")
    expect("the search has the focus", browser.value("document.activeElement.id"), "search")


def look(browser, page, keep):
    browser.open(page)
    for scheme in ("light", "dark"):
        browser.call("Emulation.setEmulatedMedia",
                     features=[{"name": "prefers-color-scheme", "value": scheme}])
        for width in WIDTHS:
            browser.size(width)
            expect(f"what is wider than {width} pixels", browser.value(
                "document.documentElement.scrollWidth > innerWidth"), False)
            if keep:
                shot = browser.call("Page.captureScreenshot", captureBeyondViewport=True, format="png",
                                    clip={"x": 0, "y": 0, "width": width, "height": 4000, "scale": 1})
                (keep / f"{page.stem}-{scheme}-{width}.png").write_bytes(base64.b64decode(shot["data"]))
        if os.environ.get("AXE_CORE"):
            browser.size(1280)
            check_axe(browser, scheme)
    browser.call("Emulation.setEmulatedMedia", features=[])
    printed = base64.b64decode(browser.call("Page.printToPDF", printBackground=False)["data"])
    expect("the printed page", printed[:5], b"%PDF-")
    if keep:
        (keep / f"{page.stem}.pdf").write_bytes(printed)


def check_axe(browser, scheme):
    browser.value(pathlib.Path(os.environ["AXE_CORE"]).read_text(encoding="utf-8") + "; 0")
    found = json.loads(browser.value("axe.run().then(result => JSON.stringify(result.violations.map("
                                     "one => [one.id, one.nodes.length, one.nodes[0].html])))"))
    expect(f"axe-core, {scheme}", found, [])


def read_without_script(browser, page, lines):
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(page)
    expect("console without script", browser.complaints(), [])
    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    expect("rows without script", browser.value(ROWS), lines)
    expect("tools without script", browser.value("document.getElementById('line-tools').hidden"))


def write_pages(folder):
    hostile, long, few, many = (folder / name for name in
                                ("hostile.csv", "long.csv", "few.html", "many.html"))
    hostile.write_text(HOSTILE.replace("HUGE", "x" * 1_000_000), encoding="utf-8")
    with open(long, "w", encoding="utf-8") as stream:
        stream.write("Order,Ship-to,Ship-to country,Product,Net weight (kg)\n")
        for number in range(2500):
            stream.write(f"S{number},Firm {number} Ltd,FR,Nitric acid {10 + number % 60} %,{number + 1}\n")
    samples = [str(SOURCE / "samples" / name) for name in ("distributor-orders.csv", "shipments.yaml")]
    for page, inputs in ((few, [str(hostile), *samples]), (many, [str(long)])):
        done = subprocess.run([PROGRAM, "screen", *inputs, "--config", "none", "--quiet", "--output", page],
                              check=False, stdin=subprocess.DEVNULL)
        expect(f"status of the run for {page.name}", done.returncode, 1)
    expect("a cell of 1 MB is not in the page", few.stat().st_size < 1_000_000)
    return few, many


def main(folder):
    keep = os.environ.get("ARTEFACTS")
    keep = pathlib.Path(keep) if keep else None
    few, many = write_pages(folder)
    lines = few.read_text(encoding="utf-8").count("<tr><td>")
    browser = Browser(folder)
    try:
        use(browser, few, lines)
        use_keys(browser)
        look(browser, few, keep)
        read_without_script(browser, few, lines)
        use(browser, many, 2500)
    finally:
        browser.end()


if not CHROMIUM:
    print("skipped: there is no chromium")
    sys.exit(77)
with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
    main(pathlib.Path(place))
for fault in faults:
    print(fault)
if not faults:
    print("the page does what it should in " + CHROMIUM)
sys.exit(1 if faults else 0)
