import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { Node } from "@tiptap/pm/model";
import { initProseMirrorDoc, updateYFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { decideText, standingNodes } from "#lib/document/decide-suggestions.ts";
import { type DocumentJson, type DocumentNode, stringAttr } from "#lib/document/document-json.ts";
import { documentJson, storedJson } from "#lib/document/from-yjs.ts";
import { onlyComplete } from "#lib/document/only-complete.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { type Proposal, proposalsIn } from "#lib/document/suggestion/proposals.ts";
import { pictureIdsOf } from "#lib/document/text.ts";
import { withIds } from "#lib/document/with-ids.ts";
import type { CheckedSentence } from "#lib/reviews/assist/answer.ts";
import { proposeSentences } from "#lib/reviews/assist/propose-sentences.ts";
import { type TakeUp, takeUpSections } from "#lib/reviews/review/draft/take-up.ts";
import type { BlockDiff, FrozenBlocks, RecordDiff, VersionChanges } from "#lib/reviews/version/changes.ts";
import { changesOf, diffRecords, diffTexts, withCited } from "#lib/reviews/version/diff.ts";
import { citedEvents, type FrozenEvent } from "#lib/reviews/version/frozen-facts.ts";
import { type Sentence, sentencesOf, type TextOwners, unpackOwners } from "#lib/reviews/version/owners.ts";
import { blocksOf } from "#lib/reviews/version/pair-blocks.ts";
import { restoreBlocks } from "#lib/reviews/version/restore-blocks.ts";
import { placedWords } from "#lib/reviews/version/word-runs.ts";
import type { Task } from "#server/base/worker/index.ts";
import { freezeBlocks, type ReviewExport, reviewMarkdown } from "#server/reviews/frozen/index.ts";
import type { MadeEdit } from "../log/append-edit.ts";
import { openText } from "./open-text.ts";
import { type OwnersBasis, ownersOf } from "./owners.ts";
import { type ReopenedText, reopenSuggestions, type TextToReopen } from "./reopen-suggestions.ts";
import { type TextToUpdate, type UpdatedText, updateText } from "./update-text.ts";

// Work that is slow for a long text. It is pure, so a worker can do it.

/** Everything in an export of a review but its text. */
export type ExportFacts = Omit<ReviewExport, "json">;

/** A text as updates, with its live blocks and cited events as they were stored, or what they are made from. */
export interface TextSide {
  updates: Uint8Array[];
  /** Empty for a version from before titles were kept. */
  title: string;
  records: FrozenBlocks | ExportFacts | null;
  /** Null for a version from before they were kept. Not read where `records` are gathered. */
  events: FrozenEvent[] | null;
}

/** Returns the text in stored updates. */
function readUpdates(updates: readonly Uint8Array[]): DocumentJson {
  const document = openText(updates);
  const json = documentJson(document);
  document.destroy();
  return json;
}

const isGathered = (records: TextSide["records"]): records is ExportFacts =>
  records !== null && "exportedAt" in records;

const recordsOf = ({ records }: TextSide, json: DocumentJson): FrozenBlocks | null =>
  isGathered(records) ? freezeBlocks({ ...records, json }) : records;

const citedOf = ({ records, events }: TextSide, json: DocumentJson): FrozenEvent[] =>
  isGathered(records) ? citedEvents(json, records.events) : (events ?? []);

/** Compares records only where both sides have them. */
function compareSides(
  { before, after, labels }: TextsToCompare,
  [old, now]: readonly [DocumentJson, DocumentJson],
): ComparedTexts {
  const blocks = diffTexts(old, now, (eventId) => labels.get(eventId) ?? null);
  const [was, is] = [recordsOf(before, old), recordsOf(after, now)];
  const records = withCited(was && is ? diffRecords(was, is) : [], citedOf(before, old), citedOf(after, now));
  return { changes: changesOf(blocks, records, [before.title, after.title]), blocks, records };
}

/** Returns stored updates as one, without the letters that are deleted: a reader of the text must not get them. */
function withoutDeleted(updates: readonly Uint8Array[]): Uint8Array {
  const document = new Y.Doc();
  document.transact(() => {
    for (const update of updates) Y.applyUpdate(document, update);
  });
  const state = Y.encodeStateAsUpdate(document);
  document.destroy();
  return state;
}

interface TextToKeep {
  updates: Uint8Array[];
  facts: ExportFacts;
  before: TextSide | null;
  basis: OwnersBasis;
}

/** The stored form of a text in a version. */
export interface KeptText {
  state: Uint8Array;
  markdown: string;
  blocks: Required<FrozenBlocks>;
  /** The events that it cites. */
  events: FrozenEvent[];
  owners: TextOwners;
  /** Ids of the pictures in it. */
  pictures: string[];
  /** Since the version before. Null for the first. */
  changes: VersionChanges | null;
}

function keepText({ updates, facts, before, basis }: TextToKeep): KeptText {
  const document = new Y.Doc();
  document.transact(() => {
    for (const update of updates) Y.applyUpdate(document, update);
  });
  const [json, state] = [documentJson(document), Y.encodeStateAsUpdate(document)];
  const owners = ownersOf(document, json, basis);
  document.destroy();
  const all = { ...facts, json };
  const [blocks, events] = [freezeBlocks(all), citedEvents(json, facts.events)];
  const after: TextSide = { updates, title: facts.title, records: blocks, events };
  const sides = before && { before, after, labels: new Map<string, string>() };
  const changes = sides && compareSides(sides, [readUpdates(sides.before.updates), json]).changes;
  return { state, markdown: reviewMarkdown(all), blocks, events, owners, pictures: pictureIdsOf(json), changes };
}

interface TextsToCompare {
  before: TextSide;
  after: TextSide;
  /** Labels of events by id. */
  labels: ReadonlyMap<string, string>;
}

export interface ComparedTexts {
  changes: VersionChanges;
  blocks: BlockDiff[];
  records: RecordDiff[];
}

const compareTexts = (sides: TextsToCompare): ComparedTexts =>
  compareSides(sides, [readUpdates(sides.before.updates), readUpdates(sides.after.updates)]);

interface TextToAttribute {
  updates: Uint8Array[];
  /** As stored, or what they follow from. */
  owners: TextOwners | OwnersBasis | null;
  /** Labels of events by id. */
  labels: ReadonlyMap<string, string>;
}

/** A block as it is compared, with who wrote its sentences. */
export interface AttributedBlock {
  block: string | null;
  /** Length of its text. */
  length: number;
  /** Its letters, and its chips as one letter each. */
  letters: number;
  sentences: Sentence[];
}

function attributeText({ updates, owners, labels }: TextToAttribute): AttributedBlock[] {
  const document = openText(updates);
  const json = documentJson(document);
  const stored = owners && "log" in owners ? ownersOf(document, json, owners) : owners;
  document.destroy();
  const labelOf = (eventId: string) => labels.get(eventId) ?? null;
  const blocks = blocksOf(json, labelOf);
  const placed = blocks.map(({ node }) => placedWords(node, labelOf));
  const found = unpackOwners(
    stored,
    placed.map(({ words }) => words.length),
  );
  return blocks.map(({ id }, at) => {
    const { words, letters } = placed[at] ?? { words: [], letters: 0 };
    const length = words.reduce((sum, { word }) => sum + word.length, 0);
    return { block: id, length, letters, sentences: sentencesOf(words, found[at] ?? []) };
  });
}

interface TextToRestore {
  updates: Uint8Array[];
  version: Uint8Array;
  /** Ids of top-level blocks. Null for the whole text. */
  blocks: readonly string[] | null;
}

const emptyLine = (): DocumentNode => ({ type: "paragraph", attrs: { id: randomUUID() } });

/**
 * A text to restore, with what is proposed now: in blocks that are like that already, and whole blocks below the one
 * they are below. What was proposed in the version is not restored.
 */
function withProposals(wanted: DocumentJson, { content: stored = [] }: DocumentJson): DocumentJson {
  const standing = new Map(stored.map((node) => [node, standingNodes([node])]));
  const proposed = stored.filter((node) => standing.get(node)?.[0] !== node);
  const same = (block: DocumentNode) => proposed.find((node) => isDeepStrictEqual(standing.get(node), [block]));
  const content = (wanted.content ?? []).map((block) => same(block) ?? block);
  const placeOf = (node: DocumentNode) => content.findIndex((one) => stringAttr(one, "id") === stringAttr(node, "id"));
  for (const [at, node] of stored.entries()) {
    if (standing.get(node)?.length !== 0) continue;
    const above = stored.slice(0, at).findLast((one) => placeOf(one) >= 0);
    content.splice(above ? placeOf(above) + 1 : 0, 0, node);
  }
  return { ...wanted, content: content.length > 0 ? content : [emptyLine()] };
}

/** Returns the edit that makes a text, or some of its blocks, what they were. Null where they are like that. */
function restoreText({ updates, version, blocks }: TextToRestore): MadeEdit | null {
  const document = openText(updates);
  const now = documentJson(document);
  const old = readUpdates([version]);
  const wanted = blocks ? restoreBlocks(now, old, new Set(blocks)) : old;
  const made = isDeepStrictEqual(wanted, now) ? null : rewrite(document, withProposals(wanted, storedJson(document)));
  document.destroy();
  return made;
}

/** Gives an open text other content. Blocks that are equal in both are left alone, with what others type in them. */
function rewrite(document: Y.Doc, wanted: DocumentJson): MadeEdit | null {
  const made: Uint8Array[] = [];
  const keep = (update: Uint8Array) => made.push(update);
  const fragment = document.getXmlFragment(TEXT_FRAGMENT);
  const node = Node.fromJSON(editorSchema(), withIds(onlyComplete(wanted), randomUUID));
  node.check();
  document.on("update", keep);
  document.transact(() => updateYFragment(document, fragment, node, initProseMirrorDoc(fragment, editorSchema()).meta));
  document.off("update", keep);
  return made.length === 0 ? null : { update: Y.mergeUpdates(made), clientId: document.clientID };
}

interface TextToTakeUp {
  updates: Uint8Array[];
  takeUp: TakeUp;
}

/** Returns the edit that brings sections of a newer template into a text. Null if it changes nothing. */
function takeUpText({ updates, takeUp }: TextToTakeUp): MadeEdit | null {
  const document = openText(updates);
  const made = rewrite(document, takeUpSections(storedJson(document), takeUp));
  document.destroy();
  return made;
}

interface TextToPropose {
  updates: Uint8Array[];
  section: string;
  sentences: readonly (CheckedSentence & { id: string })[];
}

/** Returns the edit that proposes sentences at the end of a section. Null if the text doesn't have the section. */
function proposeText({ updates, section, sentences }: TextToPropose): MadeEdit | null {
  const document = openText(updates);
  const wanted = proposeSentences(storedJson(document), section, sentences);
  const made = wanted && rewrite(document, wanted);
  document.destroy();
  return made;
}

interface TextToDecide {
  updates: Uint8Array[];
  ids: readonly string[];
  decision: "accept" | "reject";
}

export interface DecidedSuggestion {
  id: string;
  /** The proposed words. */
  quote: string;
  made: MadeEdit;
}

const MOST_QUOTED = 500;

function quoteOf({ inserted, deleted, formatted, blocks }: Proposal): string {
  const words = [deleted, inserted, formatted, ...blocks.map(({ text }) => text)].filter((one) => one !== "");
  return words.join(" → ").slice(0, MOST_QUOTED);
}

/**
 * Returns the edits that decide suggestions, one for each that is in the text: several in one edit would move what
 * others type at that moment.
 */
function decideSuggestions({ updates, ids, decision }: TextToDecide): DecidedSuggestion[] {
  const document = openText(updates);
  const proposals = new Map(proposalsIn(storedJson(document).content ?? []).map((one) => [one.id, one]));
  const decided: DecidedSuggestion[] = [];
  // An Enter is decided in its own line, before that line joins one of another kind.
  const joins = (id: string) => Number(proposals.get(id)?.blocks.some(({ change }) => change === "join") ?? false);
  for (const id of ids.toSorted((one, other) => joins(one) - joins(other))) {
    const proposal = proposals.get(id);
    const made = rewrite(
      document,
      decideText(storedJson(document), (one) => (one === id ? decision : "keep")),
    );
    if (proposal && made) decided.push({ id, quote: quoteOf(proposal), made });
  }
  document.destroy();
  return decided;
}

/** Work on stored texts, with the updates from which its duration is estimated. */
export interface TextWork<Input, Result> extends Task<Input, Result, undefined> {
  work(input: Input): Result;
  updatesOf(input: Input): readonly Uint8Array[];
}

export const READ_TEXT: TextWork<readonly Uint8Array[], DocumentJson> = {
  name: "read-text",
  work: readUpdates,
  updatesOf: (updates) => updates,
};
export const SEND_TEXT: TextWork<readonly Uint8Array[], Uint8Array> = {
  name: "send-text",
  work: withoutDeleted,
  updatesOf: (updates) => updates,
};
export const KEEP_TEXT: TextWork<TextToKeep, KeptText> = {
  name: "keep-text",
  work: keepText,
  updatesOf: ({ updates, before }) => [...updates, ...(before?.updates ?? [])],
};
export const COMPARE_TEXTS: TextWork<TextsToCompare, ComparedTexts> = {
  name: "compare-texts",
  work: compareTexts,
  updatesOf: ({ before, after }) => [...before.updates, ...after.updates],
};
export const ATTRIBUTE_TEXT: TextWork<TextToAttribute, AttributedBlock[]> = {
  name: "attribute-text",
  work: attributeText,
  updatesOf: ({ updates, owners }) => [
    ...updates,
    ...(owners && "log" in owners && owners.before ? [owners.before.state] : []),
  ],
};
export const RESTORE_TEXT: TextWork<TextToRestore, MadeEdit | null> = {
  name: "restore-text",
  work: restoreText,
  updatesOf: ({ updates, version }) => [...updates, version],
};

export const TAKE_UP_TEMPLATE: TextWork<TextToTakeUp, MadeEdit | null> = {
  name: "take-up-template",
  work: takeUpText,
  updatesOf: ({ updates }) => updates,
};

export const UPDATE_DRAFTS: TextWork<TextToUpdate, UpdatedText> = {
  name: "update-drafts",
  work: updateText,
  updatesOf: ({ updates }) => updates,
};

export const PROPOSE_SENTENCES: TextWork<TextToPropose, MadeEdit | null> = {
  name: "propose-sentences",
  work: proposeText,
  updatesOf: ({ updates }) => updates,
};

export const DECIDE_SUGGESTIONS: TextWork<TextToDecide, DecidedSuggestion[]> = {
  name: "decide-suggestions",
  work: decideSuggestions,
  updatesOf: ({ updates }) => updates,
};

export const REOPEN_SUGGESTIONS: TextWork<TextToReopen, ReopenedText | null> = {
  name: "reopen-suggestions",
  work: reopenSuggestions,
  updatesOf: ({ updates }) => updates,
};

const taskOf = <Input, Result>({ name, work }: TextWork<Input, Result>) => ({
  [name]: function* (input: Input): Generator<Result> {
    yield work(input);
  },
});

/** The same as tasks for a worker. */
export const TEXT_TASKS = {
  ...taskOf(READ_TEXT),
  ...taskOf(SEND_TEXT),
  ...taskOf(KEEP_TEXT),
  ...taskOf(COMPARE_TEXTS),
  ...taskOf(ATTRIBUTE_TEXT),
  ...taskOf(RESTORE_TEXT),
  ...taskOf(TAKE_UP_TEMPLATE),
  ...taskOf(UPDATE_DRAFTS),
  ...taskOf(PROPOSE_SENTENCES),
  ...taskOf(DECIDE_SUGGESTIONS),
  ...taskOf(REOPEN_SUGGESTIONS),
};
