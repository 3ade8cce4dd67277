import { Node } from "@tiptap/pm/model";
import { initProseMirrorDoc, updateYFragment } from "@tiptap/y-tiptap";
import type { Pool } from "pg";
import type * as Y from "yjs";
import { withoutMarksOf } from "#lib/document/decide-suggestions.ts";
import { storedJson } from "#lib/document/from-yjs.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import type { DocumentEdit, Preparing } from "./log/append-edit.ts";

/** Longer than a decision takes that was made without the edit. */
const WAIT_MS = 500;

const DECIDED = `SELECT id FROM suggestion WHERE document_id = $1::uuid AND id = ANY($2::uuid[]) AND status <> 'open'`;

interface LateSuggestionsOptions {
  pool: Pool;
  clear(documentId: string, edit: DocumentEdit, prepare: Preparing): Promise<unknown>;
  failed(error: unknown): void;
}

function clearMarks(document: Y.Doc, ids: ReadonlySet<string>): void {
  const fragment = document.getXmlFragment(TEXT_FRAGMENT);
  const stored = storedJson(document);
  const wanted = withoutMarksOf(stored, ids);
  if (wanted === stored) return;
  const node = Node.fromJSON(editorSchema(), wanted);
  node.check();
  updateYFragment(document, fragment, node, initProseMirrorDoc(fragment, editorSchema()).meta);
}

/**
 * Removes marks of suggestions that were decided before, or while, they were written. Yjs ends a mark by an item of its
 * own, which the decision deleted: without this, the rest of the line would be proposed too.
 */
export class LateSuggestions {
  private readonly heardOf = new Map<string, Set<string>>();
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(private readonly options: LateSuggestionsOptions) {}

  /** Records suggestions in a committed edit. */
  heard(documentId: string, ids: readonly string[]): void {
    if (ids.length === 0) return;
    const known = this.heardOf.get(documentId) ?? new Set();
    this.heardOf.set(documentId, known);
    for (const id of ids) known.add(id);
    if (this.timers.has(documentId)) return;
    this.timers.set(
      documentId,
      setTimeout(() => void this.clear(documentId).catch((error: unknown) => this.options.failed(error)), WAIT_MS),
    );
  }

  private async clear(documentId: string): Promise<void> {
    const ids = [...(this.heardOf.get(documentId) ?? [])];
    this.heardOf.delete(documentId);
    this.timers.delete(documentId);
    let decided = new Set<string>();
    const read: Preparing = async (sql) => {
      const { rows } = await sql.query(DECIDED, [documentId, ids]);
      decided = new Set(rows.map(({ id }) => String(id)));
    };
    await read(this.options.pool);
    // The undo of a decision can be under way.
    if (decided.size > 0) await this.options.clear(documentId, (document) => clearMarks(document, decided), read);
  }

  close(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }
}
