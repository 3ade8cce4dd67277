/** Word writes each item of a list as a paragraph with the level in its style and the marker as text. */
const LEVEL = /mso-list:\s*\S+\s+level(\d)/i;
const MARKER = '[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]';
/** "1.", "a)", "iv." and "(2)". Other markers are signs. */
const ORDERED = /^\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)]/i;

/** Level of the smallest heading. */
const LOWEST_HEADING = 4;

interface Item {
  paragraph: Element;
  level: number;
  isOrdered: boolean;
}

function itemOf(paragraph: Element): Item | null {
  const level = LEVEL.exec(paragraph.getAttribute("style") ?? "")?.[1];
  if (level === undefined) return null;
  const marker = paragraph.querySelector(MARKER);
  const isOrdered = ORDERED.test(marker?.textContent?.trim() ?? "");
  marker?.remove();
  return { paragraph, level: Number(level), isOrdered };
}

/** Turns the list paragraphs of Word into nested lists. */
function makeWordLists(root: ParentNode): void {
  const items = new Map<Element, Item>();
  for (const paragraph of root.querySelectorAll("p")) {
    const item = itemOf(paragraph);
    if (item) items.set(paragraph, item);
  }
  for (const [paragraph, first] of items) {
    if (!paragraph.isConnected) continue;
    const run: Item[] = [];
    for (let next: Element | null = paragraph; next; next = next.nextElementSibling) {
      const item = items.get(next);
      if (!item || (item.level === first.level && item.isOrdered !== first.isOrdered)) break;
      run.push(item);
    }
    paragraph.before(nest(first, run));
    for (const one of run) one.paragraph.remove();
  }
}

/** An item that is deeper than the one before it belongs to that one. */
function nest(first: Item, run: readonly Item[]): Element {
  const make = (name: string) => first.paragraph.ownerDocument.createElement(name);
  const listOf = ({ isOrdered }: Item) => make(isOrdered ? "ol" : "ul");
  const top = listOf(first);
  const open = [{ list: top, level: first.level }];
  for (const one of run) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > one.level) open.pop();
    const current = open.at(-1);
    if (current && current.level < one.level) {
      const list = listOf(one);
      current.list.lastElementChild?.append(list);
      open.push({ list, level: one.level });
    }
    const item = make("li");
    item.append(...one.paragraph.childNodes);
    open.at(-1)?.list.append(item);
  }
  return top;
}

/** Attributes by which nodes of our own are recognised. Another page could plant a mention or a template's heading. */
const OWN = [
  "data-person-mention",
  "data-event-chip",
  "data-record-chip",
  "data-live-block",
  "data-draft-block",
  "data-guidance",
  "data-thread-id",
  "data-section-key",
  "data-picture",
  "data-collapsible",
  "data-link-card",
];

/**
 * Returns pasted HTML ready for the schema, which drops everything it doesn't know, such as scripts and styles. Lists
 * of Word, tasks and the links of Google Docs become what they mean. Text copied from a review stays as it is.
 */
export function cleanPastedHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  if (body.querySelector("[data-pm-slice]")) return html;
  for (const name of OWN) for (const element of body.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  makeWordLists(body);
  makeTasks(body);
  makeHeadings(body);
  makeCallouts(body);
  makeHeaderRows(body, SPREADSHEET.test(html));
  // Word writes an empty line as a paragraph with one space.
  for (const line of body.querySelectorAll("p.MsoNormal")) if (isEmptyLine(line)) line.remove();
  for (const link of body.querySelectorAll("a")) redirectless(link);
  // Google Docs writes an empty line as a break between paragraphs.
  for (const br of body.querySelectorAll("body > br, body > b > br")) br.remove();
  return body.innerHTML;
}

const isEmptyLine = (line: Element) =>
  (line.textContent ?? "").trim() === "" && line.childElementCount < 2 && !line.closest("td, th");

/** Renames an element and keeps its attributes. */
function rename(element: Element, name: string): Element {
  const renamed = element.ownerDocument.createElement(name);
  for (const { name: attribute, value } of element.attributes) renamed.setAttribute(attribute, value);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

/** The largest heading of a review's text is that of a section, and the smallest is two below it. */
function makeHeadings(body: Element): void {
  for (const title of body.querySelectorAll("p.MsoTitle")) rename(title, "h1");
  const down = body.querySelector("h1") ? 1 : 0;
  for (const heading of body.querySelectorAll("h1, h2, h3, h4, h5, h6"))
    rename(heading, `h${Math.min(LOWEST_HEADING, Number(heading.tagName.slice(1)) + down)}`);
}

const TONES: Readonly<Record<string, string>> = { tip: "tip", warning: "warning", caution: "warning" };

/** Notion and GitHub have callouts. */
function makeCallouts(body: Element): void {
  for (const alert of body.querySelectorAll("aside, .markdown-alert")) {
    const tone = /markdown-alert-(\w+)/.exec(alert.className)?.[1] ?? "";
    const callout = rename(alert, "aside");
    callout.setAttribute("data-callout", "");
    callout.setAttribute("data-tone", TONES[tone] ?? "note");
  }
}

const SPREADSHEET = /google-sheets-html-origin|urn:schemas-microsoft-com:office:excel/;
const BOLD = 'b, strong, [style*="font-weight:7"], [style*="font-weight: 7"], [style*="font-weight:bold"]';

function isBold(cell: Element): boolean {
  const bold = [...cell.querySelectorAll(BOLD)];
  const outer = bold.filter((one) => !bold.some((other) => other !== one && other.contains(one)));
  const lettersOf = (elements: Element[]) => elements.map(({ textContent }) => textContent ?? "").join("");
  return lettersOf(outer).replace(/\s/g, "") === lettersOf([cell]).replace(/\s/g, "");
}

/** The first row of a spreadsheet is usually its header. Word and Google Docs only make it bold. */
function makeHeaderRows(body: Element, isSpreadsheet: boolean): void {
  for (const table of body.querySelectorAll("table")) {
    const [first, second] = table.rows;
    if (!first || !second || table.querySelector("th")) continue;
    const cells = [...first.cells];
    const hasWords = cells.some(({ textContent }) => (textContent ?? "").trim() !== "");
    if (hasWords && (isSpreadsheet || cells.every(isBold))) for (const cell of cells) rename(cell, "th");
  }
}

/** Google Docs and mail send a link over their own page. */
function redirectless(link: HTMLAnchorElement): void {
  if (!URL.canParse(link.href)) return;
  const { hostname, pathname, searchParams } = new URL(link.href);
  const target = searchParams.get("q") ?? searchParams.get("url");
  if (!/(?:^|\.)google\.com$/.test(hostname) || pathname !== "/url" || target === null) return;
  if (/^https?:\/\//i.test(target)) link.href = target;
}

const WRITTEN_BOX = /^\s*\[([ xX])\]\s+/;

/** Returns whether a list item is a done or an open task, and removes its box. Null for another item. */
function takeBox(item: Element): boolean | null {
  const input = item.querySelector<HTMLInputElement>(
    ":scope > input[type=checkbox], :scope > :is(p, label, div) > input",
  );
  if (input) {
    input.remove();
    return input.hasAttribute("checked");
  }
  const state = item.getAttribute("aria-checked") ?? item.getAttribute("data-checked");
  if (state !== null) return state === "true";
  const walker = item.ownerDocument.createTreeWalker(item, NodeFilter.SHOW_TEXT);
  const text = walker.nextNode();
  const written = WRITTEN_BOX.exec(text?.textContent ?? "");
  if (!text || !written) return null;
  text.textContent = (text.textContent ?? "").replace(WRITTEN_BOX, "");
  return written[1] !== " ";
}

function makeTasks(body: Element): void {
  for (const list of body.querySelectorAll("ul")) {
    const items = [...list.children].filter(({ tagName }) => tagName === "LI");
    const boxes = items.map(takeBox);
    if (items.length === 0 || boxes.every((box) => box === null)) continue;
    list.setAttribute("data-type", "taskList");
    for (const [index, item] of items.entries()) {
      item.setAttribute("data-type", "taskItem");
      item.setAttribute("data-checked", String(boxes[index] ?? false));
    }
  }
}
