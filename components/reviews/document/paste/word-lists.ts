/** Word writes each item of a list as a paragraph with the level in its style and the marker as text. */
const LEVEL = /mso-list:\s*\S+\s+level(\d)/i;
const MARKER = '[style*="mso-list:Ignore" i], [style*="mso-list: Ignore" i]';
/** "1.", "a)", "iv." and "(2)". Other markers are signs. */
const ORDERED = /^\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)]/i;

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
export function makeWordLists(root: ParentNode): void {
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
