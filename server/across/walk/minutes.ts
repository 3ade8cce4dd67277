import { countWords } from "#lib/base/text/sentence.ts";
import { longDay } from "#lib/base/time/local-date.ts";
import { RESTRICTED_TITLE } from "#lib/base/vocabulary/incident.ts";
import { MINUTES_CODE } from "#lib/base/vocabulary/message-kind.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf, numberOfKey } from "#server/base/kernel/keys.ts";
import { notify } from "#server/base/kernel/notify.ts";
import { getWalk } from "./read.ts";

const pathOf = (id: string) => `/programme/monday/walk?minutes=${id}`;
const subjectOn = (day: string) => `Minutes of ${longDay(day)}`;

/** Notifies TPMs, and those who led the meeting or wrote a line, that its minutes are ready. Without lines, no one. */
export async function sendMinutes(tx: TxCtx, id: string): Promise<void> {
  // Also for a job, which reads no minutes.
  const { lines, day, startedById } = await tx.db.walk.findUniqueOrThrow({
    where: { id },
    select: { day: true, startedById: true, lines: { select: { authorId: true, undoneAt: true } } },
  });
  const said = lines.filter(({ undoneAt }) => undoneAt === null);
  if (said.length === 0) return;
  const there = [startedById, ...lines.map(({ authorId }) => authorId)].flatMap((one) => one ?? []);
  const people = await tx.db.user.findMany({
    where: { disabledAt: null, OR: [{ role: "tpm" }, { id: { in: there } }] },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const words = {
    subject: subjectOn(toLocalDate(day)),
    body: `${countWords(said.length, "line")}. Read them in Afterword.`,
  };
  for (const { id: userId } of people)
    await notify(tx, { userId, kind: MINUTES_CODE, ...words, href: pathOf(id), incidentId: null });
}

/** Returns the minutes as they are mailed to the person who acts. Nothing of a restricted incident is in them. */
export async function wordsOfMinutes(ctx: Ctx, href: string): Promise<{ subject: string; body: string }> {
  const { day, lines } = await getWalk(ctx, { id: new URL(href, "http://here").searchParams.get("minutes") ?? "" });
  const open = await openSubjects(ctx, lines);
  const body = lines
    .filter(({ undone }) => !undone)
    .map(({ about, hidden, text }) => {
      if (hidden || (about && !open(about))) return RESTRICTED_TITLE;
      return about ? `${about.kind === "condition" ? about.title : about.key}: ${text}` : text;
    })
    .join("\n");
  return { subject: subjectOn(day), body };
}

type About = Pick<NonNullable<Awaited<ReturnType<typeof getWalk>>["lines"][number]["about"]>, "kind" | "key">;

/** Returns whether something is of no restricted incident, or of an open one too. */
async function openSubjects(ctx: Ctx, lines: readonly { about: About | null }[]) {
  const keys = (kind: About["kind"]) => lines.flatMap(({ about }) => (about?.kind === kind ? [about.key] : []));
  const [restricted, conditions] = await Promise.all([
    ctx.db.actionItem.findMany({
      where: { number: { in: keys("action").map(numberOfKey) }, incident: { restricted: true } },
      select: { number: true },
    }),
    ctx.db.canonicalFactor.findMany({
      where: { id: { in: keys("condition") }, factors: { some: { removedAt: null, incident: { restricted: false } } } },
      select: { id: true },
    }),
  ]);
  const hidden = new Set(restricted.map(({ number }) => actionKeyOf(number)));
  const open = new Set(conditions.map(({ id }) => id));
  return ({ kind, key }: About) => (kind === "condition" ? open.has(key) : !hidden.has(key));
}
