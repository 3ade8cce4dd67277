import * as Y from "yjs";
import { CLOSE } from "#lib/document/socket-protocol.ts";
import { Refusal } from "./refusal.ts";

const MAX_DEPTH = 100;
const STEPS_PER_STRUCT = 4;
const SPARE_STEPS = 10_000;

const tooDeep = () => new Refusal(CLOSE.refused, "nested too deep");

function depthInDocument(document: Y.Doc, id: Y.ID): number {
  const item: unknown = Y.getItem(document.store, id);
  let depth = 1;
  for (
    let at = item instanceof Y.Item ? item.parent : null;
    at instanceof Y.AbstractType;
    at = at._item?.parent ?? null
  ) {
    if (!at._item) return depth;
    depth++;
  }
  return depth;
}

/** Finds how deep each item of an update lies: by its parent, or like the neighbour that it was put beside. */
class DepthMeter {
  private readonly known = new Map<Y.Item, number>();
  private readonly byClient = new Map<number, Y.Item[]>();
  private steps: number;

  constructor(
    private readonly document: Y.Doc,
    items: readonly Y.Item[],
  ) {
    this.steps = items.length * STEPS_PER_STRUCT + SPARE_STEPS;
    for (const item of items) {
      const list = this.byClient.get(item.id.client) ?? [];
      this.byClient.set(item.id.client, list);
      list.push(item);
    }
  }

  depthOf(item: Y.Item): number {
    const path: { item: Y.Item; below: number }[] = [];
    let depth = 0;
    for (let at: Y.Item | undefined = item; at; ) {
      const known = this.known.get(at);
      if (known !== undefined) {
        depth = known;
        break;
      }
      if (this.steps-- === 0) throw tooDeep();
      const parent: Y.ID | null = at.parent instanceof Y.ID ? at.parent : null;
      const beside: Y.ID | null = parent ?? at.origin ?? at.rightOrigin;
      const next: Y.Item | undefined = beside ? this.inUpdate(beside) : undefined;
      path.push({ item: at, below: parent ? 1 : 0 });
      if (!next)
        depth =
          beside && Y.getState(this.document.store, beside.client) > beside.clock
            ? depthInDocument(this.document, beside)
            : 1;
      at = next;
    }
    for (const step of path.reverse()) {
      depth += step.below;
      this.known.set(step.item, depth);
    }
    return depth;
  }

  private inUpdate({ client, clock }: Y.ID): Y.Item | undefined {
    const items = this.byClient.get(client) ?? [];
    let low = 0;
    let high = items.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const item = items[middle];
      if (!item) return undefined;
      if (item.id.clock > clock) high = middle - 1;
      else if (item.id.clock + item.length <= clock) low = middle + 1;
      else return item;
    }
    return undefined;
  }
}

/** Refuses elements nested so deep that reading or deleting them would overflow the stack of every reader. */
export function checkNesting(document: Y.Doc, items: readonly Y.Item[]): void {
  if (!items.some((item) => item.content instanceof Y.ContentType)) return;
  const meter = new DepthMeter(document, items);
  for (const item of items)
    if (item.content instanceof Y.ContentType && meter.depthOf(item) > MAX_DEPTH) throw tooDeep();
}
