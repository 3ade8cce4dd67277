import { actorId } from "#lib/base/access/actor.ts";
import { invalid } from "#lib/base/errors.ts";
import { isPictureType } from "#lib/base/vocabulary/picture-type.ts";
import type { Attachment, evidenceContract } from "#lib/contract/evidence.ts";
import { fileNameOf } from "#lib/incidents/evidence/file-name.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { findIncident, loadEvent } from "#server/incidents/timeline/index.ts";
import { evidenceChanged } from "./evidence-changed.ts";
import { ATTACHMENT_SELECT, presentAttachment } from "./evidence-row.ts";
import { fetchTitle } from "./fetch-title.ts";
import { prepareUpload } from "./prepare-upload.ts";
import { keepFile } from "./store-file.ts";

type Input = InputOf<typeof evidenceContract.attach>;
type Part = "url" | "text" | "file";

const NEEDS: Record<Input["kind"], Part> = { link: "url", query: "text", log: "text", file: "file" };
const TAKES: Record<Input["kind"], readonly Part[]> = {
  link: ["url"],
  query: ["text", "url"],
  log: ["text", "url"],
  file: ["file"],
};
const PART_WORDS: Record<Part, string> = { url: "a URL", text: "the text", file: "the file" };

function checkParts(input: Input): void {
  const { kind, url, text, content, file } = input;
  if (content !== undefined && file !== undefined) throw invalid("file", "Send either content or a file");
  const given: Record<Part, boolean> = {
    url: url !== undefined,
    text: text !== undefined && text.trim() !== "",
    file: content !== undefined || file !== undefined,
  };
  const needed = NEEDS[kind];
  if (!given[needed]) throw invalid(needed, `Send ${PART_WORDS[needed]}`);
  for (const part of ["url", "text", "file"] as const) {
    if (given[part] && !TAKES[kind].includes(part))
      throw invalid(part, `This kind of evidence doesn't have it. Attach ${PART_WORDS[part]} separately.`);
  }
}

/** Returns a title for evidence without one. */
async function titleOf({ kind, title, url, text }: Input, filename: string | null): Promise<string> {
  if (title !== undefined) return title;
  if (kind === "link") return fetchTitle(url ?? "");
  const firstLine = text?.trim().split("\n", 1)[0]?.trim().slice(0, 120);
  return filename ?? firstLine ?? "Evidence";
}

/**
 * Attaches a link, picture, file, query or log lines to an event. A page's title is requested before any row is locked.
 */
export async function attachEvidence(ctx: Ctx, input: Input): Promise<Attachment> {
  const seen = await findIncident(ctx, input.key);
  authorize(ctx, "incident", "curate", incidentFacts(seen));
  checkParts(input);
  const file = input.kind === "file" ? await prepareUpload(ctx, input) : null;
  const filename = file ? fileNameOf(input.filename ?? input.file?.name ?? "") : null;
  const title = await titleOf(input, filename);
  return transact(ctx, async (tx) => {
    const incident = await findIncident(tx, input.key);
    authorize(tx, "incident", "curate", incidentFacts(incident));
    const event = await loadEvent(tx, incident.id, input.eventId);
    const kind = file && isPictureType(file.mediaType) ? "image" : input.kind;
    const row = await tx.db.attachment.create({
      data: {
        id: tx.newId(),
        incidentId: incident.id,
        eventId: event.id,
        kind,
        title,
        url: input.url ?? null,
        text: input.text ?? null,
        fileHash: file && (await keepFile(tx, file)),
        filename,
        createdById: actorId(tx.actor),
        createdAt: tx.now(),
      },
      select: ATTACHMENT_SELECT,
    });
    const change = evidenceChanged({
      verb: "evidence_added",
      incidentId: incident.id,
      eventId: event.id,
      after: { kind, title },
    });
    return record(tx, { ...change, answer: () => presentAttachment(row, input.key) });
  });
}
