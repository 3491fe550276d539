// Days against places on the strip. The build's axis is a line through knots (day, percent), which may be broken; of it
// the view shows a part, from one percent to another. A place is in percent of what is shown.
const NEAREST = 2; // percent of the axis: the smallest part that is shown
let knots = [],
  view = [0, 100];

export function read(text) {
  knots = text.split(" ").map((knot) => knot.split(":").map(Number));
}

function between(value, a, b) {
  let i = knots.findIndex((knot) => knot[a] > value) - 1;
  if (i === -2) i = knots.length - 2;
  i = Math.min(Math.max(i, 0), knots.length - 2);
  const share = (value - knots[i][a]) / (knots[i + 1][a] - knots[i][a]);
  return knots[i][b] + share * (knots[i + 1][b] - knots[i][b]);
}
export const seen = (percent) => ((percent - view[0]) / (view[1] - view[0])) * 100;
export const wide = (percent) => (percent * 100) / (view[1] - view[0]);
export const place = (day) => seen(between(day, 0, 1));
export const dayAt = (share) => Math.floor(between(view[0] + (share / 100) * (view[1] - view[0]), 1, 0));
export const whole = () => view[0] <= 0 && view[1] >= 100;
export const within = (day) => Math.min(Math.max(day, knots[0][0]), knots.at(-1)[0]);

// Stretches of one scale each, as far as they are seen: days from and to, places from `a` to `b`, and where the whole
// stretch is on the axis. What is beside the axis is a margin of the
// stretch there.
export function stretches() {
  return knots.slice(1).flatMap((knot, i) => {
    const last = i + 2 === knots.length,
      a = i ? Math.max(seen(knots[i][1]), 0) : 0,
      b = last ? 100 : Math.min(seen(knot[1]), 100);
    return b > a
      ? [
          {
            from: a ? knots[i][0] : within(dayAt(0)),
            to: b < 100 ? knot[0] - 1 : within(dayAt(100)),
            a,
            b,
            axis: [knots[i][1], knot[1]],
          },
        ]
      : [];
  });
}

// -- the view
export const shown = () => view.slice();
export function show(from, to) {
  const width = Math.min(Math.max(to - from, NEAREST), 100);
  const start = Math.min(Math.max(from, 0), 100 - width);
  view = [start, start + width];
}
export function zoom(factor, centre = 50) {
  const middle = view[0] + (centre / 100) * (view[1] - view[0]),
    width = (view[1] - view[0]) / factor;
  show(middle - (centre / 100) * width, middle + (1 - centre / 100) * width);
}
export const pan = (share, [a, b] = view) => show(a + share * (b - a), b + share * (b - a));
