import * as Y from "yjs";
import { storedJson } from "#lib/document/from-yjs.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { proposalsIn } from "#lib/document/suggestion/proposals.ts";
import type { CopiedLetters } from "../log/append.ts";
import type { MadeEdit } from "../log/append-edit.ts";

/** A decided suggestion, and the place of the update that decided it. */
interface Decision {
  id: string;
  at: number;
}

export interface TextToReopen {
  /** In their order. */
  updates: Uint8Array[];
  decisions: readonly Decision[];
}

/** Decisions that are undone, and their suggestions, which are in the text again. */
export interface ReopenedText {
  made: MadeEdit;
  /** Deleted letters that the edit wrote again, which stay their writers'. */
  copies: CopiedLetters[];
  ids: string[];
}

/**
 * Undoes the edits that decided suggestions, below everything that was written since. Leaves out those of which nothing
 * is left, and those whose new blocks have words of others. Null if none can be undone.
 */
export function reopenSuggestions({ updates, decisions }: TextToReopen): ReopenedText | null {
  for (let wanted = decisions; wanted.length > 0; ) {
    const { made, copies, kept, open } = undo(updates, wanted);
    const possible = wanted.filter((one) => open.has(one.id) && !kept.has(one));
    if (possible.length === wanted.length) return { made, copies, ids: wanted.map(({ id }) => id) };
    wanted = possible;
  }
  return null;
}

function undo(updates: readonly Uint8Array[], decisions: readonly Decision[]) {
  const document = new Y.Doc();
  const fragment = document.getXmlFragment(TEXT_FRAGMENT);
  const decision = Symbol("decision");
  const manager = new Y.UndoManager(fragment, {
    trackedOrigins: new Set([decision]),
    captureTimeout: Number.MAX_SAFE_INTEGER,
  });
  const deciding = new Set(decisions.map(({ at }) => at));
  for (const [at, update] of updates.entries())
    Y.applyUpdate(document, update, deciding.has(at) ? decision : undefined);
  const kept = withWordsOfOthers(fragment, updates, decisions);
  const made: Uint8Array[] = [];
  document.on("update", (update: Uint8Array) => made.push(update));
  let copies: CopiedLetters[] = [];
  // Before the deleted letters are removed.
  document.once("afterTransaction", () => {
    copies = copiedIn(document);
  });
  manager.undo();
  const open = new Set(proposalsIn(storedJson(document).content ?? []).map(({ id }) => id));
  const edit = { update: Y.mergeUpdates(made), clientId: document.clientID };
  document.destroy();
  return { made: edit, copies, kept, open };
}

function copiedIn(document: Y.Doc): CopiedLetters[] {
  const copies: CopiedLetters[] = [];
  for (const structs of document.store.clients.values())
    for (const item of structs)
      if (item instanceof Y.Item && item.redone?.client === document.clientID && item.countable)
        copies.push([item.redone.clock, item.length, item.id.client, item.id.clock]);
  return copies;
}

type MakerOf = (item: Y.Item) => Decision | undefined;

function makerIn(updates: readonly Uint8Array[], decisions: readonly Decision[]): MakerOf {
  const metas = decisions.map((one) => ({ one, ...Y.parseUpdateMeta(updates[one.at] ?? new Uint8Array()) }));
  return ({ id: { client, clock } }) =>
    metas.find(({ from, to }) => (from.get(client) ?? Infinity) <= clock && clock < (to.get(client) ?? 0))?.one;
}

/**
 * Returns the decisions that made a block in which someone else has written since. Its undo would delete their words.
 */
function withWordsOfOthers(
  fragment: Y.XmlFragment,
  updates: readonly Uint8Array[],
  decisions: readonly Decision[],
): Set<Decision> {
  const makerOf = makerIn(updates, decisions);
  const found = new Set<Decision>();
  const visit = (first: Y.Item | null, makers: readonly Decision[]) => {
    for (let item = first; item; item = item.right) {
      if (item.deleted) continue;
      const maker = makerOf(item);
      if (!maker) for (const one of makers) found.add(one);
      if (item.content instanceof Y.ContentType) visit(item.content.type._start, maker ? [...makers, maker] : makers);
    }
  };
  visit(fragment._start, []);
  return found;
}
