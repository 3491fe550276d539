// The comforts: light and dark, filters, keys, the strip, search. Every page is complete without this file.
// Search is at hand from the start, so that no letter typed after its key is lost; its index is fetched when first asked for.
import { open } from "./search.js";

const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const words = JSON.parse($("#words").textContent);
const said = (text, fields) => text.replace(/\{(\w+)\}/g, (whole, name) => fields[name] ?? whole);
const asked = () => {
  // the id that the address names
  const id = location.hash.slice(1);
  try {
    return decodeURIComponent(id);
  } catch {
    return id; // "#100%" is as good an address as any
  }
};
const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

// -- light and dark: the system's, until the reader says otherwise
const theme = $("button.theme");
if (theme) {
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const root = document.documentElement;
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const next = (root.dataset.theme || system) === "dark" ? "light" : "dark";
    if (next === system) delete root.dataset.theme;
    else root.dataset.theme = next;
    try {
      if (next === system) localStorage.removeItem("dateline.theme");
      else localStorage.setItem("dateline.theme", next);
    } catch {
      // Storage may be switched off; the choice then holds for this page.
    }
  });
}

// -- a closed box that holds the place asked for opens
function reveal() {
  const place = asked() && document.getElementById(asked());
  const box = place && place.closest("details:not([open])");
  if (box) {
    box.open = true;
    place.scrollIntoView();
  }
}
addEventListener("hashchange", reveal);
reveal();

// -- on a timeline that is split by year, an address that names an event of another page leads to that page
async function lead() {
  const map = $("[data-places]"),
    id = asked();
  const there = document.getElementById(id); // a key event is named on the first page too
  if (!map || !id || (there && !there.closest(".key li"))) return;
  const file = new URL(map.dataset.places.replace("*", id[1] ?? "_"), location);
  const answer = await fetch(file);
  const found = answer.ok && Object.entries(await answer.json()).find(([, ids]) => ids.includes(id));
  if (found) location.replace(new URL(`${found[0]}/#${id}`, file));
}
addEventListener("hashchange", lead);
lead();

// -- what is there to be taken along: the snippet of an embedded timeline, and a button to copy it or a citation
for (const snippet of $$("[data-embed]")) {
  const source = new URL(snippet.dataset.embed, location);
  const title = $("h1").textContent.replace(/["&<>]/g, "");
  snippet.textContent =
    `<iframe src="${source}" title="${title}" loading="lazy" style="width:100%;height:36rem;border:0"></iframe>
<script>addEventListener("message",e=>{for(const f of document.querySelectorAll("iframe"))if(f.contentWindow===e.source&&e.data.dateline)f.style.height=e.data.dateline+"px"})</` +
    "script>";
}
for (const text of $$(".copyable")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = words.copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent.trim());
    button.textContent = words.copied;
    setTimeout(() => (button.textContent = words.copy), 2000);
  });
  text.after(button);
}

// -- what is needed only where it is used
const timeline = $("ol.timeline") ?? $(".timeline-page .strip"); // of the first page of a split one, the strip alone
if (timeline) {
  import("./timeline.js")
    .then((module) => module.start(timeline, { $, $$, asked, said, typing, words }))
    .catch((fault) => {
      for (const text of $$("li > noscript")) text.outerHTML = text.textContent;
      throw fault;
    });
  // What an event offers is fetched when one is first pointed at or focused; by touch, when scrolling has come to rest.
  let share;
  const offer = async (target) => {
    const item = target?.closest("li.event");
    if (item) (await (share ??= import("./share.js"))).at(item, words);
  };
  for (const sign of ["pointerover", "focusin"]) timeline.addEventListener(sign, (event) => offer(event.target));
  const atRest = () => offer(document.elementFromPoint(innerWidth / 2, innerHeight * 0.4));
  if (matchMedia("(hover: none)").matches) document.addEventListener("scrollend", atRest);
}
const base = new URL($(".bar a.search").href + "../", location);
const openSearch = (inline) => open({ base, inline, words, said });
const place = $("#search");
if (place) openSearch(place);
else {
  $(".bar a.search").addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openSearch();
  });
  addEventListener("keydown", (event) => {
    const asked =
      (event.key === "/" && !typing(event.target)) || (event.key === "k" && (event.ctrlKey || event.metaKey));
    if (!asked || event.altKey) return;
    event.preventDefault();
    openSearch();
  });
}
globalThis.dateline = true; // what is folded is in good hands: without this, the page's first script takes it out
