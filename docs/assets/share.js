// What a reader takes along from one event: its address, its citation, a report of what is wrong in it.
// There is one row of these for the whole page. It stands at the end of the event that is pointed at, tapped or focused,
// so that a page of thousands of events holds nothing for it.
const MOST = 6000; // letters of an address that GitHub takes for certain
let row, words, status;

export function at(item, given) {
  words = given;
  row ??= made();
  if (row.parentElement?.parentElement === item) return;
  status.textContent = "";
  item.querySelector(".what").append(row);
  const report = row.querySelector("a");
  if (report) report.href = reported(item, document.querySelector(".colophon .report").href);
}

export const address = (item) => `${location.href.split(/[?#]/)[0]}#${item.id}`;
export const text = (item, selector) => item.querySelector(selector)?.textContent.replace(/\s+/g, " ").trim() ?? "";

// The names are attributes, which the style sheet shows: the filter reads what an event says, not its buttons.
function made() {
  const paragraph = document.createElement("p");
  paragraph.className = "act";
  const named = (name, label, extra = {}) => {
    const element = Object.assign(document.createElement(name), extra);
    element.setAttribute("aria-label", label);
    paragraph.append(element);
    return element;
  };
  named("button", words.permalink, { type: "button", onclick: link });
  named("button", words.cite, { type: "button", onclick: cite });
  if (document.querySelector(".colophon .report"))
    named("a", words.report, { target: "_blank", rel: "noopener noreferrer", referrerPolicy: "no-referrer" });
  status = document.createElement("span");
  status.setAttribute("role", "status");
  paragraph.append(status);
  return paragraph;
}

const mine = () => row.closest("li.event");

async function link() {
  const item = mine();
  history.replaceState(null, "", address(item)); // going there would take the focus from the button
  try {
    await navigator.clipboard.writeText(address(item));
    status.textContent = words.copied;
    setTimeout(() => (status.textContent = ""), 2000);
  } catch {
    // Where the clipboard is closed to pages, the address bar has it.
  }
}

async function cite() {
  (await import("./cite.js")).open(mine(), words);
}

// The form of GitHub for a correction, filled in: its fields are those of `.github/ISSUE_TEMPLATE/correct.yml`.
export function reported(item, form) {
  const quotes = [...item.querySelectorAll("blockquote")].map((quote) => quote.textContent.trim()).join("\n\n");
  const url = new URL(form);
  url.searchParams.set("title", cut(`${text(item, ".when p")}: ${text(item, "h3")}`, 200));
  url.searchParams.set("page", cut(address(item), 1000));
  url.searchParams.set("event", cut(item.id, 100));
  url.searchParams.set(
    "dates",
    cut(
      [
        text(item, ".when p"),
        ...(item.querySelector(".precision")?.textContent.split(",\n") ?? []),
        item.dataset.edtf,
      ].join(" · "),
      300,
    ),
  );
  for (let most = 2000; ; most = most >> 1) {
    url.searchParams.set("quote", cut(quotes, most));
    if (url.href.length <= MOST || most < 20) return url.href;
  }
}
const cut = (words, most) => ([...words].length > most ? [...words].slice(0, most).join("") + "…" : words);
