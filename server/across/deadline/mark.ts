import { actorId } from "#lib/base/access/actor.ts";
import { notFound, refuse } from "#lib/base/errors.ts";
import type { Deadlines, deadlineContract } from "#lib/contract/deadline.ts";
import { DEADLINE_EVENTS } from "#lib/people/policy/values.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { record, unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { incidentFacts, loadIncident } from "#server/incidents/incident/index.ts";
import { teamCalendars } from "#server/people/calendar/index.ts";
import { loadBook } from "#server/people/policy/index.ts";
import { deadlineFacts, deadlinesOf, loadForDeadlines } from "./load.ts";

/** Returns the deadlines of an incident with their states. Throws `not_found`. */
export async function listDeadlines(ctx: Ctx, { key }: { key: string }): Promise<Deadlines> {
  const { id } = await loadIncident(ctx, key);
  const [row, book, calendarOf] = await Promise.all([loadForDeadlines(ctx, id), loadBook(ctx), teamCalendars(ctx)]);
  const { events } = deadlineFacts(row);
  const dated = deadlinesOf(row, { book, edition: row.policyEdition, calendarOf, now: ctx.now() });
  return {
    events: DEADLINE_EVENTS.flatMap((event) => (events[event] ? [{ event, at: events[event] }] : [])),
    items: dated.map((one) => {
      const sent = row.deadlinesSent.find((mark) => mark.key === one.key);
      return { ...one, sentAt: sent?.sentAt.toISOString() ?? null, sentBy: sent?.sentBy ?? null };
    }),
  };
}

/** Loads an incident for someone who can edit it, with a deadline that it has. */
async function loadMarkable(tx: TxCtx, { key, deadline }: { key: string; deadline: string }) {
  const incident = await loadIncident(tx, key);
  authorize(tx, "incident", "edit", incidentFacts(incident));
  const found = (await listDeadlines(tx, { key })).items.find((one) => one.key === deadline);
  if (!found) throw notFound();
  return { id: incident.id, found };
}

/** Marks what a deadline asks for as sent. Deadlines that count from it then start. A second mark changes nothing. */
export async function sendDeadline(ctx: Ctx, input: InputOf<typeof deadlineContract.send>): Promise<Deadlines> {
  return transact(ctx, async (tx) => {
    const { id, found } = await loadMarkable(tx, input);
    const { key, deadline } = input;
    const answer = () => listDeadlines(tx, { key });
    if (found.state === "sent") return unrecorded("it was marked before", answer);
    const sentAt = input.at ? new Date(input.at) : tx.now();
    if (sentAt > tx.now())
      throw refuse("sent_later", "It can't have been sent later than now. Enter when it was sent.");
    await tx.db.deadlineSent.createMany({
      data: { incidentId: id, key: deadline, sentAt, sentById: actorId(tx.actor) },
      skipDuplicates: true,
    });
    const after = { deadline, name: found.name, sentAt: sentAt.toISOString() };
    return record(tx, { action: "deadline.sent", id, after, answer });
  });
}

/** Undoes marking as sent. */
export async function unsendDeadline(ctx: Ctx, input: InputOf<typeof deadlineContract.unsend>): Promise<Deadlines> {
  return transact(ctx, async (tx) => {
    const { id, found } = await loadMarkable(tx, input);
    const { key, deadline } = input;
    const answer = () => listDeadlines(tx, { key });
    if (found.state !== "sent") return unrecorded("it isn't marked", answer);
    await tx.db.deadlineSent.deleteMany({ where: { incidentId: id, key: deadline } });
    return record(tx, { action: "deadline.unsent", id, before: { deadline, sentAt: found.sentAt }, answer });
  });
}
