// The strip above a timeline: it zooms, pans, chooses a period, leads to events and shows where the reader is. What the
// build drew stays as long as the whole span is shown on a wide screen; for a part of it, or a phone, it is drawn anew.
import { background, floor, marks, moved, percent, set, shape } from "./strip-marks.js";
import { listen } from "./strip-pointer.js";
import { dayAt, pan, place, read, show, whole, within, zoom } from "./strip-scale.js";
import { ticks } from "./strip-ticks.js";

const NARROW = 620; // pixels
const strip = { svg: null, page: null, eras: [], folds: [], filter: false };
let page, figure, svg, drawn, cursor, brush, buttons;
let chosen = null,
  here = null,
  arriving = performance.getEntriesByType("navigation")[0]?.type === "navigate";

export function start(found, given) {
  page = given;
  figure = found;
  svg = page.$("svg", figure);
  read(figure.dataset.knots);
  drawn = [...svg.children];
  const at = (element, name) => parseFloat(element.getAttribute(name));
  const eras = page
    .$$(".era", svg)
    .map((era) => [at(era.firstElementChild, "x"), at(era.firstElementChild, "width"), era.textContent]);
  Object.assign(strip, {
    svg,
    page,
    eras,
    folds: page.$$(".fold line:first-child", svg).map((line) => at(line, "x1")),
  });
  cursor = shape("line", { class: "cursor", y1: 0, y2: floor(svg), visibility: "hidden" });
  brush = shape("rect", { class: "brush", y: 0, height: floor(svg), width: 0 });
  svg.append(brush, cursor);
  tools();
  listen(svg, {
    draw,
    nearest,
    period: page.period,
    brush: (from, to) => set(brush, { x: percent(from), width: percent(to - from) }),
  });
  addEventListener("scroll", soon(follow), { passive: true });
  new ResizeObserver(soon(fit)).observe(svg);
}

// Where the strip stays in view, what is jumped to must come to stand below it.
const stuck = () =>
  getComputedStyle(figure.parentElement).position === "sticky" ? figure.parentElement.offsetHeight : 0;
const root = document.documentElement.style;
function fit() {
  draw();
  const height = stuck() + "px"; // to set a property of the root makes a browser go through the whole page
  if (height !== (root.getPropertyValue("--stuck") || "0px")) root.setProperty("--stuck", height);
  if (arriving) page.list.querySelector(":target")?.scrollIntoView(); // the browser went there before the strip was stuck
  arriving = false;
}

// The filters have changed: `active` says whether any holds; `from` and `to` are the period's days, else infinite.
export function filtered(active, from, to) {
  if (!svg) return;
  strip.filter = active;
  chosen = from > -Infinity || to < Infinity ? [from, to] : null;
  later();
}

// The event at the top of what is seen of the list; null where none is.
export function inView(list) {
  const box = list.getBoundingClientRect();
  for (let y = Math.max((figure ? stuck() : 0) + 64, box.top + 4); y < innerHeight; y += 40) {
    const item = document.elementFromPoint(box.left + box.width / 2, y)?.closest("li.event");
    if (item) return item;
  }
  return null;
}

// -- drawing
function soon(act) {
  let asked = 0;
  return () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      act();
    });
  };
}
const later = soon(() => draw());

function draw() {
  const width = svg.clientWidth;
  const own = whole() && width >= NARROW && !(strip.filter && page.$(".bar", svg));
  const entries = own ? [] : page.events();
  if (!entries.length) svg.replaceChildren(...(whole() ? drawn : drawn.map(moved).filter(Boolean)), brush, cursor);
  else
    svg.replaceChildren(
      ...background(strip),
      ...ticks(width, floor(svg), strip.folds),
      ...marks(strip, entries, width),
      brush,
      cursor,
    );
  for (const mark of page.$$(".mark", svg))
    mark.toggleAttribute("data-out", !!document.getElementById(mark.dataset.id)?.hidden);
  const [a, b] = chosen ?? [1, 0];
  const left = Math.max(place(within(a)), 0),
    right = Math.min(place(within(b + 1)), 100);
  set(brush, { x: percent(left), width: percent(chosen ? Math.max(right - left, 0) : 0) });
  for (const button of buttons) button.disabled = whole() && button.value !== "in";
  point();
}

// -- where the reader is
function follow() {
  const item = page.list.getBoundingClientRect().top < innerHeight / 2 ? inView(page.list) : null;
  if (item === here) return;
  here = item;
  const at = here && place(Number(here.dataset.days.split(" ")[0]));
  if (here && !whole() && (at < 0 || at > 100)) {
    pan((at - 50) / 100);
    draw();
  } else point();
}
function point() {
  const at = here && percent(place(Number(here.dataset.days.split(" ")[0])));
  set(cursor, here ? { x1: at, x2: at, visibility: "visible" } : { visibility: "hidden" });
  for (const mark of page.$$(".mark", svg)) mark.classList.toggle("here", mark.dataset.id === here?.id);
}
function nearest(day) {
  const parts = page.$$(".years [data-day]"),
    part = parts.findLast((link) => Number(link.dataset.day) <= day) ?? parts[0];
  if (part && !page.events().length) location.href = part.href;
  const open = page.events().filter((entry) => !entry.out);
  const away = (entry) => Math.max(page.days(entry)[0] - day, day - page.days(entry)[1], 0);
  const best = open.reduce((a, b) => (away(b) < away(a) ? b : a), open[0]);
  if (best) location.hash = best.item.id;
}

// -- buttons and keys
const ACTS = {
  only: [null, () => page.period(whole() ? null : dayAt(0), whole() ? null : dayAt(100))],
  whole: [null, () => show(0, 100)],
  earlier: ["←", () => pan(-0.5)],
  later: ["→", () => pan(0.5)],
  out: ["−", () => zoom(0.5)],
  in: ["+", () => zoom(2)],
};
const KEYS = {
  "+": "in",
  "=": "in",
  "-": "out",
  ArrowLeft: "earlier",
  ArrowRight: "later",
  Home: "whole",
  Escape: "whole",
};
function act(name) {
  ACTS[name][1]();
  draw();
}
function tools() {
  const row = document.createElement("div");
  row.className = "strip-tools";
  set(row, { role: "group", "aria-label": page.words.overview });
  buttons = Object.keys(ACTS)
    .filter((name) => name !== "only" || page.period)
    .map((name) => {
      const button = document.createElement("button");
      const words = page.words["strip_" + name];
      Object.assign(button, { type: "button", value: name, textContent: ACTS[name][0] ?? words });
      if (ACTS[name][0]) set(button, { "aria-label": words, title: words });
      button.addEventListener("click", () => act(name));
      return button;
    });
  row.append(...buttons);
  row.addEventListener("keydown", key);
  figure.append(row);
}
function key(event) {
  const name = !event.ctrlKey && !event.metaKey && !event.altKey && KEYS[event.key];
  if (!name) return;
  event.preventDefault();
  act(name);
  if (document.activeElement.disabled) buttons.find((button) => button.value === "in").focus();
}
