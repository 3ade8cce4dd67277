import type { Node } from "@tiptap/pm/model";
import type { DocumentNode } from "#lib/document/document-json.ts";
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

function linesIn(doc: Node): Line[] {
  const lines: Line[] = [];
  let section: string | null = null;
  doc.forEach((top, offset) => {
    if (top.type.name === "heading" && typeof top.attrs.sectionKey === "string") section = top.attrs.sectionKey;
    const scope = scopeOfSection(section);
    const look = (node: Node, at: number): boolean => {
      if (isUnreadBlock(node.type.name)) return false;
      if (node.isTextblock && node.content.size > 0) lines.push({ node, at: at + 1, scope });
      return !node.isTextblock;
    };
    if (look(top, offset)) top.descendants((node, pos) => look(node, offset + 1 + pos));
  });
  return lines;
}

/** Reads the lines of a text in a worker, each once: a line that no one edits keeps its node. */
export class LineReader {
  readonly #found = new WeakMap<Node, { scope: HintScope; hints: SentenceHint[] }>();
  readonly #asked = new Map<number, Line[]>();
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

  /** What is known about a text by now. */
  placesIn(doc: Node): HintPlace[] {
    return linesIn(doc).flatMap(({ node, at, scope }) => {
      const known = this.#found.get(node);
      if (known?.scope !== scope) return [];
      return known.hints.map(({ pattern, message, suggestion, from, to, sentence }) => ({
        ...{ pattern, message, suggestion, hash: sentence.hash, from: at + from, to: at + to },
        sentence: { from: at + sentence.from, to: at + sentence.to },
        blockEnd: at + node.content.size + 1,
      }));
    });
  }

  /** Stops the worker. Requests without a result are sent again with the next read. */
  stop(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#asked.clear();
  }

  #start(): Worker {
    const worker = new Worker(new URL("./hint-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data: { id, found } }: MessageEvent<HintResponse>) => {
      for (const [at, { node, scope }] of (this.#asked.get(id) ?? []).entries())
        this.#found.set(node, { scope, hints: found[at] ?? [] });
      this.#asked.delete(id);
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
