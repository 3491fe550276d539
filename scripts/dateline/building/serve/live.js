// Only in pages that `dateline serve` shows: asks the server for the next build, shows it, and keeps the reader's place.
const epoch = Number(document.currentScript.dataset.epoch);
const key = "dateline.live";

// -- the place: what is open, and the first thing with an id that is in sight, with its distance from the top
function remember() {
  const seen = [...document.querySelectorAll("[id]")].find((e) => e.getBoundingClientRect().top >= 0 && e.offsetHeight);
  const place = {
    path: location.pathname,
    y: scrollY,
    id: seen && seen.id,
    top: seen && seen.getBoundingClientRect().top,
    open: [...document.querySelectorAll("details")].map((box) => box.open),
  };
  sessionStorage.setItem(key, JSON.stringify(place));
}

function restore() {
  const place = JSON.parse(sessionStorage.getItem(key) || "null");
  sessionStorage.removeItem(key);
  if (!place || place.path !== location.pathname) return;
  const boxes = document.querySelectorAll("details");
  if (boxes.length === place.open.length) boxes.forEach((box, n) => (box.open = place.open[n]));
  const seen = place.id && document.getElementById(place.id);
  if (seen) settle(seen, place.top, 20);
  else scrollTo({ top: place.y, behavior: "instant" });
}

// What comes near the view is laid out then, and may be taller than was reckoned: a few frames later all has its place.
function settle(seen, top, frames) {
  scrollBy({ top: seen.getBoundingClientRect().top - top, behavior: "instant" });
  if (frames) requestAnimationFrame(() => settle(seen, top, frames - 1));
}

async function watch() {
  for (;;) {
    try {
      const answer = await fetch(`/livereload/${epoch}/${Date.now()}`);
      if (answer.ok && Number(await answer.text()) > epoch) {
        remember();
        location.reload();
        return;
      }
    } catch {
      // The server is gone or starts anew: ask again in a while.
      await new Promise((later) => setTimeout(later, 3000));
    }
  }
}

if (document.readyState === "complete") restore();
else addEventListener("load", restore);
watch();
