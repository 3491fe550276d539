# ruff: noqa: E501 (a program of another language)
"""Many pages in the frames of one: whether a script ran there, what they ask for, and what elements they hold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from playwright.sync_api import Browser, Request

FRAMES = 50  # pages looked at together

# What a probe calls when it runs is counted wherever it runs, frames within frames included.
INIT = """
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => window.ran(location.pathname);
"""

# Opens pages in frames, does to them what a reader might, and tells the kinds of elements and attributes there are.
LOOK = """
async (paths) => {
  const found = [];
  const frames = paths.map((path) => Object.assign(document.createElement("iframe"), { src: path }));
  await Promise.all(frames.map((frame) => new Promise((done) => {
    frame.onload = () => setTimeout(done, 250); // for the scripts that it imports
    setTimeout(done, 20000);
    document.body.append(frame);
  })));
  for (const [i, frame] of frames.entries()) {
    const inside = frame.contentDocument;
    if (!inside) { found.push([paths[i], ["left the site"]]); continue; }
    for (const folded of inside.querySelectorAll("li > noscript")) folded.outerHTML = folded.textContent;
    const kinds = new Set();
    for (const element of inside.querySelectorAll("*")) {
      const name = element.localName;
      kinds.add(name);
      for (const attribute of element.getAttributeNames()) {
        kinds.add(`${name}[${attribute}]`);
        if (attribute.startsWith("on")) element.dispatchEvent(new Event(attribute.slice(2)));
      }
      if (["script", "link", "base", "meta"].includes(name)) kinds.add(`${name}: ${element.type || element.rel || element.name || element.httpEquiv || ""}`);
      const to = ["href", "xlink:href", "src", "action", "formaction", "data"].map((a) => element.getAttribute(a)).find((a) => a !== null);
      const scheme = to === undefined || name === "link" ? "" : (URL.parse(to, inside.baseURI)?.protocol ?? "");
      if (scheme && !["http:", "https:", "mailto:"].includes(scheme)) {
        kinds.add(`${name} ${scheme}`);
        element.target = "";
        element.click?.();
      }
    }
    found.push([paths[i], [...kinds]]);
  }
  await new Promise((done) => setTimeout(done, 100));
  for (const frame of frames) frame.remove();
  return found;
}
"""


@dataclass
class Seen:
    """What came of looking at pages."""

    ran: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    kinds: dict[str, set[str]] = field(default_factory=dict)

    def strangers(self, known: set[str]) -> dict[str, set[str]]:
        return {path: kinds - known for path, kinds in self.kinds.items() if kinds - known}


def looked_at(browser: Browser, address: str, paths: Iterable[str], bypass: bool) -> Seen:
    """Look at pages, with their policy or (`bypass`) without."""
    seen, context = Seen(), browser.new_context(bypass_csp=bypass)
    context.expose_binding("ran", lambda source, path: seen.ran.add(path))
    context.add_init_script(INIT)
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.on("request", lambda r: noted(seen, r, address))
    page.on("dialog", lambda dialog: dialog.dismiss())
    page.goto(address + "look.html")
    rest = list(paths)
    while rest:
        batch, rest = rest[:FRAMES], rest[FRAMES:]
        seen.kinds.update((path, set(kinds)) for path, kinds in page.evaluate(LOOK, batch))
    context.close()
    return seen


def noted(seen: Seen, request: Request, address: str) -> None:
    if not request.url.startswith((address, "data:", "about:")) and not request.url.endswith("/favicon.ico"):
        seen.asked.add(request.url)


class Kinds(HTMLParser):
    """The kinds of elements and attributes of a page, told without a browser."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.kinds: set[str] = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.kinds |= {tag, *(f"{tag}[{name}]" for name, _ in attrs)}
