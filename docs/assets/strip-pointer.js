// Pointers on the strip: a press leads to the nearest event, a drag chooses a period; two fingers zoom, and one pans what
// is zoomed. `on` says what each does: {draw, brush(from, to) in percent, nearest(day), period(first, last) or null}.
import { dayAt, pan, show, shown, whole, zoom } from "./strip-scale.js";

const FAR = 5,
  CLOSE = 10; // pixels: less is a press, not a drag; fingers are taken to be at least so far apart
const down = new Map(); // where each finger or button is, by its pointer
let svg, on;

export function listen(element, acts) {
  [svg, on] = [element, acts];
  svg.addEventListener("pointerdown", press);
  svg.addEventListener("wheel", wheel, { passive: false });
}

const share = (x) => {
  const box = svg.getBoundingClientRect();
  return Math.min(Math.max(((x - box.left) / box.width) * 100, 0), 100);
};
const spread = () => Math.max(Math.abs([...down.values()][0] - [...down.values()][1]), CLOSE);

function press(event) {
  if (event.button) return;
  svg.setPointerCapture(event.pointerId);
  down.set(event.pointerId, event.clientX);
  const drag = {
    id: event.pointerId,
    start: event.clientX,
    now: event.clientX,
    before: shown(),
    far: false,
    several: down.size > 1,
  };
  drag.pans = event.pointerType === "touch" && !whole();
  if (drag.several) drag.pinch = { wide: spread(), middle: share([...down.values()].reduce((a, b) => a + b) / 2) };
  const move = (now) => moved(drag, now);
  const up = (now) => {
    if (now.pointerId !== drag.id) return;
    svg.removeEventListener("pointermove", move);
    for (const sign of ["pointerup", "pointercancel"]) svg.removeEventListener(sign, up);
    down.delete(drag.id);
    if (!drag.several && now.type === "pointerup") done(drag, now.clientX);
  };
  svg.addEventListener("pointermove", move);
  for (const sign of ["pointerup", "pointercancel"]) svg.addEventListener(sign, up);
}

function moved(drag, now) {
  if (now.pointerId !== drag.id && !drag.pinch) return;
  down.set(now.pointerId, now.clientX);
  drag.several ||= down.size > 1;
  drag.far ||= Math.abs(now.clientX - drag.start) > FAR;
  if (drag.pinch) {
    show(...drag.before);
    zoom(spread() / drag.pinch.wide, drag.pinch.middle);
    on.draw();
  } else if (!drag.several && drag.far && drag.pans) {
    pan((drag.start - now.clientX) / svg.clientWidth, drag.before);
    on.draw();
  } else if (!drag.several && drag.far && on.period) {
    on.brush(...[share(drag.start), share(now.clientX)].sort((a, b) => a - b));
  }
}

function done(drag, x) {
  const [a, b] = [share(drag.start), share(x)];
  if (!drag.far) on.nearest(dayAt(b));
  else if (!drag.pans && on.period) on.period(dayAt(Math.min(a, b)), dayAt(Math.max(a, b)));
}

function wheel(event) {
  const sideways = event.deltaX || (event.shiftKey && event.deltaY);
  if (event.ctrlKey || event.metaKey) zoom(2 ** (-event.deltaY / 200), share(event.clientX));
  else if (sideways && !whole()) pan(sideways / svg.clientWidth);
  else return;
  on.draw();
  event.preventDefault();
}
