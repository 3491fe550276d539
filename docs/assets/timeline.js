// A timeline's filters (their state is the address), its keys, and its strip.
let tools, list, form, entries;

export function start(timeline, given) {
  tools = given;
  list = timeline;
  form = tools.$("form.filters");
  addEventListener("keydown", step);
  if (form) {
    restore();
    form.addEventListener("input", () => apply(true));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => apply(true)));
    addEventListener("popstate", () => { restore(); });
  }
  const figure = tools.$(".timeline-page .strip");
  if (figure) drawn(figure);
  performance.mark("usable");
}

// -- events, read from the page once
function events() {
  entries ??= tools.$$("li.event", list).map((item) => ({
    item,
    groups: [item.closest("li.year"), item.parentElement].filter((group) => group && group !== list),
    days: item.dataset.days.split(" ").map(Number),
    text: null,
  }));
  return entries;
}
const plain = (text) => (/[^\0-\x7f]/.test(text) ? text.normalize("NFKD").replace(/\p{M}/gu, "") : text).toLowerCase();
const told = (entry) => (entry.text ??= plain(entry.item.textContent));

// -- filters
const FACETS = ["kind", "entities", "origins", "languages", "status"];
const has = (item, name, value) =>
  name === "status" ? item.classList.contains(value) || (value === "disputed" && !!item.querySelector(".disputed"))
    : ` ${item.dataset[name] ?? ""} `.includes(` ${value} `);

function wanted() {
  const data = new FormData(form);
  const facets = FACETS.map((name) => [name, data.getAll(name)]).filter(([, values]) => values.length);
  return {
    text: (data.get("text") ?? "").trim(), facets,
    from: (data.get("from") ?? "").trim(), to: (data.get("to") ?? "").trim(), order: data.get("order"),
  };
}

// The first or last day (an ordinal: 1 is 1 January of the year 1) of a year, month or day as typed; null where it is none.
function ordinal(typed, end) {
  const match = /^(-?\d{1,4})(?:-(\d\d?)(?:-(\d\d?))?)?$/.exec(typed);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  const date = new Date(Date.UTC(2000, 0, 1));
  if (!end) date.setUTCFullYear(year, (month || 1) - 1, day || 1);
  else if (day) date.setUTCFullYear(year, month - 1, day);
  else if (month) date.setUTCFullYear(year, month, 0);
  else date.setUTCFullYear(year, 11, 31);
  return Math.floor(date.getTime() / 86400000) + 719163;
}

function apply(remember) {
  const want = wanted();
  const parts = plain(want.text).split(/\s+/).filter(Boolean);
  const from = ordinal(want.from, false) ?? -Infinity, to = ordinal(want.to, true) ?? Infinity;
  const open = new Map();
  let found = 0;
  for (const entry of events()) {
    const { item, days, groups } = entry;
    const fits = days[1] >= from && days[0] <= to &&
      want.facets.every(([name, values]) => values.some((value) => has(item, name, value))) &&
      (!parts.length || parts.every((part) => told(entry).includes(part)));
    if (item.hidden === fits) item.hidden = !fits;
    if (fits) found += 1;
    for (const group of groups) if (fits || !open.has(group)) open.set(group, fits);
  }
  for (const [group, any] of open) if (group.hidden === any) group.hidden = !any;
  sort(want.order);
  const active = parts.length || want.facets.length || from > -Infinity || to < Infinity;
  announce(found, active);
  marks();
  if (remember) keep(want);
}

let order = null;
function sort(asked) {
  const initial = (order ??= list.hasAttribute("reversed") ? "newest" : "oldest");
  if (!asked || asked === initial) return;
  order = asked;
  for (const year of tools.$$("li.year", list)) year.append(...tools.$$(":scope > ol", year).reverse());
  for (const nested of [list, ...tools.$$("li.year > ol", list)]) nested.append(...[...nested.children].reverse());
  list.toggleAttribute("reversed", asked === "newest");
}

let waiting;
function announce(found, active) {
  const output = tools.$("output", form), clear = tools.$("button[type=reset]", form);
  clear.hidden = !active;
  const text = found ? tools.said(form.dataset.result, { found, total: events().length }) : form.dataset.none;
  clearTimeout(waiting);
  waiting = setTimeout(() => (output.textContent = active ? text : ""), 150);
}

// The address holds what differs from the page as it was made, so that a filtered view is a link.
function keep(want) {
  const query = new URLSearchParams();
  if (want.text) query.set("text", want.text);
  for (const [name, values] of want.facets) query.set(name, values.join(" "));
  if (want.from) query.set("from", want.from);
  if (want.to) query.set("to", want.to);
  const chosen = form.querySelector("[name=order][value=" + (want.order ?? "oldest") + "]");
  if (chosen && !chosen.defaultChecked) query.set("order", want.order);
  const search = query.size ? "?" + query : "";
  if (search !== location.search) history.replaceState(null, "", location.pathname + search + location.hash);
}

function restore() {
  const query = new URLSearchParams(location.search);
  for (const name of ["text", "from", "to"]) if (form.elements[name]) form.elements[name].value = query.get(name) ?? "";
  for (const name of FACETS) {
    const values = (query.get(name) ?? "").split(" ");
    for (const box of tools.$$(`input[name=${name}]`, form)) box.checked = values.includes(box.value);
  }
  for (const radio of tools.$$("[name=order]", form)) radio.checked = query.has("order") ? radio.value === query.get("order") : radio.defaultChecked;
  const details = tools.$("details", form);
  if (details && tools.$$("details input", form).some((i) => (i.type === "checkbox" ? i.checked : i.type !== "radio" && i.value))) details.open = true;
  if (location.search) apply(false);
}

// -- keys: j and k, or the arrows with Alt, from event to event
function step(event) {
  if (tools.typing(event.target) || event.ctrlKey || event.metaKey) return;
  const down = event.key === "j" || (event.altKey && event.key === "ArrowDown");
  const up = event.key === "k" || (event.altKey && event.key === "ArrowUp");
  if (!down && !up) return;
  event.preventDefault();
  const links = tools.$$("li.event:not([hidden]) h3 a", list);
  const here = links.indexOf(document.activeElement);
  const near = here >= 0 ? here + (down ? 1 : -1) : links.findIndex((link) => link.getBoundingClientRect().top > 0);
  const next = links[Math.min(Math.max(near, 0), links.length - 1)];
  next?.focus({ preventScroll: true });
  next?.closest("li").scrollIntoView({ block: "start" });
}

// -- the strip: a click leads to the nearest event, a drag chooses a period, scrolling moves the cursor
const FOLLOWED = 400; // more events than these are not watched one by one
let strip;
function drawn(figure) {
  const knots = figure.dataset.knots.split(" ").map((knot) => knot.split(":").map(Number));
  strip = { svg: tools.$("svg", figure), knots, cursor: shape("line", "cursor"), brush: shape("rect", "brush") };
  const height = strip.svg.getAttribute("height") - 24;
  set(strip.cursor, { y1: 0, y2: height, visibility: "hidden" });
  set(strip.brush, { y: 0, height, width: 0 });
  strip.svg.append(strip.brush, strip.cursor);
  strip.svg.addEventListener("pointerdown", press);
  marks();
  const items = list.getElementsByClassName("event");
  if (items.length > FOLLOWED) return;
  const seen = new IntersectionObserver(follow, { rootMargin: "-15% 0px -75% 0px" });
  for (const item of items) seen.observe(item);
}
const shape = (name, kind) => set(document.createElementNS("http://www.w3.org/2000/svg", name), { class: kind });
function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
function between(value, a, b) {
  const { knots } = strip;
  let i = knots.findIndex((knot) => knot[a] > value) - 1;
  if (i === -2) i = knots.length - 2;
  i = Math.min(Math.max(i, 0), knots.length - 2);
  const share = (value - knots[i][a]) / (knots[i + 1][a] - knots[i][a]);
  return knots[i][b] + share * (knots[i + 1][b] - knots[i][b]);
}
const percentOf = (day) => between(day, 0, 1), dayAt = (percent) => Math.round(between(percent, 1, 0));
function marks() {
  if (!strip) return;
  for (const mark of tools.$$(".mark", strip.svg)) mark.toggleAttribute("data-out", !!document.getElementById(mark.dataset.id)?.hidden);
}
function follow(changes) {
  const top = changes.find((change) => change.isIntersecting)?.target;
  if (!top) return;
  const at = percentOf(Number(top.dataset.days.split(" ")[0])) + "%";
  set(strip.cursor, { x1: at, x2: at, visibility: "visible" });
  for (const mark of tools.$$(".mark", strip.svg)) mark.classList.toggle("here", mark.dataset.id === top.id);
}
function press(down) {
  if (down.button) return;
  const box = strip.svg.getBoundingClientRect();
  const at = (event) => Math.min(Math.max(((event.clientX - box.left) / box.width) * 100, 0), 100);
  const from = at(down);
  const move = (event) => set(strip.brush, { x: Math.min(from, at(event)) + "%", width: Math.abs(at(event) - from) + "%" });
  const up = (event) => {
    strip.svg.removeEventListener("pointermove", move);
    const to = at(event);
    if (Math.abs(event.clientX - down.clientX) < 5) nearest(dayAt(to));
    else if (form) period(dayAt(Math.min(from, to)), dayAt(Math.max(from, to)));
    if (!form) set(strip.brush, { width: 0 });
  };
  strip.svg.setPointerCapture(down.pointerId);
  strip.svg.addEventListener("pointermove", move);
  strip.svg.addEventListener("pointerup", up, { once: true });
}
function nearest(day) {
  const open = events().filter(({ item }) => !item.hidden);
  const away = ({ days }) => Math.max(days[0] - day, day - days[1], 0);
  const best = open.reduce((a, b) => (away(b) < away(a) ? b : a), open[0]);
  if (best) location.hash = best.item.id;
}
function period(first, last) {
  const iso = (day) => new Date((day - 719163) * 86400000).toISOString().slice(0, 10);
  if (first < 1) return;
  form.elements.from.value = iso(first);
  form.elements.to.value = iso(last);
  tools.$("details", form).open = true;
  apply(true);
}
