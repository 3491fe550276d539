// The citation of an event: the event itself as this site has it, and the articles that it quotes, whose own citations
// are read from their pages when they are asked for. Nothing of it is on the page before.
import { address, text } from "./share.js";

const TEX = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
const tex = (words) => words.replace(/\s+/g, " ").replace(/[\\~^{}$&#%_]/g, (mark) => TEX[mark] ?? "\\" + mark);
const sentence = (words) => (!words || /[.!?…]$/.test(words) ? words : words + ".");

// The three citations. `event`: title, date, page, site, url, link, quotes [{text, source, day, link}];
// `articles`: what their pages say, [{words, bibtex}]; `title` is the site's way to set a title, with {title} in it.
export function compose(event, articles, title) {
  const titled = (/[.!?…]$/.test(event.title) ? title.replace("{title}.", "{title}") : title).replace(
    "{title}",
    () => event.title,
  );
  const place = event.page === event.site ? event.site : `${event.page}, ${event.site}`;
  const own = [titled, sentence(event.date), sentence(place), sentence(event.link), sentence(event.url)];
  const entry = { title: `{${tex(event.title)}}`, howpublished: tex(place), note: tex(event.date), url: event.url };
  const rows = Object.entries(entry).map(([name, value]) => `  ${name} = {${value}}`);
  const quotes = event.quotes.map(
    (quote) => `${quote.text}\n— ${[quote.source, quote.day, quote.link].filter(Boolean).join(", ")}`,
  );
  return {
    plain: [`${event.date}: ${event.title}`, ...quotes, ...(event.link ? [event.link] : []), event.url].join("\n\n"),
    chicago: [own.filter(Boolean).join(" "), ...articles.map((article) => article.words)].filter(Boolean).join("\n"),
    bibtex: [`@misc{${event.id},\n${rows.join(",\n")}\n}`, ...articles.map((article) => article.bibtex)].join("\n"),
  };
}

export function facts(item) {
  const quotes = [...item.querySelectorAll(".quote")].map((quote) => ({
    text: quote.querySelector("blockquote").textContent.trim(),
    source: text(quote, "cite"),
    day: text(quote, "figcaption time"),
    link: quote.querySelector("blockquote").getAttribute("cite") ?? "",
  }));
  return {
    id: item.id,
    url: address(item),
    title: text(item, "h3"),
    date: text(item, ".when p"),
    quotes,
    page: text(document, "h1"),
    site: text(document, ".bar .name"),
    link: item.querySelector(".what > .links a")?.getAttribute("href") ?? "",
  };
}

// The citations on the pages of the articles that the event quotes, each page asked for once.
async function sources(item) {
  const pages = new Set(
    [...item.querySelectorAll(".quote .links a:first-child")].map((link) => link.href.split("#")[0]),
  );
  return Promise.all(
    [...pages].map(async (page) => {
      const answer = await fetch(page);
      if (!answer.ok) throw new Error(answer.status);
      const parsed = new DOMParser().parseFromString(await answer.text(), "text/html");
      return { words: text(parsed, ".cite p"), bibtex: parsed.querySelector(".cite pre").textContent.trim() };
    }),
  );
}

let box;
export async function open(item, words) {
  box?.remove();
  box = document.createElement("dialog");
  box.className = "find-all cite-box";
  box.setAttribute("aria-labelledby", "cite-title");
  const put = (name, content, parent = box) => {
    const element = document.createElement(name);
    element.textContent = content;
    parent.append(element);
    return element;
  };
  put("h2", words.cite).id = "cite-title";
  const status = put("p", "");
  status.setAttribute("role", "status");
  const close = put("button", words.close);
  close.type = "button";
  close.onclick = () => box.close();
  document.body.append(box);
  box.showModal();
  let read = [];
  try {
    read = await sources(item);
    status.textContent = "";
  } catch {
    status.textContent = words.cite_fail;
  }
  const made = compose(facts(item), read, words.cite_title);
  for (const [name, label] of [
    ["chicago", "Chicago"],
    ["bibtex", "BibTeX"],
    ["plain", words.cite_plain],
  ]) {
    const part = document.createElement("section");
    const heading = put("h3", label, part);
    heading.id = `cite-${name}`;
    const shown = put("pre", made[name], part);
    shown.tabIndex = 0;
    shown.setAttribute("role", "group");
    shown.setAttribute("aria-labelledby", heading.id);
    const copy = put("button", words.copy, part);
    copy.type = "button";
    copy.className = "copy";
    copy.setAttribute("aria-describedby", heading.id);
    copy.onclick = async () => {
      try {
        await navigator.clipboard.writeText(made[name]);
        status.textContent = `${label}: ${words.copied}`;
      } catch {
        getSelection().selectAllChildren(shown); // the reader's own key copies what is chosen
      }
    };
    close.before(part);
  }
  box.querySelector(".copy").focus();
}
