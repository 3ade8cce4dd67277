import type { DocumentJson } from "#lib/document/document-json.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import {
  createDocument,
  readDocument,
  readUpdatesUntil,
  type SqlExecutor,
  type SqlWriter,
} from "#server/reviews/document/index.ts";

/** The transaction of a write as one that SQL is sent to. */
export const writer = (tx: TxCtx): SqlWriter => ({ query: (text, values) => tx.db.$executeRawUnsafe(text, ...values) });

/** The database of a context as one that SQL is sent to. */
export const reader = (ctx: Ctx): SqlExecutor => ({
  query: async (text, values) => ({ rows: await ctx.db.$queryRawUnsafe<Record<string, unknown>[]>(text, ...values) }),
});

/** Creates a review's text in the transaction that creates the review. */
export const createText = (tx: TxCtx, documentId: string, json: DocumentJson): Promise<void> =>
  createDocument(writer(tx), { documentId, json });

/** Returns the committed text of a review. */
export const readText = async (ctx: Ctx, documentId: string) => existing(await readDocument(reader(ctx), documentId));

/** Returns the updates of a review's text without reading them, all of them or up to a number. */
export const updatesOf = async (ctx: Ctx, documentId: string, until?: number) =>
  existing(await readUpdatesUntil(reader(ctx), documentId, until));

function existing<Read>(read: Read | null): Read {
  if (!read) throw new Error("review without a document");
  return read;
}
