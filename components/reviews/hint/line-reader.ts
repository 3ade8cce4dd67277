import type { Node } from "@tiptap/pm/model";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { readByBlock } from "#lib/document/read-by-block.ts";
import type { SentenceHint } from "#lib/reviews/hint/hints.ts";
import { type HintScope, isUnreadBlock, readableLetters, scopeOfSection } from "#lib/reviews/hint/read-line.ts";
import type { HintRequest, HintResponse } from "./hint-worker.ts";

/** A line of the text, and where its letters start. */
interface Line {
  node: Node;
  at: number;
  scope: HintScope;
}

/** A hint at its place in the text. */
export interface HintPlace extends Pick<SentenceHint, "pattern" | "message" | "suggestion"> {
  hash: string;
  from: number;
  to: number;
  sentence: { from: number; to: number };
  /** Where the block of the line ends. */
  blockEnd: number;
}

/** The lines of each block that are read, with their places in it. */
const linesOf = readByBlock((block) => {
  const lines: Omit<Line, "scope">[] = [];
  const look = (node: Node, at: number): boolean => {
    if (isUnreadBlock(node.type.name)) return false;
    if (node.isTextblock && node.content.size > 0) lines.push({ node, at: at + 1 });
    return !node.isTextblock;
  };
  if (look(block, 0)) block.descendants((node, pos) => look(node, 1 + pos));
  return lines;
});

interface ScopedBlock {
  block: Node;
  offset: number;
  scope: HintScope;
}

function blocksIn(doc: Node): ScopedBlock[] {
  const blocks: ScopedBlock[] = [];
  let scope = scopeOfSection(null);
  doc.forEach((block, offset) => {
    if (block.type.name === "heading" && typeof block.attrs.sectionKey === "string")
      scope = scopeOfSection(block.attrs.sectionKey);
    blocks.push({ block, offset, scope });
  });
  return blocks;
}

const linesIn = (doc: Node): Line[] =>
  blocksIn(doc).flatMap(({ block, offset, scope }) =>
    linesOf(block).map(({ node, at }) => ({ node, at: offset + at, scope })),
  );

/** Reads the lines of a text in a worker, each once: a line that no one edits keeps its node. */
export class LineReader {
  readonly #found = new WeakMap<Node, { scope: HintScope; hints: SentenceHint[] }>();
  readonly #asked = new Map<number, Line[]>();
  /** Blocks in which nothing was found, until more lines have been read. */
  #without = new WeakMap<Node, HintScope>();
  #worker: Worker | null = null;
  #last = 0;
  readonly #onRead: () => void;

  constructor(onRead: () => void) {
    this.#onRead = onRead;
  }

  /** Has the lines read that are new, and calls back once they are. */
  read(doc: Node): void {
    const lines = linesIn(doc).filter(({ node, scope }) => this.#found.get(node)?.scope !== scope);
    if (lines.length === 0) return;
    this.#worker ??= this.#start();
    this.#last += 1;
    this.#asked.set(this.#last, lines);
    const request: HintRequest = {
      id: this.#last,
      lines: lines.map(({ node, scope }) => ({ letters: readableLetters(node.toJSON() as DocumentNode), scope })),
    };
    this.#worker.postMessage(request);
  }

  /** Returns the hints that are known so far. */
  placesIn(doc: Node): HintPlace[] {
    return blocksIn(doc).flatMap((one) => {
      if (this.#without.get(one.block) === one.scope) return [];
      const places = this.#placesOf(one);
      if (places.length === 0) this.#without.set(one.block, one.scope);
      return places;
    });
  }

  /** Stops the worker. Requests without a result are sent again with the next read. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#asked.clear();
  }

  #placesOf({ block, offset, scope }: ScopedBlock): HintPlace[] {
    return linesOf(block).flatMap(({ node, at: inBlock }) => {
      const known = this.#found.get(node);
      if (known?.scope !== scope) return [];
      const at = offset + inBlock;
      return known.hints.map(({ pattern, message, suggestion, from, to, sentence }) => ({
        ...{ pattern, message, suggestion, hash: sentence.hash, from: at + from, to: at + to },
        sentence: { from: at + sentence.from, to: at + sentence.to },
        blockEnd: at + node.content.size + 1,
      }));
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL("./hint-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data: { id, found } }: MessageEvent<HintResponse>) => {
      for (const [at, { node, scope }] of (this.#asked.get(id) ?? []).entries())
        this.#found.set(node, { scope, hints: found[at] ?? [] });
      this.#asked.delete(id);
      this.#without = new WeakMap();
      this.#onRead();
    });
    worker.addEventListener("error", (event) => {
      // Offline, its script can't be loaded. Hints wait for the next pause in typing, and nothing else is lost.
      event.preventDefault();
      this.stop();
    });
    return worker;
  }
}
