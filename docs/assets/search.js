// Search over the whole site: Pagefind's index, fetched when first asked for, in a dialog or on the search page.
const SHOWN = 8;
let state;

export function open({ base, inline, words, said }) {
  state ??= build({ base, inline, words, said });
  if (!inline && !state.dialog.open) state.dialog.showModal();
  state.input.focus();
  state.input.select();
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function build({ base, inline, words, said }) {
  const input = element("input", {
    type: "search",
    name: "q",
    autocomplete: "off",
    "aria-label": words.search_label,
    placeholder: words.search_hint,
  });
  const form = element("form", { role: "search", "aria-label": words.search_label }, input);
  const status = element("p", { class: "status", role: "status" });
  const list = element("ol");
  const more = element("button", { type: "button", hidden: "" }, words.search_more);
  const box = element("div", { class: "finder" }, form, status, list, more);
  const made = { base, words, said, input, status, list, more, dialog: null, inline, turn: 0 };
  if (inline) inline.replaceChildren(box);
  else {
    const close = element("button", { type: "button" }, words.close);
    form.append(close);
    made.dialog = element("dialog", { class: "find-all", "aria-label": words.search }, box);
    close.addEventListener("click", () => made.dialog.close());
    made.dialog.addEventListener("click", (event) => {
      if (event.target === made.dialog) made.dialog.close();
    });
    list.addEventListener("click", (event) => {
      if (event.target.closest("a")) made.dialog.close();
    });
    document.body.append(made.dialog);
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask(made), 150);
  });
  more.addEventListener("click", () => show(made));
  if (inline) {
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    if (input.value) ask(made);
  }
  return made;
}

let library;
async function pagefind(base) {
  library ??= import(new URL("pagefind/pagefind.js", base)).then(async (module) => {
    await module.options({ baseUrl: base.pathname, excerptLength: 24 });
    await module.init();
    return module;
  });
  return library;
}

async function ask(made) {
  const turn = ++made.turn,
    query = made.input.value.trim();
  made.list.replaceChildren();
  made.more.hidden = true;
  made.status.textContent = query ? made.words.search_wait : "";
  if (made.inline) history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
  if (!query) return;
  try {
    const library = await pagefind(made.base),
      asked = split(query);
    const beginnings = asked.map((word) => word.slice(0, kept(word))).join(" ");
    const searches = [query, beginnings === asked.join(" ") ? null : beginnings].filter(Boolean);
    const found = await Promise.all(searches.map((text) => library.search(text)));
    if (turn !== made.turn) return;
    const results = new Map(found.flatMap(({ results }) => results.map((result) => [result.id, result])).reverse());
    const ranked = [...new Set(found.flatMap(({ results }) => results.map(({ id }) => id)))];
    Object.assign(made, { query, asked, rest: ranked.map((id) => results.get(id)), shown: 0 });
    await show(made);
  } catch (error) {
    console.error(error);
    if (turn === made.turn) made.status.textContent = made.words.search_fail;
  }
}

// Russian and Romanian words change their endings, and one stemmer would know one language. So a word is also asked for by
// its beginning, and a result counts only if it has, for every word asked, one that differs from it in no more than an
// ending of a few letters. (Pagefind itself, where a word is not found, tries ever shorter beginnings, down to "к" for "кошками".)
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const split = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const kept = (word) =>
  /\p{N}/u.test(word)
    ? word.length
    : word.length - (word.length > 6 ? 3 : word.length > 4 ? 2 : word.length > 3 ? 1 : 0);
export function alike(asked, word) {
  if (word.startsWith(asked) && asked.length > 2) return true;
  let common = 0;
  while (common < asked.length && asked[common] === word[common]) common += 1;
  return word === asked || (asked.length > 3 && common >= kept(asked) && word.length - common <= 4);
}
const holds = (text, asked) => {
  const inside = split(text);
  return asked.every((word) => inside.some((other) => alike(word, other)));
};

async function show(made) {
  const turn = made.turn;
  let added = 0;
  while (made.rest.length && added < SHOWN) {
    const batch = await Promise.all(made.rest.splice(0, SHOWN).map((result) => result.data()));
    if (turn !== made.turn) return;
    for (const page of batch) {
      if (!holds(page.content + " " + (page.meta.title ?? ""), made.asked)) continue;
      made.list.append(entry(page, made));
      added += 1;
    }
  }
  made.shown += added;
  made.more.hidden = !made.rest.length;
  const form = new Intl.PluralRules(made.words.lang).select(made.shown);
  const counted = made.words["search_result_" + form] ?? made.words.search_result_other;
  const { said, words } = made;
  made.status.textContent = made.shown
    ? said(counted, { n: made.shown + (made.rest.length ? "+" : "") })
    : said(words.search_none, { query: made.query });
}

// Text from the index is put in as text; only Pagefind's own <mark>s around what was found are read.
function marked(excerpt) {
  const text = element("p");
  const plain = (html) => new DOMParser().parseFromString("<!doctype html><p>" + html, "text/html").body.textContent;
  excerpt.split(/(<mark>.*?<\/mark>)/s).forEach((part) => {
    const hit = /^<mark>(.*)<\/mark>$/s.exec(part);
    text.append(hit ? element("mark", {}, plain(hit[1])) : plain(part));
  });
  return text;
}

function entry(page, made) {
  const title = page.meta.title ?? page.url;
  const item = element("li", {}, element("a", { href: safe(page.url) }, title));
  const events = inside(page, made.asked);
  if (events.length)
    item.append(
      element(
        "ul",
        {},
        ...events.map(([id, text]) => element("li", {}, element("a", { href: safe(page.url) + "#" + id }, text))),
      ),
    );
  else item.append(marked(page.excerpt));
  return item;
}

// On a page of many events: the events that have the words. Pagefind counts places in words of the page's content.
function inside(page, asked) {
  const starts = page.anchors.filter((anchor) => anchor.element === "li" && /^s\w{8,}$/.test(anchor.id));
  if (!starts.length) return [];
  const content = page.content.split(/\s+/);
  const parts = starts.map(({ id, location }, i) => [
    id,
    content.slice(location, starts[i + 1]?.location ?? content.length).join(" "),
  ]);
  return parts
    .filter(([, text]) => holds(text, asked))
    .slice(0, 5)
    .map(([id, text]) => [id, text.split(" ").slice(0, 18).join(" ") + "…"]);
}
const safe = (url) => (new URL(url, location).origin === location.origin ? url : "#");
