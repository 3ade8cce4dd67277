import { onOneLine } from "#lib/base/text/one-line.ts";
import { suggestTemplate } from "#lib/reviews/template/template.ts";
import type { TxCtx } from "#server/base/kernel/context.ts";
import { incidentKeyOf } from "#server/base/kernel/keys.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createImport } from "#server/incidents/import/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { importReview } from "#server/reviews/review/index.ts";
import type { WriteUpOptions } from "./options.ts";
import { placePictures } from "./pictures.ts";
import type { ReadWriteUp } from "./read/read-write-up.ts";

const LONGEST_TITLE = 200;
const LONGEST_ACTION = 300;
const LONGEST_FACTOR = 500;

/** The result of a write-up. */
interface Written {
  title: string;
  incidentId: string;
  reviewId: string;
  events: number;
  actions: number;
  factors: number;
  asked: number;
  leftOut: string[];
}

/** Returns the title of a write-up: as given, as it states, or the name of its file. */
export function titleOf(path: string, read: ReadWriteUp, given: string | undefined): string {
  const name = (path.split("/").at(-1) ?? path).replace(/\.\w{2,8}$/, "").replace(/[-_]+/g, " ");
  const titles = [given, read.title, name].map((one) =>
    onOneLine(one ?? "")
      .replace(/\s+/g, " ")
      .trim(),
  );
  return (titles.find((one) => /[\p{L}\p{N}]/u.test(one)) ?? "Untitled write-up").slice(0, LONGEST_TITLE).trim();
}

/** Writes one write-up in the open transaction: incident, events with a known time, review, actions and factors. */
export async function writeWriteUp(
  tx: TxCtx,
  path: string,
  read: ReadWriteUp,
  options: WriteUpOptions,
): Promise<Written> {
  const title = titleOf(path, read, options.title);
  const incidentKey = options.incidentKey ?? (await openIncident(tx, title, read, options));
  const incident = await tx.db.incident.findFirstOrThrow({
    where: { number: Number(incidentKey.slice("INC-".length)) },
    select: { id: true, kind: true, highestSeverity: true },
  });
  const { events, asked } = await importEvents(tx, incidentKey, read, options);
  let leftOut: string[] = [];
  const review = await importReview(
    tx,
    {
      incidentKey,
      title,
      template: options.template ?? suggestTemplate(incident.kind, incident.highestSeverity),
      filename: read.source.filename,
      findings: await chosenFindings(tx, incident.id, options.choose),
      write: async (reviewKey) => {
        const placed = await placePictures(tx, reviewKey, read);
        leftOut = placed.leftOut;
        return placed.blocks;
      },
    },
    findingRecords,
  );
  const [actions, factors] = await Promise.all([
    tx.db.actionItem.count({ where: { reviewId: review.id } }),
    tx.db.factor.count({ where: { reviewId: review.id } }),
  ]);
  return { title, incidentId: incident.id, reviewId: review.id, events, actions, factors, asked, leftOut };
}

/**
 * Creates the incident of a write-up. It is over, and its start is that of its events. Without an event that has a time
 * its start stays unknown.
 */
async function openIncident(tx: TxCtx, title: string, read: ReadWriteUp, options: WriteUpOptions): Promise<string> {
  const { timeZone, restricted } = options;
  const incident = await createIncident(tx, {
    ...{ title, kind: "incident", severity: read.severity ?? options.severity, timeZone, restricted },
    ...{ resolvedAt: null, impactText: "", serviceIds: [] },
  });
  const { number } = await tx.db.incident.update({
    where: { id: incident.id },
    data: { status: "resolved", endGiven: true },
    select: { number: true },
  });
  return incidentKeyOf(number);
}

async function importEvents(
  tx: TxCtx,
  key: string,
  { source, events, actions, factors }: ReadWriteUp,
  { zone, date, choose }: WriteUpOptions,
): Promise<{ events: number; asked: number }> {
  if (events.length + actions.length + factors.length === 0) return { events: 0, asked: 0 };
  const made = await createImport(tx, {
    ...{ key, filename: source.filename, content: source.text },
    ...(zone ? { zone } : {}),
    ...(date ? { date } : {}),
    ...(choose ? { leaveOut: choose.leaveOut } : {}),
  });
  return { events: made.created, asked: made.ambiguous };
}

async function chosenFindings(
  tx: TxCtx,
  incidentId: string,
  choose: WriteUpOptions["choose"],
): Promise<true | string[]> {
  if (!choose) return true;
  const waiting = await tx.db.finding.findMany({
    where: { incidentId, state: "waiting", removedAt: null },
    select: { id: true, kind: true, text: true },
  });
  const chosen = {
    action: new Set(choose.actions.map((text) => text.slice(0, LONGEST_ACTION))),
    factor: new Set(choose.factors.map((text) => text.slice(0, LONGEST_FACTOR))),
  };
  return waiting
    .filter(({ kind, text }) => (kind === "action" || kind === "factor") && chosen[kind].has(text))
    .map(({ id }) => id);
}
