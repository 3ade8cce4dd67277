import * as Y from "yjs";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { CLOSE } from "#lib/document/socket-protocol.ts";
import { FIRST_REPAIRER } from "../repair/change.ts";
import { checkPlaces } from "./check-places.ts";
import { canApply } from "./dependencies.ts";
import type { DocumentState } from "./document-state.ts";
import { Refusal } from "./refusal.ts";
import { suggestionsIn } from "./suggestions-in.ts";
import { checkTemplate } from "./template-parts.ts";
import { checkVocabulary } from "./vocabulary.ts";

const MAX_CLOCK = 2 ** 31;

export interface GuardLimits {
  updateBytes: number;
  documentBytes: number;
  documentNodes: number;
  updateStructs: number;
}

export interface IncomingUpdate {
  update: Uint8Array;
  userId: string;
  /** A returning tab sends everything it wrote in the meantime as one update. */
  isReturn: boolean;
  /** Parts of the template that its tab says it removes on purpose. */
  takesOut?: ReadonlySet<string>;
}

/**
 * `behind`: it builds on an edit that this process perhaps hasn't read yet, or has another person's, which the tab may
 * have received from another process.
 */
export type GuardVerdict =
  | { behind: "edit" }
  | { behind: "owner" }
  | { behind: null; newClients: number[]; suggestions: string[]; deleted: number };

const refuse = (reason: string) => new Refusal(CLOSE.refused, reason);

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdate(update);
  } catch {
    throw refuse("malformed update");
  }
}

/**
 * Checks an update before it is logged, because a logged row is read on every load. Throws a Refusal for an update that
 * is too large, malformed, or not allowed by the schema. After the log was read, one that is still behind is rejected
 * by the caller.
 */
export function inspectUpdate(
  document: Y.Doc,
  state: DocumentState,
  incoming: IncomingUpdate,
  limits: GuardLimits,
): GuardVerdict {
  const { update, userId, isReturn, takesOut = new Set() } = incoming;
  if (update.length > (isReturn ? limits.documentBytes : limits.updateBytes))
    throw new Refusal(CLOSE.tooBig, "update too large");
  const { structs, ds } = decode(update);
  if (structs.length > limits.updateStructs) throw new Refusal(CLOSE.tooBig, "update too large");
  const clocks = new Map<number, number>();
  const newClients: number[] = [];
  const newItems: Y.Item[] = [];
  const clockOf = (client: number) => clocks.get(client) ?? Y.getState(document.store, client);

  for (const struct of structs) {
    const { client, clock } = struct.id;
    const known = clockOf(client);
    const end = clock + struct.length;
    if (struct instanceof Y.Skip || end > MAX_CLOCK) throw refuse("impossible clock");
    if (clock > known) return { behind: "edit" };
    if (end <= known) continue;
    if (client >= FIRST_REPAIRER) return { behind: "edit" };
    const owner = state.owners.get(client);
    if (owner === undefined && known > 0 && !clocks.has(client)) return { behind: "owner" };
    if (owner === undefined && !clocks.has(client)) newClients.push(client);
    if (owner !== undefined && owner !== userId) return { behind: "owner" };
    if (struct instanceof Y.Item) {
      checkVocabulary(struct);
      newItems.push(struct);
    } else if (struct.length > limits.documentBytes) throw refuse("impossible length");
    clocks.set(client, end);
  }
  let deleted = 0;
  for (const [client, deletions] of ds.clients)
    for (const { clock, len } of deletions) {
      if (clock + len > clockOf(client)) return { behind: "edit" };
      deleted += len;
    }
  if (!canApply(document, structs)) return { behind: "edit" };
  checkPlaces(document, newItems);
  checkTemplate(document, newItems, ds, takesOut);
  if (state.bytes + update.length > limits.documentBytes && structs.length > 0)
    checkSize(document, state, update, limits);
  checkNodes(document, state, newItems, limits);
  return { behind: null, newClients, suggestions: suggestionsIn(document, newItems), deleted };
}

/** Counts like `bytes`: deletions are noticed only when the true number is looked up. */
function checkNodes(document: Y.Doc, state: DocumentState, items: readonly Y.Item[], limits: GuardLimits): void {
  const added = items.filter(isNode).length;
  if (added === 0) return;
  if (state.nodes === null || state.nodes + added > limits.documentNodes) state.nodes = countNodes(document);
  if (state.nodes + added > limits.documentNodes) throw new Refusal(CLOSE.documentFull, "document full");
  state.nodes += added;
}

/** Returns the paragraphs, list items, cells, texts and chips of a document. */
export function countNodes(document: Y.Doc): number {
  let count = 0;
  for (const node of document.getXmlFragment(TEXT_FRAGMENT).createTreeWalker(() => true)) {
    count += 1;
    for (let item = node instanceof Y.XmlText ? node._start : null; item; item = item.right)
      if (!item.deleted && isNode(item)) count += 1;
  }
  return count;
}

/** An element or a text, or a chip inside a text. */
const isNode = ({ content }: Y.Item) => content instanceof Y.ContentType || content instanceof Y.ContentEmbed;

/** `bytes` only grows, so the true size is measured before anything is rejected. */
function checkSize(document: Y.Doc, state: DocumentState, update: Uint8Array, limits: GuardLimits): void {
  state.bytes = Y.encodeStateAsUpdate(document).length;
  if (state.bytes + update.length > limits.documentBytes) throw new Refusal(CLOSE.documentFull, "document full");
}
