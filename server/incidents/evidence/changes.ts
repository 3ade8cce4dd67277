import type { InferContractRouterOutputs } from "@orpc/contract";
import { actionWords } from "#lib/across/audit/action-words.ts";
import { changeSentence, placeWords, recordedFields, valueWords } from "#lib/across/audit/change-words.ts";
import { isTold } from "#lib/across/audit/recorded-fields.ts";
import type { evidenceContract } from "#lib/contract/evidence.ts";
import { idsIn, namesOf } from "#server/base/audit/index.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { findIncident, loadEvent } from "#server/incidents/timeline/index.ts";

type Changes = InferContractRouterOutputs<typeof evidenceContract>["changes"];

const MOST = 500;

/** Returns the former values of this event in an entry. For a change of several events, only its own part. */
function beforeOf(before: unknown, eventId: string): Record<string, unknown> {
  const { events } = recordedFields(before);
  return Array.isArray(events)
    ? recordedFields(events.find((one) => recordedFields(one).id === eventId))
    : recordedFields(before);
}

/** Returns a sentence for each changed field: "Changed the title from Load rises to Load rises fast". */
function detailsOf(
  action: string,
  { before, after }: { before: Record<string, unknown>; after: Record<string, unknown> },
  names: Record<string, string>,
) {
  return Object.entries(after).flatMap(([name, value]) => {
    if (name === "lead") return placeWords(action, value) ?? [];
    if (!isTold(name, action) || idsIn(value).some((id) => names[id] === undefined)) return [];
    const [was, is] = [valueWords(before[name], names, name), valueWords(value, names, name)];
    if (was === is) return [];
    return changeSentence(action, name, was, is);
  });
}

/** Returns whether the change hid the event or showed it again. Null: neither. */
function hiddenBy(before: Record<string, unknown>, after: Record<string, unknown>): boolean | null {
  const isHidden = after.hidden;
  return typeof isHidden === "boolean" && isHidden !== (before.hidden ?? false) ? isHidden : null;
}

/** Returns who changed what in an event, newest first, including changes of several events at once. */
export async function listEventChanges(ctx: Ctx, input: { key: string; eventId: string }): Promise<Changes> {
  const incident = await findIncident(ctx, input.key);
  const event = await loadEvent(ctx, incident.id, input.eventId);
  const rows = await ctx.db.auditEntry.findMany({
    where: {
      incidentId: incident.id,
      noun: "timeline_event",
      OR: [{ nounId: event.id }, { before: { path: ["events"], array_contains: [{ id: event.id }] } }],
    },
    select: { id: true, at: true, actorLabel: true, action: true, before: true, after: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: MOST,
  });
  const names = Object.fromEntries(
    await namesOf(
      ctx,
      rows.flatMap(({ after }) => idsIn(after)),
    ),
  );
  return {
    items: rows.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      actor: row.actorLabel,
      what: actionWords(row.action),
      details: detailsOf(
        row.action,
        { before: beforeOf(row.before, event.id), after: recordedFields(row.after) },
        names,
      ),
      hidden: hiddenBy(beforeOf(row.before, event.id), recordedFields(row.after)),
    })),
  };
}
