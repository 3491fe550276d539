// The strip above a timeline: it zooms, pans, chooses a period, leads to events and shows where the reader is. What the
// build drew stays as long as the whole span is shown on a wide screen; for a part of it, or a phone, it is drawn anew.
const DAY = 86400000, EPOCH = 719163; // milliseconds; the ordinal of 1 January 1970 (1 is 1 January of the year 1)
const LANE = 14, TOP = 8, NARROW = 620, MANY = 60, NEAREST = 0.02; // pixels; marks before they are counted; share of the span
let page, figure, svg, knots, drawn, eras, folds, cursor, brush, buttons;
let arriving = performance.getEntriesByType("navigation")[0]?.type === "navigate";
let view = [0, 100], filter = false, chosen = null, here = null;

export function start(found, given) {
  page = given;
  figure = found;
  svg = page.$("svg", figure);
  knots = figure.dataset.knots.split(" ").map((knot) => knot.split(":").map(Number));
  drawn = [...svg.children];
  const at = (element, name) => parseFloat(element.getAttribute(name));
  eras = page.$$(".era", svg).map((era) => [at(era.firstElementChild, "x"), at(era.firstElementChild, "width"), era.textContent]);
  folds = page.$$(".fold line", svg).map((line) => at(line, "x1"));
  cursor = shape("line", { class: "cursor", y1: 0, y2: floor(), visibility: "hidden" });
  brush = shape("rect", { class: "brush", y: 0, height: floor(), width: 0 });
  svg.append(brush, cursor);
  tools();
  svg.addEventListener("pointerdown", press);
  svg.addEventListener("wheel", wheel, { passive: false });
  addEventListener("scroll", soon(follow), { passive: true });
  new ResizeObserver(soon(fit)).observe(svg);
}

// Where the strip stays in view, what is jumped to must come to stand below it.
const stuck = () => (getComputedStyle(figure.parentElement).position === "sticky" ? figure.parentElement.offsetHeight : 0);
function fit() {
  draw();
  document.documentElement.style.setProperty("--stuck", stuck() + "px");
  if (arriving) page.list.querySelector(":target")?.scrollIntoView(); // the browser went there before the strip was stuck
  arriving = false;
}

// The filters have changed: `active` says whether any holds; `from` and `to` are the period's days, else infinite.
export function filtered(active, from, to) {
  if (!svg) return;
  filter = active;
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

// -- days and places
const floor = () => svg.getAttribute("height") - 24;
function between(value, a, b) {
  let i = knots.findIndex((knot) => knot[a] > value) - 1;
  if (i === -2) i = knots.length - 2;
  i = Math.min(Math.max(i, 0), knots.length - 2);
  const share = (value - knots[i][a]) / (knots[i + 1][a] - knots[i][a]);
  return knots[i][b] + share * (knots[i + 1][b] - knots[i][b]);
}
const seen = (percent) => ((percent - view[0]) / (view[1] - view[0])) * 100;
const place = (day) => seen(between(day, 0, 1));
const dayAt = (share) => Math.floor(between(view[0] + (share / 100) * (view[1] - view[0]), 1, 0));
const whole = () => view[0] <= 0 && view[1] >= 100;

function look(from, to) {
  const width = Math.min(Math.max(to - from, 100 * NEAREST), 100);
  const start = Math.min(Math.max(from, 0), 100 - width);
  view = [start, start + width];
  draw();
}
const zoom = (factor, centre = 50) => {
  const middle = view[0] + (centre / 100) * (view[1] - view[0]), width = (view[1] - view[0]) / factor;
  look(middle - (centre / 100) * width, middle + (1 - centre / 100) * width);
};
const pan = (share) => look(view[0] + share * (view[1] - view[0]), view[1] + share * (view[1] - view[0]));

// -- drawing
function shape(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  set(made, attributes).append(...children);
  return made;
}
function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
const percent = (value) => value.toFixed(2) + "%";
function soon(act) {
  let asked = 0;
  return () => { asked ||= requestAnimationFrame(() => { asked = 0; act(); }); };
}
const later = soon(() => draw());

function draw() {
  const width = svg.clientWidth;
  const own = whole() && width >= NARROW && !(filter && page.$(".bar", svg));
  const entries = own ? [] : page.events();
  if (!entries.length) svg.replaceChildren(...(whole() ? drawn : drawn.map(moved).filter(Boolean)), brush, cursor);
  else svg.replaceChildren(...background(), ...ticks(width), ...marks(entries, width), brush, cursor);
  for (const mark of page.$$(".mark", svg)) mark.toggleAttribute("data-out", !!document.getElementById(mark.dataset.id)?.hidden);
  const [a, b] = chosen ?? [1, 0];
  const left = Math.max(place(Math.max(a, knots[0][0])), 0), right = Math.min(place(Math.min(b + 1, knots.at(-1)[0])), 100);
  set(brush, { x: percent(left), width: percent(chosen ? Math.max(right - left, 0) : 0) });
  for (const button of buttons) button.disabled = whole() && button.value !== "in";
  point();
}

// A shape of the build's drawing, where the view has it; words and lines keep their size.
function moved(element) {
  const copy = element.cloneNode(true);
  for (const part of [copy, ...copy.querySelectorAll("*")]) {
    for (const name of ["x", "x1", "x2", "cx"]) if (part.getAttribute(name)?.endsWith("%")) part.setAttribute(name, percent(seen(parseFloat(part.getAttribute(name)))));
    if (part.getAttribute("width")) part.setAttribute("width", percent((parseFloat(part.getAttribute("width")) * 100) / (view[1] - view[0])));
  }
  return copy;
}

function background() {
  const axis = floor(), lines = [shape("line", { class: "axis", x1: 0, x2: "100%", y1: axis, y2: axis })];
  for (const x of folds) lines.push(shape("g", { class: "fold" }, shape("line", { x1: percent(seen(x)), x2: percent(seen(x)), y1: axis - 5, y2: axis + 5 })));
  return [...eras.map(([x, width, title]) => {
    const left = Math.max(seen(x), 0), right = Math.min(seen(x + width), 100);
    const words = shape("text", { x: percent(left), dx: 6, y: 13 });
    if ((right - left) * svg.clientWidth > title.length * 700) words.textContent = title;
    return shape("g", { class: "era" }, shape("rect", { x: percent(left), y: 0, width: percent(Math.max(right - left, 0)), height: axis }), words);
  }), ...lines];
}

function marks(entries, width) {
  const first = dayAt(0), last = dayAt(100);
  const inside = entries.filter((entry) => page.days(entry)[1] >= first && page.days(entry)[0] <= last);
  return inside.length > Math.min(MANY, width / 8) ? bars(inside, width) : lanes(inside, width);
}

function lanes(inside, width) {
  const top = TOP + (eras.length ? 16 : 0), most = Math.max(Math.floor((floor() - top) / LANE), 1), ends = [];
  const byDay = inside.slice().sort((a, b) => page.days(a)[0] - page.days(b)[0]);
  return byDay.map((entry) => {
    const [from, to] = page.days(entry), { item } = entry, x1 = place(from), x2 = Math.max(place(to + 1), x1);
    let lane = ends.findIndex((end) => end <= x1);
    if (lane < 0) lane = ends.length < most ? ends.length : ends.indexOf(Math.min(...ends));
    ends[lane] = Math.max(x2, x1 + 1200 / width) + 200 / width;
    const y = top + LANE * lane + LANE / 2, kind = page.$(".glyph", item).className.replace("glyph", "").trim();
    const body = kind === "day" ? shape("circle", { cx: percent(x1), cy: y, r: 5 }) : shape("line", { x1: percent(Math.max(x1, 0)), x2: percent(Math.min(x2, 100)), y1: y, y2: y });
    const title = shape("title", {});
    title.textContent = page.$(".when p", item).textContent + ": " + page.$("h3", item).textContent;
    const told = ["planned", "denied"].filter((name) => item.classList.contains(name));
    return shape("g", { class: ["mark", kind, ...told].join(" "), "data-id": item.id }, body, title);
  });
}

// How many events each stretch has, and, where a filter holds, how many of them it leaves.
function bars(inside, width) {
  const count = Math.max(Math.floor(width / 12), 8), all = new Array(count).fill(0), left = new Array(count).fill(0);
  for (const entry of inside) {
    const [from, to] = page.days(entry), bin = Math.min(Math.max(Math.floor((place((from + to) / 2) / 100) * count), 0), count - 1);
    all[bin] += 1;
    if (!entry.out) left[bin] += 1;
  }
  const high = floor() - TOP, most = Math.sqrt(Math.max(...all)), shapes = [];
  const bar = (kind, i, n) => {
    const height = 4 + ((high - 4) * Math.sqrt(n)) / most;
    shapes.push(shape("rect", { class: kind, x: percent((i * 100) / count), width: percent(82 / count), y: floor() - height, height }));
  };
  for (let i = 0; i < count; i++) {
    if (all[i]) bar(filter ? "bar faint" : "bar", i, all[i]);
    if (filter && left[i]) bar("bar", i, left[i]);
  }
  return shapes;
}

// Years, months or days in words, as many as there is room for.
const YEARS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10000];
function ticks(width) {
  const first = dayAt(0), last = dayAt(100);
  if (Math.abs(first) > 9e7 || Math.abs(last) > 9e7) return []; // beyond what a Date can say
  const from = new Date((first - EPOCH) * DAY), span = (last - first) / 365.2425, room = Math.max(Math.floor(width / (span > 3 ? 55 : 95)), 2), found = [], shown = { timeZone: "UTC", year: "numeric" };
  const start = from.getUTCFullYear();
  const add = (year, month, day) => {
    const date = new Date(Date.UTC(2000, 0, 1));
    date.setUTCFullYear(year, month, day);
    found.push([Math.floor(date.getTime() / DAY) + EPOCH, date]);
  };
  if (span > 3) {
    const step = YEARS.find((size) => span / size <= room) ?? 10000;
    for (let year = Math.ceil(start / step) * step; found.length <= room; year += step) add(year, 0, 1);
  } else if (span > 0.2) {
    const step = [1, 2, 3, 6].find((size) => (span * 12) / size <= room) ?? 12;
    for (let month = Math.ceil(from.getUTCMonth() / step) * step; found.length <= room; month += step) add(start, month, 1);
    shown.month = "short";
  } else {
    const step = Math.max(Math.ceil((last - first) / room), 1);
    for (let day = from.getUTCDate(); found.length <= room; day += step) add(start, from.getUTCMonth(), day);
    Object.assign(shown, { month: "short", day: "numeric" });
  }
  const said = new Intl.DateTimeFormat(document.documentElement.lang, start < 1 ? { ...shown, era: "short" } : shown);
  const axis = floor();
  return found.filter(([day]) => day >= first && day <= last).map(([day, date]) => {
    const x = place(day), words = shape("text", { x: percent(x), y: axis + 18, "text-anchor": x < 6 ? "start" : x > 94 ? "end" : "middle" });
    words.textContent = said.format(date);
    return shape("g", { class: "tick" }, shape("line", { x1: percent(x), x2: percent(x), y1: axis - 3, y2: axis + 3 }), words);
  });
}

// -- where the reader is
function follow() {
  const item = page.list.getBoundingClientRect().top < innerHeight / 2 ? inView(page.list) : null;
  if (item === here) return;
  here = item;
  const at = here && place(Number(here.dataset.days.split(" ")[0]));
  if (here && !whole() && (at < 0 || at > 100)) pan((at - 50) / 100);
  else point();
}
function point() {
  const at = here && percent(place(Number(here.dataset.days.split(" ")[0])));
  set(cursor, here ? { x1: at, x2: at, visibility: "visible" } : { visibility: "hidden" });
  for (const mark of page.$$(".mark", svg)) mark.classList.toggle("here", mark.dataset.id === here?.id);
}

// -- buttons and keys
const ACTS = {
  only: [null, () => page.period(whole() ? null : dayAt(0), whole() ? null : dayAt(100))], whole: [null, () => look(0, 100)],
  earlier: ["←", () => pan(-0.5)], later: ["→", () => pan(0.5)], out: ["−", () => zoom(0.5)], in: ["+", () => zoom(2)],
};
const KEYS = { "+": "in", "=": "in", "-": "out", ArrowLeft: "earlier", ArrowRight: "later", Home: "whole", Escape: "whole" };
function tools() {
  const row = document.createElement("div");
  row.className = "strip-tools";
  set(row, { role: "group", "aria-label": page.words.overview });
  buttons = Object.keys(ACTS).filter((act) => act !== "only" || page.period).map((act) => {
    const button = document.createElement("button");
    const words = page.words["strip_" + act];
    Object.assign(button, { type: "button", value: act, textContent: ACTS[act][0] ?? words });
    if (ACTS[act][0]) set(button, { "aria-label": words, title: words });
    button.addEventListener("click", ACTS[act][1]);
    return button;
  });
  row.append(...buttons);
  row.addEventListener("keydown", (event) => {
    const act = !event.ctrlKey && !event.metaKey && !event.altKey && KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    ACTS[act][1]();
    if (document.activeElement.disabled) buttons.find((button) => button.value === "in").focus();
  });
  figure.append(row);
}

function wheel(event) {
  const sideways = event.deltaX || (event.shiftKey && event.deltaY), box = svg.getBoundingClientRect();
  if (event.ctrlKey || event.metaKey) zoom(2 ** (-event.deltaY / 200), ((event.clientX - box.left) / box.width) * 100);
  else if (sideways && !whole()) pan(sideways / box.width);
  else return;
  event.preventDefault();
}

// -- pointers: a press leads to the nearest event, a drag chooses a period; two fingers zoom, and one pans what is zoomed
const down = new Map();
function press(event) {
  if (event.button) return;
  svg.setPointerCapture(event.pointerId);
  down.set(event.pointerId, event.clientX);
  const box = svg.getBoundingClientRect(), before = view.slice(), start = event.clientX;
  const at = (x) => Math.min(Math.max(((x - box.left) / box.width) * 100, 0), 100);
  const pans = event.pointerType === "touch" && !whole();
  let several = down.size > 1, far = false;
  const spread = () => Math.max(Math.abs([...down.values()][0] - [...down.values()][1]), 10);
  const between = several && { wide: spread(), middle: at([...down.values()].reduce((a, b) => a + b) / 2) };
  const move = (now) => {
    if (now.pointerId !== event.pointerId && !between) return;
    down.set(now.pointerId, now.clientX);
    several ||= down.size > 1;
    far ||= Math.abs(now.clientX - start) > 5;
    if (between) {
      view = before.slice();
      zoom(spread() / between.wide, between.middle);
    } else if (!several && far) {
      if (pans) look(before[0] - ((now.clientX - start) / box.width) * (before[1] - before[0]), before[1] - ((now.clientX - start) / box.width) * (before[1] - before[0]));
      else if (page.period) set(brush, { x: percent(Math.min(at(start), at(now.clientX))), width: percent(Math.abs(at(now.clientX) - at(start))) });
    }
  };
  const up = (now) => {
    if (now.pointerId !== event.pointerId) return;
    svg.removeEventListener("pointermove", move);
    svg.removeEventListener("pointerup", up);
    svg.removeEventListener("pointercancel", up);
    down.delete(event.pointerId);
    if (several || now.type === "pointercancel") return;
    const [a, b] = [at(start), at(now.clientX)];
    if (!far) nearest(dayAt(b));
    else if (!pans && page.period) page.period(dayAt(Math.min(a, b)), dayAt(Math.max(a, b)));
  };
  svg.addEventListener("pointermove", move);
  svg.addEventListener("pointerup", up);
  svg.addEventListener("pointercancel", up);
}

function nearest(day) {
  const parts = page.$$(".years [data-day]"), part = parts.findLast((link) => Number(link.dataset.day) <= day) ?? parts[0];
  if (part && !page.events().length) location.href = part.href;
  const open = page.events().filter((entry) => !entry.out);
  const away = (entry) => Math.max(page.days(entry)[0] - day, day - page.days(entry)[1], 0);
  const best = open.reduce((a, b) => (away(b) < away(a) ? b : a), open[0]);
  if (best) location.hash = best.item.id;
}
