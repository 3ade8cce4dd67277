import * as Y from "yjs";
import type { DocumentJson, DocumentNode } from "#lib/document/document-json.ts";
import { hashOfContent } from "#lib/document/draft-hash.ts";
import { storedJson } from "#lib/document/from-yjs.ts";
import { proposalsIn } from "#lib/document/suggestion/proposals.ts";
import { Random } from "#lib/document/testing/random.ts";
import { type EditKind, linesOf, randomEdit } from "#lib/document/testing/random-edit.ts";
import { Suggester } from "#lib/document/testing/suggester.ts";
import { beginning, fork } from "#lib/document/testing/writer.ts";
import { replaceDraftBlocks } from "../work/replace-draft-blocks.ts";
import { DECIDE_SUGGESTIONS, RESTORE_TEXT } from "../work/texts.ts";
import { type Colleague, OneServer } from "./one-server.ts";

const text = (words: string): DocumentNode => ({ type: "text", text: words });
const paragraph = (id: string, words: string): DocumentNode => ({
  ...{ type: "paragraph", attrs: { id }, content: [text(words)] },
});
const generated = (words: string): DocumentNode[] => [paragraph("g", words)];
const draftBlock = (words: string): DocumentNode => ({
  type: "draftBlock",
  attrs: { id: "d", key: "impact", hash: hashOfContent(generated(words)) },
  content: generated(words),
});
const cell = (words: string): DocumentNode => ({ type: "tableCell", content: [paragraph(words, words)] });

const START = beginning(
  { type: "heading", attrs: { id: "h", level: 2 }, content: [text("Summary of it")] },
  paragraph("p1", "Alpha bravo charlie delta echo foxtrot."),
  draftBlock("It lasted 10 minutes."),
  paragraph("p2", "Golf hotel india juliett kilo lima."),
  { type: "table", content: [{ type: "tableRow", content: [cell("c11"), cell("c12")] }] },
  paragraph("p3", "Quebec romeo sierra tango."),
);

/** The edits of a server and of people that don't move text, so every letter keeps its place. */
export const IN_PLACE: readonly EditKind[] = ["type", "type", "type", "delete", "replace", "bold", "chip"];
export const EVERY_KIND: readonly EditKind[] = [
  ...IN_PLACE,
  ...(["split", "join", "heading", "insertBlock", "deleteBlock", "row"] as const),
];
type ServerEdit = "accept" | "reject" | "accept all" | "reject all" | "restore" | "regenerate" | "compact";
export const SERVER_EDITS: readonly ServerEdit[] = [
  ...(["accept", "accept", "reject", "reject", "accept all", "reject all"] as const),
  ...(["restore", "regenerate", "regenerate", "compact", "compact"] as const),
];

export interface Together {
  server: OneServer;
  /** Letters that people typed, each once. */
  typed: string;
  /** Those of them that an edit removed. */
  removed: Set<string>;
}

interface Play {
  seed: number;
  steps: number;
  kinds: readonly EditKind[];
  serverEdits: readonly ServerEdit[];
  /** How often a message arrives between two edits. */
  arrives: number;
}

/** Typed letters are all different, so a lost or doubled one is noticed. */
const FIRST = 0x4e00;
const lettersIn = (json: unknown): string[] => JSON.stringify(json).match(/[\u4e00-\u5fff]/g) ?? [];

/** One person proposes edits of all kinds, one after the other. */
export function proposeMuch(seed: number, edits: number): { before: DocumentJson; proposed: Y.Doc } {
  const chance = new Random(seed);
  const writer = new Suggester(START);
  const before = writer.json();
  for (let step = 0; step < edits; step++) {
    const wanted = randomEdit(writer.state, chance, chance.pick(EVERY_KIND), String.fromCharCode(FIRST + step));
    if (wanted) writer.edit(wanted);
  }
  return { before, proposed: writer.document };
}

/** Returns a text after the server has decided every suggestion in it. */
export function decideAll(proposed: Y.Doc, decision: "accept" | "reject"): DocumentJson {
  const updates = [Y.encodeStateAsUpdate(proposed)];
  const ids = proposalsIn(storedJson(proposed).content ?? []).map(({ id }) => id);
  const document = fork(updates[0] ?? new Uint8Array());
  for (const { made } of DECIDE_SUGGESTIONS.work({ updates, ids, decision })) Y.applyUpdate(document, made.update);
  return storedJson(document);
}

/** Three people write, suggest and comment while the server decides, restores, regenerates and compacts. */
export function playTogether({ seed, steps, kinds, serverEdits, arrives }: Play): Together {
  const chance = new Random(seed);
  const server = new OneServer(START, 3, true);
  const { people } = server;
  const removed = new Set<string>();
  const versions = [START];
  let typed = "";
  const something = () => {
    if (chance.next() < 0.5) server.deliver(chance.pick(people));
    else chance.pick(people).receiveNext();
  };
  const note = (before: unknown, after: unknown) => {
    const left = new Set(lettersIn(after));
    for (const letter of lettersIn(before)) if (!left.has(letter)) removed.add(letter);
  };
  const byPerson = (step: number) => {
    const person = chance.pick(people);
    person.isProposing = chance.next() < 0.5;
    if (chance.next() < 0.1) return comment(person, chance, step);
    const letter = String.fromCharCode(FIRST + step);
    const wanted = randomEdit(person.state, chance, chance.pick(kinds), letter);
    const before = storedJson(person.document);
    if (!wanted || !person.edit(wanted)) return;
    const after = storedJson(person.document);
    note(before, after);
    if (lettersIn(after).includes(letter)) typed += letter;
  };
  const byServer = (step: number) => {
    const document = server.committed();
    const before = storedJson(document);
    const kind = chance.pick(serverEdits);
    for (const update of serverEdit(kind, { server, document, versions, chance, step })) server.edit(update);
    note(before, storedJson(server.committed()));
  };
  for (let step = 0; step < steps; step++) {
    if (chance.next() < 0.12) byServer(step);
    else byPerson(step);
    if (chance.next() < 0.1) versions.push(Y.encodeStateAsUpdate(server.committed()));
    while (chance.next() < arrives) something();
  }
  while (!server.isQuiet) something();
  return { server, typed, removed };
}

function comment(person: Colleague, chance: Random, step: number): void {
  const { state } = person;
  const line = chance.pick(linesOf(state.doc).filter(({ from, to }) => to - from > 2));
  const mark = state.schema.marks.comment?.create({ threadId: `t${step}` });
  if (mark) person.dispatch(state.tr.addMark(line.from, line.from + 2, mark));
}

interface ServerDesk {
  server: OneServer;
  document: Y.Doc;
  versions: readonly Uint8Array[];
  chance: Random;
  step: number;
}

function serverEdit(kind: ServerEdit, { server, document, versions, chance, step }: ServerDesk): Uint8Array[] {
  const updates = [...server.updates];
  const proposed = proposalsIn(storedJson(document).content ?? []).map(({ id }) => id);
  switch (kind) {
    case "accept":
    case "reject":
    case "accept all":
    case "reject all": {
      if (proposed.length === 0) return [];
      const ids = kind.endsWith("all") ? proposed : [chance.pick(proposed)];
      const decision = kind.startsWith("accept") ? "accept" : "reject";
      return DECIDE_SUGGESTIONS.work({ updates, ids, decision }).map(({ made }) => made.update);
    }
    case "restore": {
      const made = RESTORE_TEXT.work({ updates, version: chance.pick(versions), blocks: null });
      return made ? [made.update] : [];
    }
    case "regenerate": {
      const before = Y.encodeStateVector(document);
      const content = generated(`It lasted ${step} minutes.`);
      document.transact(() => void replaceDraftBlocks(document, [{ key: "impact", content }]));
      return [Y.encodeStateAsUpdate(document, before)];
    }
    case "compact":
      server.compact();
      return [];
  }
}
