import type { Plugin, Transaction } from "@tiptap/pm/state";
import type { DocumentJson, DocumentNode } from "../document-json.ts";
import { CannotPropose, propose } from "../suggestion/propose.ts";
import { typedPlainly } from "../suggestion/slices.ts";
import { Writer } from "./writer.ts";

/** A writer who proposes, or one who edits directly next to others who propose. */
export class Suggester extends Writer {
  private readonly own = new Set<string>();
  refused = 0;

  constructor(
    start: Uint8Array,
    public isProposing = true,
    plugins: readonly Plugin[] = [],
  ) {
    super(start, plugins);
  }

  /** Does an edit as this person does it. Returns false if it can't be proposed. */
  edit(transaction: Transaction): boolean {
    if (!this.isProposing) {
      this.dispatch(typedPlainly(transaction));
      return true;
    }
    try {
      this.dispatch(propose(transaction, this.state, { isMine: (id) => this.own.has(id), newId: () => this.newId() }));
      return true;
    } catch (error) {
      if (!(error instanceof CannotPropose)) throw error;
      this.refused += 1;
      return false;
    }
  }

  private newId(): string {
    const id = crypto.randomUUID();
    this.own.add(id);
    return id;
  }
}

/** A text without ids, events and absent attributes, to be compared. Neighbouring letters with equal marks are one. */
export function likeness(json: DocumentJson | DocumentNode): string {
  return JSON.stringify(shapeOf(json));
}

function shapeOf({ type, attrs = {}, marks = [], content = [], text }: DocumentNode): unknown {
  const said = Object.entries(attrs).filter(
    ([name, value]) =>
      name !== "id" && name !== "eventId" && value !== null && value !== undefined && !/span$/.test(name),
  );
  const children: { key: string; text: string | undefined; shape: unknown }[] = [];
  for (const child of content) {
    const key = JSON.stringify((child.marks ?? []).map(({ type, attrs = {} }) => JSON.stringify([type, attrs])).sort());
    const last = children.at(-1);
    if (child.text !== undefined && last?.text !== undefined && last.key === key) last.text += child.text;
    else children.push({ key, text: child.text, shape: child.text === undefined ? shapeOf(child) : null });
  }
  return [
    type,
    said.sort(),
    marks.length,
    text,
    children.map((one) => (one.text === undefined ? one.shape : [one.key, one.text])),
  ];
}
