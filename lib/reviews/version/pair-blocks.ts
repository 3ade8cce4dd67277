import { type DocumentJson, type DocumentNode, stringAttr } from "#lib/document/document-json.ts";
import { plainText } from "#lib/document/text.ts";
import { type EventLabel, tokensOf } from "./word-runs.ts";

/** A top-level block of a text, with what comparing needs of it. */
export interface Block {
  node: DocumentNode;
  id: string | null;
  /** Title of the section it is in, empty before the first. */
  section: string;
  tokens: string[];
  /** Equal for blocks that read the same and look the same. */
  likeness: string;
}

/** Ids and hashes are not seen. */
const UNSEEN: ReadonlySet<string> = new Set(["id", "key", "hash", "sectionKey"]);

/** The top-level blocks of a text, without empty lines and the questions of the template. */
export function blocksOf(json: DocumentJson, labelOf: EventLabel): Block[] {
  let section = "";
  return (json.content ?? []).flatMap((node) => {
    if (node.type === "guidance") return [];
    if (node.type === "heading" && stringAttr(node, "sectionKey")) section = plainText([node]);
    const tokens = tokensOf(node, labelOf);
    // The editor keeps an empty line at the end of a text.
    if (node.type === "paragraph" && tokens.length === 0) return [];
    const likeness = JSON.stringify([shapeOf(node), tokens]);
    return [{ node, id: stringAttr(node, "id"), section, tokens, likeness }];
  });
}

/** How a block and everything in it looks, apart from its words. */
function shapeOf({ type, attrs, content = [] }: DocumentNode): unknown[] {
  const seen = Object.entries(attrs ?? {}).filter(([name, value]) => !UNSEEN.has(name) && value !== null);
  return [type, seen.sort(), ...content.flatMap((child) => (child.type === "text" ? [] : [shapeOf(child)]))];
}

/**
 * Finds for each block of `after` the one of `before` that it was: by its id, then by equal content, otherwise by
 * likeness, where more than half of the words are the same.
 */
export function pairBlocks(before: readonly Block[], after: readonly Block[]): Map<Block, Block> {
  const pairs = new Map<Block, Block>();
  const free = new Set(before);
  const pair = (block: Block, was: Block | undefined) => {
    if (!was || !free.delete(was)) return;
    pairs.set(block, was);
  };
  const ids = new Map(before.flatMap((block) => (block.id === null ? [] : [[block.id, block] as const])));
  for (const block of after) if (block.id !== null) pair(block, ids.get(block.id));
  const equal = Map.groupBy(free, ({ likeness }) => likeness);
  for (const block of after) if (!pairs.has(block)) pair(block, equal.get(block.likeness)?.shift());
  const alike = new Alike(free);
  for (const block of after) if (!pairs.has(block)) pair(block, alike.mostLike(block, free));
  return pairs;
}

/** Finds blocks with many of the same words. A word leads to the blocks it is in, so others aren't compared at all. */
class Alike {
  private readonly blocks: { block: Block; size: number }[] = [];
  private readonly places = new Map<string, number[]>();

  constructor(among: Iterable<Block>) {
    for (const block of among) {
      const words = new Set(block.tokens);
      const at = this.blocks.push({ block, size: words.size }) - 1;
      for (const word of words) {
        const places = this.places.get(word);
        if (places) places.push(at);
        else this.places.set(word, [at]);
      }
    }
  }

  /** The free block of the same type that shares the most words, where those are more than half. */
  mostLike({ tokens, node }: Block, free: ReadonlySet<Block>): Block | undefined {
    const words = new Set(tokens);
    const shared = new Uint32Array(this.blocks.length);
    for (const word of words) for (const at of this.places.get(word) ?? []) shared[at] = (shared[at] ?? 0) + 1;
    let best: Block | undefined;
    let most = 0.5;
    for (const [at, { block, size }] of this.blocks.entries()) {
      const share = (2 * (shared[at] ?? 0)) / (size + words.size);
      if (share > most && block.node.type === node.type && free.has(block)) [most, best] = [share, block];
    }
    return best;
  }
}

/** Which of `places` stay where they were: the longest run of them that still rises. The others moved. */
export function stayedPlaces(places: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [at, place] of places.entries()) {
    let low = 0;
    for (let high = tails.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((places[tails[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = at;
  }
  const stayed = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) stayed.add(places[at] ?? -1);
  return stayed;
}
