// On a page of hundreds of events, what most of them say comes folded: as text in a <noscript>, which a browser that
// runs scripts is through with in a moment, and one that doesn't shows like all else. Here the text becomes elements: before
// the reader comes near it, when something is asked of the event, before printing, and all the rest when there is time.
const FOLDED = ":scope > noscript";
let rest = [],
  asked;

// The event, with its elements.
export function unfold(item) {
  const text = item.querySelector(FOLDED);
  if (text) text.outerHTML = text.textContent;
  return item;
}

// What an event holds, as HTML, folded or not.
export const source = (item) => item.querySelector(FOLDED)?.textContent ?? item.innerHTML;

export function start(list, tools) {
  asked = tools.asked;
  rest = [...new Set(Array.from(list.querySelectorAll("li > noscript"), (text) => text.closest(".part")))];
  if (!rest.length) return;
  const near = new IntersectionObserver((seen) => seen.forEach((s) => s.isIntersecting && whole(s.target)), {
    rootMargin: "150% 0px",
  });
  for (const part of rest) near.observe(part);
  addEventListener("beforeprint", () => rest.forEach(whole));
  addEventListener("hashchange", arrive);
  arrive();
  soon(work);
}

const whole = (part) => [...part.children].forEach(unfold);

// A place inside an event is no element yet while the event is folded.
function arrive() {
  const id = asked(),
    quoted = ` id="${id}"`;
  const there = id && document.getElementById(id);
  const part = there ? there.closest(".part") : id && rest.find((p) => p.textContent.includes(quoted));
  if (!part || !part.querySelector("noscript")) return;
  whole(part);
  document.getElementById(id)?.scrollIntoView();
}

const soon = (act) => (globalThis.requestIdleCallback ?? ((act) => setTimeout(act, 40)))(act);
function work(idle) {
  do whole(rest.shift());
  while (rest.length && idle?.timeRemaining() > 4);
  if (rest.length) soon(work);
}
