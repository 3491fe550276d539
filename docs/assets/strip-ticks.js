// The words below the axis: years, months or days, as many as each stretch of one scale has room for.
import { place, stretches } from "./strip-scale.js";
import { percent, shape } from "./strip-marks.js";

const DAY = 86400000,
  EPOCH = 719163; // milliseconds; the ordinal of 1 January 1970 (1 is 1 January of the year 1)
const YEARS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000, 10000];
const LONGEST = 9e7; // days: what a Date can say, about
const ROUNDED = 0.02; // percent: where the axis breaks is known so well
const APART = 55; // pixels from the middle of one year's word to the next

export function ticks(width, axis, folds) {
  const drawn = [];
  let reached = -Infinity;
  for (const stretch of stretches()) {
    const [start, end] = stretch.axis;
    if (folds.some((x) => x > start + ROUNDED && x < end - ROUNDED)) continue; // it is folded: nothing is in it
    for (const [x, text] of words(stretch, ((stretch.b - stretch.a) * width) / 100)) {
      if ((x - reached) * width < APART * 80) continue;
      reached = x;
      drawn.push(tick(x, text, axis));
    }
  }
  return drawn;
}

function tick(x, text, axis) {
  const words = shape("text", {
    x: percent(x),
    y: axis + 18,
    "text-anchor": x < 6 ? "start" : x > 94 ? "end" : "middle",
  });
  words.textContent = text;
  return shape(
    "g",
    { class: "tick" },
    shape("line", { x1: percent(x), x2: percent(x), y1: axis - 3, y2: axis + 3 }),
    words,
  );
}

// Places and words of one stretch that is `width` pixels wide.
function words({ from, to }, width) {
  if (Math.abs(from) > LONGEST || Math.abs(to) > LONGEST) return [];
  const start = new Date((from - EPOCH) * DAY),
    span = (to - from) / 365.2425;
  const room = Math.max(Math.floor(width / (span > 3 ? APART : 95)), 1);
  const [dates, shown] =
    span > 3 ? years(start, span, room) : span > 0.2 ? months(start, span, room) : days(start, to - from, room);
  const options = { timeZone: "UTC", year: "numeric", ...shown, ...(start.getUTCFullYear() < 1 && { era: "short" }) };
  const said = new Intl.DateTimeFormat(document.documentElement.lang, options);
  const found = dates.map((date) => [Math.floor(date.getTime() / DAY) + EPOCH, date]);
  return found.filter(([day]) => day >= from && day <= to).map(([day, date]) => [place(day), said.format(date)]);
}

// Dates from `first` by steps of `step`, one more than there is room for: the first may lie before the stretch.
function series(room, first, step, make) {
  return Array.from({ length: room + 1 }, (_, i) => {
    const date = new Date(Date.UTC(2000, 0, 1));
    date.setUTCFullYear(...make(first + i * step));
    return date;
  });
}
function years(start, span, room) {
  const step = YEARS.find((size) => span / size <= room) ?? 10000;
  return [series(room, Math.ceil(start.getUTCFullYear() / step) * step, step, (year) => [year, 0, 1]), {}];
}
function months(start, span, room) {
  const step = [1, 2, 3, 6].find((size) => (span * 12) / size <= room) ?? 12;
  return [
    series(room, Math.ceil(start.getUTCMonth() / step) * step, step, (month) => [start.getUTCFullYear(), month, 1]),
    { month: "short" },
  ];
}
function days(start, length, room) {
  const step = Math.max(Math.ceil(length / room), 1);
  return [
    series(room, start.getUTCDate(), step, (day) => [start.getUTCFullYear(), start.getUTCMonth(), day]),
    { month: "short", day: "numeric" },
  ];
}
