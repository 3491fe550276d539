// Tells the page around it how high the timeline is.
const tell = () =>
  parent.postMessage({ dateline: Math.ceil(document.documentElement.getBoundingClientRect().height) }, "*");
new ResizeObserver(tell).observe(document.body);
addEventListener("hashchange", tell);
