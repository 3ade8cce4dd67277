import * as Y from "yjs";
import type { DocumentJson } from "#lib/document/document-json.ts";
import { documentJson } from "#lib/document/from-yjs.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import {
  carryWords,
  GENERATED,
  UNKNOWN_ORIGIN as NO_ONE,
  type Origin,
  packOwners,
  type TextOwners,
  unpackOwners,
  type WordPlace,
  type WordsOfText,
} from "#lib/reviews/version/owners.ts";
import { blocksOf } from "#lib/reviews/version/pair-blocks.ts";
import { placedWords } from "#lib/reviews/version/word-runs.ts";
import type { LogSince } from "../log/read-document.ts";
import { Change } from "../repair/change.ts";

/** A version with the owners of its words. Null for one from before they were stored. */
export interface OwnedVersion {
  number: number;
  state: Uint8Array;
  owners: TextOwners | null;
}

/** The facts from which the owners of a text's words are computed. */
export interface OwnersBasis {
  before: OwnedVersion | null;
  /** Since that version. */
  log: Pick<LogSince, "rows" | "clients">;
  /** The versions that were restored since. */
  restored: OwnedVersion[];
  /** When words were written whose row is missing. */
  at: string;
}

const noLabel = () => null;
/** So many words in a row that went and came are the same ones. Fewer are the same by chance. */
const LIKELY_MOVED = 3;

interface LettersOfText extends WordsOfText {
  /** Ids of the letters and chips of each block. Empty if they are unknown. */
  letters: Y.ID[][];
}

function lettersOf(document: Y.Doc, json: DocumentJson): LettersOfText {
  const elements = document
    .getXmlFragment(TEXT_FRAGMENT)
    .toArray()
    .filter((element) => !isProposedBlock(element));
  const places = new Map((json.content ?? []).map((node, at) => [node, at]));
  const blocks = blocksOf(json, noLabel);
  const placed = blocks.map(({ node }) => placedWords(node, noLabel));
  const letters = blocks.map(({ node }, at) => {
    const ids: Y.ID[] = [];
    visit(elements[places.get(node) ?? -1], (id, isProposed) => {
      if (!isProposed) ids.push(id);
    });
    return ids.length === placed[at]?.letters ? ids : [];
  });
  return { blocks, words: placed.map(({ words }) => words), letters };
}

const isProposedBlock = (node: unknown): boolean =>
  node instanceof Y.XmlElement && node.getAttribute("suggestInsert") !== undefined;

/** Visits each letter, and whether it is only proposed. A mark is before the letters that have it. */
function visit(node: unknown, found: (id: Y.ID, isProposed: boolean) => void, isInside = false): void {
  const isBlock = isInside || isProposedBlock(node);
  if (node instanceof Y.XmlElement) for (const child of node.toArray()) visit(child, found, isBlock);
  if (!(node instanceof Y.XmlText)) return;
  let isProposed = isBlock;
  for (let item = node._start; item; item = item.right) {
    const { content } = item;
    if (!item.deleted && content instanceof Y.ContentFormat && content.key === "suggestInsert")
      isProposed = isBlock || content.value !== null;
    if (!item.deleted && item.countable)
      for (let at = 0; at < item.length; at++) found(Y.createID(item.id.client, item.id.clock + at), isProposed);
  }
}

/** Something for each letter, by its id. */
class ByLetter<Value> {
  private readonly clients = new Map<number, Map<number, Value>>();
  get = ({ client, clock }: Y.ID): Value | undefined => this.clients.get(client)?.get(clock);
  set({ client, clock }: Y.ID, value: Value): void {
    const own = this.clients.get(client) ?? new Map<number, Value>();
    this.clients.set(client, own.set(clock, value));
  }
}

/** The log since a version: which letters are copies of others, as after Enter, and when each was written. */
class Replay {
  private readonly copies = new ByLetter<Y.ID>();
  private readonly times = new Map<number, { end: number; at: string }[]>();
  private readonly known: Map<number, number>;

  constructor(document: Y.Doc, { rows, clients }: OwnersBasis["log"]) {
    this.known = Y.decodeStateVector(Y.encodeStateVector(document));
    for (const { update, at } of rows) {
      for (const [client, end] of Y.parseUpdateMeta(update).to) {
        const times = this.times.get(client) ?? [];
        times.push({ end, at });
        this.times.set(client, times);
      }
      const change = new Change(document, update);
      if (change.isOld || change.isLarge || !change.hasDeletions) continue;
      for (const { pairs } of change.copied()) for (const [gone, copy] of pairs) this.copies.set(copy.id, gone.id);
    }
    // An undo copies letters that an earlier row deleted.
    for (const { id, copies } of clients)
      for (const [clock, length, fromClient, fromClock] of copies)
        for (let at = 0; at < length; at++) {
          const copy = Y.createID(id, clock + at);
          if (!this.isOld(copy)) this.copies.set(copy, Y.createID(fromClient, fromClock + at));
        }
  }

  rootOf(id: Y.ID): Y.ID {
    const from = this.copies.get(id);
    return from ? this.rootOf(from) : id;
  }

  /** Returns whether a letter is older than the log. */
  isOld({ client, clock }: Y.ID): boolean {
    return clock < (this.known.get(client) ?? 0);
  }

  timeOf({ client, clock }: Y.ID): string | undefined {
    return this.times.get(client)?.find(({ end }) => clock < end)?.at;
  }
}

/** Words of one minute are one run. */
const minuteOf = (instant: string) => `${instant.slice(0, 16)}:00.000Z`;

/** An origin, or the version that letters were restored from. */
type Source = Origin | number;

/** The source of most letters of a word, by author, with the time of their last one. */
function mostOf(sources: readonly Source[]): Source {
  const counts = new Map<string | number, { count: number; source: Source }>();
  for (const source of sources) {
    const key = typeof source === "number" ? source : source.author;
    const known = counts.get(key) ?? { count: 0, source };
    const isLater =
      typeof source !== "number" && typeof known.source !== "number" && (source.at ?? "") > (known.source.at ?? "");
    counts.set(key, { count: known.count + 1, source: isLater ? source : known.source });
  }
  let most: { count: number; source: Source } = { count: 0, source: NO_ONE };
  for (const one of counts.values()) if (one.count > most.count) most = one;
  return most.source;
}

function openVersion(version: OwnedVersion | null) {
  const document = new Y.Doc({ gc: false });
  document.getXmlFragment(TEXT_FRAGMENT);
  if (version) Y.applyUpdate(document, version.state);
  const text = lettersOf(document, documentJson(document));
  const counts = text.words.map(({ length }) => length);
  return { number: version?.number, document, text, owners: unpackOwners(version?.owners ?? null, counts) };
}

/**
 * Returns who wrote each word of a text. A letter keeps its owner from the version before. New words are found among
 * the removed words, or in the version they were restored from. Otherwise the client id decides.
 */
export function ownersOf(document: Y.Doc, json: DocumentJson, basis: OwnersBasis): TextOwners {
  const now = lettersOf(document, json);
  const { document: past, text: before, owners: ownersBefore } = openVersion(basis.before);
  const wordOf = new ByLetter<{ length: number; origin: Origin }>();
  for (const [block, words] of before.words.entries())
    for (const [at, { from, to }] of words.entries()) {
      const word = { length: to - from, origin: ownersBefore[block]?.[at] ?? NO_ONE };
      for (const id of before.letters[block]?.slice(from, to) ?? []) wordOf.set(id, word);
    }
  const proposed = new ByLetter<true>();
  for (const node of past.getXmlFragment(TEXT_FRAGMENT).toArray())
    visit(node, (id, isProposed) => {
      if (isProposed) proposed.set(id, true);
    });
  const replay = new Replay(past, basis.log);
  past.destroy();
  const clients = new Map(basis.log.clients.map((client) => [client.id, client]));
  const kept = new ByLetter<true>();
  /** A version has no owners of what is only proposed in it. */
  const oldOf = (id: Y.ID): Origin | undefined => {
    const userId = proposed.get(id) && clients.get(id.client)?.userId;
    return userId ? { author: userId, at: null } : wordOf.get(id)?.origin;
  };
  const sourceOf = (id: Y.ID): Source => {
    const client = clients.get(id.client);
    const at = minuteOf(replay.timeOf(id) ?? basis.at);
    if (client?.generated) return { author: GENERATED, at };
    if (client?.version) return client.version;
    return client?.userId ? { author: client.userId, at } : NO_ONE;
  };
  const found = now.words.map((words, block) =>
    words.map(({ from, to }) => {
      const letters = (now.letters[block]?.slice(from, to) ?? []).map((id) => replay.rootOf(id));
      for (const id of letters) kept.set(id, true);
      const sources = letters.map((id) => (replay.isOld(id) ? oldOf(id) : sourceOf(id)) ?? NO_ONE);
      const isNew = letters.some((id) => !replay.isOld(id));
      const [was, ...others] = new Set(isNew ? [] : letters.map((id) => wordOf.get(id)));
      const isPart = !isNew && (others.length > 0 || was?.length !== letters.length);
      // A restore reuses letters of other words, and takes what was typed into a word out of it.
      const restored = sources.find((source) => typeof source === "number") ?? (isPart ? null : undefined);
      return { source: mostOf(sources), restored, isNew };
    }),
  );
  const place = ([block, at]: WordPlace, source: Origin | undefined) => {
    const words = found[block];
    if (words && source) words[at] = { source, restored: undefined, isNew: false };
  };
  const versions = basis.restored.map(openVersion);
  const carryFrom = ({ text, owners }: (typeof versions)[number], isFrom: (restored: number | null) => boolean) =>
    carryWords(text, now, {
      isFree: () => true,
      isOpen([block, at]) {
        const restored = found[block]?.[at]?.restored;
        return restored !== undefined && isFrom(restored);
      },
      carry: ([block, at], to) => place(to, owners[block]?.[at]),
      passage: 1,
    });
  for (const version of versions) carryFrom(version, (restored) => restored === version.number);
  // Their letters can come from an earlier restore.
  for (const version of versions.reverse()) carryFrom(version, () => true);
  const taken = new Set<string>();
  const isGone = ([block, at]: WordPlace) => {
    const word = before.words[block]?.[at];
    const letters = before.letters[block]?.slice(word?.from, word?.to) ?? [];
    return letters.length > 0 && !letters.some((id) => kept.get(id));
  };
  carryWords(before, now, {
    isFree: (from) => isGone(from) && !taken.has(from.join()),
    isOpen: ([block, at]) => found[block]?.[at]?.isNew === true,
    carry(from, to) {
      taken.add(from.join());
      place(to, ownersBefore[from[0]]?.[from[1]]);
    },
    passage: LIKELY_MOVED,
  });
  return packOwners(found.map((words) => words.map(({ source }) => (typeof source === "number" ? NO_ONE : source))));
}
