import { can } from "#lib/base/access/can.ts";
import type { SentText } from "#lib/contract/review.ts";
import { SCHEMA_VERSION } from "#lib/document/schema-version.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { readDocumentForm, SEND_TEXT, workOnTexts } from "#server/reviews/document/index.ts";
import { reader } from "./document.ts";
import { authorizeDraft, reviewFacts } from "./facts.ts";
import { loadReviewHead } from "./load.ts";

/** A longer text arrives over its socket. */
const MOST_BYTES = 1024 * 1024;

/**
 * Returns the text of a review as its document socket would send it, so a page shows it before the socket is open.
 */
export async function sentText(ctx: Ctx, { key }: { key: string }): Promise<SentText> {
  const row = await loadReviewHead(ctx, key);
  const facts = reviewFacts(row);
  authorizeDraft(ctx, facts);
  const form = await readDocumentForm(reader(ctx), row.documentId);
  const bytes = form?.updates.reduce((sum, { length }) => sum + length, 0) ?? 0;
  // A text of an earlier schema is converted when its socket opens.
  const isSent = form?.schemaVersion === SCHEMA_VERSION && bytes <= MOST_BYTES;
  return {
    documentId: row.documentId,
    schemaVersion: SCHEMA_VERSION,
    readOnly: !can(ctx.actor, "review", "write", facts),
    restricted: row.incident.restricted,
    state: isSent ? Buffer.from(await workOnTexts(ctx, SEND_TEXT, form.updates)).toString("base64") : null,
  };
}
