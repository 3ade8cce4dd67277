import { makeWordLists } from "./word-lists.ts";

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
  for (const link of body.querySelectorAll("a")) redirectless(link);
  // Google Docs writes an empty line as a break between paragraphs.
  for (const br of body.querySelectorAll("body > br, body > b > br")) br.remove();
  return body.innerHTML;
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
