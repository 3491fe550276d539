// A timeline's filters (their state is the address) and its keys; the strip above it is strip.js.
import * as folded from "./folded.js";
import * as strip from "./strip.js";

const SCREENFUL = 15; // events: after a filter, the first that it left are what the reader sees
let tools, list, form, entries, parts;

export function start(timeline, given) {
  tools = given;
  list = timeline;
  form = tools.$("form.filters");
  addEventListener("keydown", step);
  folded.start(list, tools);
  const figure = tools.$(".timeline-page .strip");
  if (figure) strip.start(figure, { ...tools, list, events, days, period: form && period, form });
  if (form) {
    restore(false);
    form.addEventListener("input", () => apply(true));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(() => apply(true)));
    addEventListener("popstate", () => restore(true));
    globalThis.requestIdleCallback?.(readAhead);
  }
  performance.mark("usable");
}

// -- events: an entry each, in the order of the page. What it takes to read out of the page is read when first asked for.
function events() {
  if (entries) return entries;
  parts = new Map();
  return (entries = Array.from(tools.$$("li.event", list), (item) => {
    const part = item.parentElement;
    if (part !== list && !parts.has(part)) parts.set(part, { year: part.parentElement, shown: 0 });
    return { item, part: parts.get(part), out: false, text: null, days: null, values: {} };
  }));
}
const days = (entry) => (entry.days ??= entry.item.dataset.days.split(" ").map(Number));

// What can be searched for is what an event says, not the words that each event has around it. It is read from the HTML,
// which is the same before and after an event is unfolded.
const AROUND =
  /<abbr.*?<\/abbr>|<\/cite>.*?<\/figcaption>|<p class="(?:links|act)".*?<\/p>|<summary.*?<\/summary>|<details class="reading".*?<\/details>/gs;
const BREAK = /<\/(?:p|h3|figcaption|blockquote)>/g,
  TAG = /<(?:[^"'>]|"[^"]*"|'[^']*')*>/g;
const SIGNS = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", "#34": '"', "#39": "'" };
const said = (html) =>
  html
    .replace(AROUND, "\n")
    .replace(BREAK, "\n")
    .replace(TAG, "")
    .replace(/&(#?\w+);/g, (sign, name) => SIGNS[name] ?? sign);
const plain = (text) =>
  (/[^\0-\x7f‐-‟«»]/.test(text) ? text.normalize("NFKD").replace(/\p{M}/gu, "") : text).toLowerCase();
const told = (entry) => (entry.text ??= plain(said(folded.source(entry.item))));
function readAhead(idle) {
  for (const entry of events()) {
    if (entry.text === null && idle.timeRemaining() < 2) return void requestIdleCallback(readAhead);
    told(entry);
  }
}

// -- filters
const FACETS = ["kind", "entities", "origins", "languages", "status"];
function values(entry, name) {
  const { item } = entry;
  return (entry.values[name] ??=
    name === "status"
      ? [...item.classList, folded.source(item).includes('<p class="disputed">') ? "disputed" : ""]
      : (item.getAttribute("data-" + name) ?? "").split(" "));
}

function wanted() {
  const data = new FormData(form);
  const facets = FACETS.map((name) => [name, data.getAll(name)]).filter(([, chosen]) => chosen.length);
  return {
    text: (data.get("text") ?? "").trim(),
    facets,
    from: (data.get("from") ?? "").trim(),
    to: (data.get("to") ?? "").trim(),
    order: data.get("order"),
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
  const want = wanted(),
    all = events();
  const words = plain(want.text).split(/\s+/).filter(Boolean);
  const from = ordinal(want.from, false) ?? -Infinity,
    to = ordinal(want.to, true) ?? Infinity;
  const dated = from > -Infinity || to < Infinity;
  for (const part of parts.values()) part.shown = 0;
  let found = 0;
  for (const entry of all) {
    const fits =
      (!dated || (days(entry)[1] >= from && days(entry)[0] <= to)) &&
      want.facets.every(([name, chosen]) => chosen.some((value) => values(entry, name).includes(value))) &&
      (!words.length || words.every((word) => told(entry).includes(word)));
    if (entry.out === fits) entry.item.hidden = entry.out = !fits;
    if (fits) {
      found += 1;
      if (entry.part) entry.part.shown += 1;
    }
  }
  gather();
  sort(want.order);
  all
    .filter((entry) => !entry.out)
    .slice(0, SCREENFUL)
    .forEach((entry) => folded.unfold(entry.item));
  const active = words.length > 0 || want.facets.length > 0 || dated;
  announce(found, active);
  strip.filtered(active, from, to);
  if (remember) keep(want);
}

// A stretch of the list is as tall as its events are many (the style sheet reckons with it); one without any is gone.
function gather() {
  const years = new Map();
  for (const [part, { year, shown }] of parts) {
    if (part.hidden === shown > 0) part.hidden = !shown;
    if (shown) part.style.setProperty("--events", shown);
    years.set(year, years.get(year) || shown > 0);
  }
  for (const [year, any] of years) if (year.hidden === any) year.hidden = !any;
}

let order = null;
function sort(asked) {
  const now = (order ??= list.hasAttribute("reversed") ? "newest" : "oldest");
  if (!asked || asked === now) return;
  order = asked;
  for (const year of tools.$$("li.year", list)) year.append(...tools.$$(":scope > ol", year).reverse());
  for (const nested of [list, ...tools.$$("li.year > ol", list)]) nested.append(...[...nested.children].reverse());
  list.toggleAttribute("reversed", asked === "newest");
  events().reverse();
}

let waiting;
function announce(found, active) {
  const output = tools.$("output", form),
    clear = tools.$("button[type=reset]", form);
  clear.hidden = !active;
  const text = found ? tools.said(form.dataset.result, { found, total: events().length }) : form.dataset.none;
  clearTimeout(waiting);
  waiting = setTimeout(() => (output.textContent = active ? text : ""), 150);
}

// The address holds what differs from the page as it was made, so that a filtered view is a link.
function keep(want) {
  const query = new URLSearchParams();
  if (want.text) query.set("text", want.text);
  for (const [name, chosen] of want.facets) query.set(name, chosen.join(" "));
  if (want.from) query.set("from", want.from);
  if (want.to) query.set("to", want.to);
  const chosen = form.querySelector("[name=order][value=" + (want.order ?? "oldest") + "]");
  if (chosen && !chosen.defaultChecked) query.set("order", want.order);
  const search = query.size ? "?" + query : "";
  if (search !== location.search) history.replaceState(null, "", location.pathname + search + location.hash);
}

function restore(again) {
  const query = new URLSearchParams(location.search);
  for (const name of ["text", "from", "to"]) if (form.elements[name]) form.elements[name].value = query.get(name) ?? "";
  for (const name of FACETS) {
    const chosen = (query.get(name) ?? "").split(" ");
    for (const box of tools.$$(`input[name=${name}]`, form)) box.checked = chosen.includes(box.value);
  }
  for (const radio of tools.$$("[name=order]", form))
    radio.checked = query.has("order") ? radio.value === query.get("order") : radio.defaultChecked;
  const details = tools.$("details", form);
  if (
    details &&
    tools.$$("details input", form).some((i) => (i.type === "checkbox" ? i.checked : i.type !== "radio" && i.value))
  )
    details.open = true;
  if (again || location.search) apply(false);
}

// The period from one day to another, as the strip's brush chooses it; null and null for all.
function period(first, last) {
  const iso = (day) => (day === null ? "" : new Date((day - 719163) * 86400000).toISOString().slice(0, 10));
  if (first !== null && (first < 1 || last > 3652059)) return;
  form.elements.from.value = iso(first);
  form.elements.to.value = iso(last);
  if (first !== null) tools.$("details", form).open = true;
  apply(true);
}

// -- keys: j and k from event to event; the arrows too, once an event is chosen (else they scroll) or with Alt
function step(event) {
  if (tools.typing(event.target) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const here = document.activeElement.closest?.("li.event h3") && document.activeElement.closest("li.event");
  const arrows = event.altKey || here;
  const down = event.key === "j" || (arrows && event.key === "ArrowDown");
  const up = event.key === "k" || (arrows && event.key === "ArrowUp");
  if (!down && !up) return;
  event.preventDefault();
  const shown = events()
    .filter((entry) => !entry.out)
    .map((entry) => entry.item);
  const at = shown.indexOf(here ?? strip.inView(list));
  const next = shown[Math.min(Math.max(here ? at + (down ? 1 : -1) : at, 0), shown.length - 1)];
  if (!next) return;
  tools.$("h3 a", folded.unfold(next)).focus({ preventScroll: true });
  next.scrollIntoView({ block: "start" });
}
