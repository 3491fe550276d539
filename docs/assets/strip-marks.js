// What the strip shows of events and eras, drawn anew for a part of the span, a phone or a filter. `strip` says on what:
// {svg, page, eras, folds, filter}.
import { unfold } from "./folded.js";
import { dayAt, place, seen, wide } from "./strip-scale.js";

const LANE = 14,
  TOP = 8,
  MANY = 60; // pixels; marks before they are counted

export function shape(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  set(made, attributes).append(...children);
  return made;
}
export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
export const percent = (value) => value.toFixed(2) + "%";
export const floor = (svg) => svg.getAttribute("height") - 24;

// A shape of the build's drawing, where the view has it; words and lines keep their size.
export function moved(element) {
  const copy = element.cloneNode(true);
  for (const part of [copy, ...copy.querySelectorAll("*")]) {
    for (const name of ["x", "x1", "x2", "cx"])
      if (part.getAttribute(name)?.endsWith("%"))
        part.setAttribute(name, percent(seen(parseFloat(part.getAttribute(name)))));
    if (part.getAttribute("width")) part.setAttribute("width", percent(wide(parseFloat(part.getAttribute("width")))));
  }
  return copy;
}

export function background({ svg, eras, folds }) {
  const axis = floor(svg),
    broken = folds.map((x) => percent(seen(x)));
  return [
    ...eras.map((drawn) => era(drawn, axis, svg.clientWidth)),
    shape("line", { class: "axis", x1: 0, x2: "100%", y1: axis, y2: axis }),
    ...broken.map((x) =>
      shape(
        "g",
        { class: "fold" },
        shape("line", { x1: x, x2: x, y1: axis - 5, y2: axis + 5 }),
        shape("line", { class: "seam", x1: x, x2: x, y1: 4, y2: axis + 5 }),
      ),
    ),
  ];
}
function era([x, width, title], axis, pixels) {
  const left = Math.max(seen(x), 0),
    right = Math.min(seen(x + width), 100);
  const words = shape("text", { x: percent(left), dx: 6, y: 13 });
  if ((right - left) * pixels > title.length * 700) words.textContent = title;
  return shape(
    "g",
    { class: "era" },
    shape("rect", { x: percent(left), y: 0, width: percent(Math.max(right - left, 0)), height: axis }),
    words,
  );
}

export function marks(strip, entries, width) {
  const { page } = strip,
    first = dayAt(0),
    last = dayAt(100);
  const inside = entries.filter((entry) => page.days(entry)[1] >= first && page.days(entry)[0] <= last);
  return inside.length > Math.min(MANY, width / 8) ? bars(strip, inside, width) : lanes(strip, inside, width);
}

function lanes({ svg, page, eras }, inside, width) {
  const top = TOP + (eras.length ? 16 : 0),
    most = Math.max(Math.floor((floor(svg) - top) / LANE), 1),
    ends = [];
  const byDay = inside.slice().sort((a, b) => page.days(a)[0] - page.days(b)[0]);
  return byDay.map((entry) => {
    const [from, to] = page.days(entry),
      x1 = place(from),
      x2 = Math.max(place(to + 1), x1);
    let lane = ends.findIndex((end) => end <= x1);
    if (lane < 0) lane = ends.length < most ? ends.length : ends.indexOf(Math.min(...ends));
    ends[lane] = Math.max(x2, x1 + 1200 / width) + 200 / width;
    return mark(page, entry.item, x1, x2, top + LANE * lane + LANE / 2);
  });
}
function mark(page, item, x1, x2, y) {
  const kind = page.$(".glyph", unfold(item)).className.replace("glyph", "").trim(),
    title = shape("title", {});
  const body =
    kind === "day"
      ? shape("circle", { cx: percent(x1), cy: y, r: 5 })
      : shape("line", { x1: percent(Math.max(x1, 0)), x2: percent(Math.min(x2, 100)), y1: y, y2: y });
  title.textContent = page.$(".when p", item).textContent + ": " + page.$("h3", item).textContent;
  const told = ["planned", "denied"].filter((name) => item.classList.contains(name));
  return shape("g", { class: ["mark", kind, ...told].join(" "), "data-id": item.id }, body, title);
}

// How many events each stretch has, and, where a filter holds, how many of them it leaves.
function bars({ svg, page, filter }, inside, width) {
  const count = Math.max(Math.floor(width / 12), 8),
    all = new Array(count).fill(0),
    left = new Array(count).fill(0);
  for (const entry of inside) {
    const [from, to] = page.days(entry),
      bin = Math.min(Math.max(Math.floor((place((from + to) / 2) / 100) * count), 0), count - 1);
    all[bin] += 1;
    if (!entry.out) left[bin] += 1;
  }
  const high = floor(svg) - TOP,
    most = Math.sqrt(Math.max(...all)),
    shapes = [];
  const bar = (kind, i, n) => {
    const height = 4 + ((high - 4) * Math.sqrt(n)) / most;
    shapes.push(
      shape("rect", {
        class: kind,
        x: percent((i * 100) / count),
        width: percent(82 / count),
        y: floor(svg) - height,
        height,
      }),
    );
  };
  for (let i = 0; i < count; i++) {
    if (all[i]) bar(filter ? "bar faint" : "bar", i, all[i]);
    if (filter && left[i]) bar("bar", i, left[i]);
  }
  return shapes;
}
