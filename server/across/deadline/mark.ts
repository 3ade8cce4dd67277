import { actorId } from "#lib/base/access/actor.ts";
import { invalid, notFound } from "#lib/base/errors.ts";
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
import { nextReminders } from "./remind.ts";

/** Returns the deadlines of an incident with their states. Throws `not_found`. */
export async function listDeadlines(ctx: Ctx, { key }: { key: string }): Promise<Deadlines> {
  const { id } = await loadIncident(ctx, key);
  const [row, book, calendarOf] = await Promise.all([loadForDeadlines(ctx, id), loadBook(ctx), teamCalendars(ctx)]);
  const { events } = deadlineFacts(row);
  const next = await nextReminders(ctx, row, { book, calendarOf });
  const dated = deadlinesOf(row, { book, edition: row.policyEdition, calendarOf, now: ctx.now() });
  return {
    events: DEADLINE_EVENTS.flatMap((event) => (events[event] ? [{ event, at: events[event] }] : [])),
    items: dated.map(({ from: _from, earliest: _earliest, ...one }) => {
      const sent = row.deadlinesSent.find((mark) => mark.key === one.key);
      return {
        ...{ ...one, sentAt: sent?.sentAt.toISOString() ?? null, sentBy: sent?.sentBy ?? null },
        next: next.get(one.key) ?? null,
        reminded: row.deadlineReminders.flatMap(({ key: of, moment, at, person }) =>
          of === one.key ? [{ moment, at: at.toISOString(), to: person }] : [],
        ),
      };
    }),
  };
}

/** Loads an incident for someone who can edit it, with a deadline that it has. */
async function loadMarkable(tx: TxCtx, { key, deadline }: { key: string; deadline: string }) {
  const incident = await loadIncident(tx, key);
  authorize(tx, "incident", "edit", incidentFacts(incident));
  const found = (await listDeadlines(tx, { key })).items.find((one) => one.key === deadline);
  if (!found) throw notFound();
  const [row, book, calendarOf] = await Promise.all([
    loadForDeadlines(tx, incident.id),
    loadBook(tx),
    teamCalendars(tx),
  ]);
  const dated = deadlinesOf(row, { book, edition: row.policyEdition, calendarOf, now: tx.now() });
  return { id: incident.id, found, dated: dated.find((one) => one.key === deadline) };
}

/** Marks what a deadline asks for as sent. Deadlines that count from it then start. A second mark changes nothing. */
export async function sendDeadline(ctx: Ctx, input: InputOf<typeof deadlineContract.send>): Promise<Deadlines> {
  return transact(ctx, async (tx) => {
    const { id, found, dated } = await loadMarkable(tx, input);
    const { key, deadline } = input;
    const answer = () => listDeadlines(tx, { key });
    if (found.state === "sent") return unrecorded("it was marked before", answer);
    const follows = dated?.waitsFor ?? {};
    if ("sent" in follows) throw invalid("at", "What it follows isn't marked as sent yet. Mark that first.");
    const sentAt = input.at ? new Date(input.at) : tx.now();
    if (sentAt > tx.now()) throw invalid("at", "It can't have been sent later than now. Enter when it was sent.");
    // Of an event that no one has entered yet, the time isn't known, and yet a report of it can be out.
    if (dated?.earliest && sentAt < new Date(dated.earliest))
      throw invalid("at", "It can't have been sent before what it counts from. Enter when it was sent.");
    const { count } = await tx.db.deadlineSent.createMany({
      data: { incidentId: id, key: deadline, sentAt, sentById: await senderOf(tx, { id, deadline, sentAt }) },
      skipDuplicates: true,
    });
    if (count === 0) return unrecorded("it was marked before", answer);
    const after = { deadline, name: found.name, sentAt: sentAt.toISOString() };
    return record(tx, { action: "deadline.sent", id, after, answer });
  });
}

/** Returns who sent it: the one of a mark that was removed and is restored with its time, otherwise the actor. */
async function senderOf(tx: TxCtx, mark: { id: string; deadline: string; sentAt: Date }): Promise<string | null> {
  const removed = await tx.db.auditEntry.findFirst({
    where: {
      ...{ noun: "incident", nounId: mark.id, action: "deadline.unsent" },
      AND: [
        { before: { path: ["deadline"], equals: mark.deadline } },
        { before: { path: ["sentAt"], equals: mark.sentAt.toISOString() } },
      ],
    },
    orderBy: { at: "desc" },
  });
  const former = removed?.before as { sentById?: string } | undefined;
  const known = former?.sentById && (await tx.db.user.findUnique({ where: { id: former.sentById } }));
  return known ? known.id : actorId(tx.actor);
}

/** Undoes marking as sent. */
export async function unsendDeadline(ctx: Ctx, input: InputOf<typeof deadlineContract.unsend>): Promise<Deadlines> {
  return transact(ctx, async (tx) => {
    const { id, found } = await loadMarkable(tx, input);
    const { key, deadline } = input;
    const answer = () => listDeadlines(tx, { key });
    if (found.state !== "sent") return unrecorded("it isn't marked", answer);
    const { count } = await tx.db.deadlineSent.deleteMany({ where: { incidentId: id, key: deadline } });
    if (count === 0) return unrecorded("it isn't marked", answer);
    const before = { deadline, sentAt: found.sentAt, sentById: found.sentBy?.id ?? null };
    return record(tx, { action: "deadline.unsent", id, before, answer });
  });
}
