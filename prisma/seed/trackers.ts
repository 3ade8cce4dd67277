import { addDays } from "#lib/base/time/local-date.ts";
import type { Values } from "#lib/follow/tracker/agree.ts";
import { firstMapping } from "#lib/follow/tracker/mapping.ts";
import { fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { seal } from "#server/base/process/seal.ts";
import type { Stage } from "./stage.ts";

const REPOSITORY = "acme/payments";
const CONNECTED_ON = -40;
const CHANGED_ON = -1;

const MINUTE_MS = 60_000;
const LINES = [
  { way: "from", state: "refused", what: "Signature doesn't match. Nothing was read.", of: null },
  {
    way: "from",
    state: "ignored",
    what: "Assignee “deploy-bot” has no matching person, so the owner is unchanged",
    of: 1,
  },
  { way: "to", state: "taken", what: "Priority P1", of: 0 },
  { way: "from", state: "ignored", what: "No changes. Both sides already match.", of: 0 },
  { way: "from", state: "waits", what: "Due date differs: both changed", of: 0 },
] as const;

/** A connection to GitHub with two linked issues, as it was yesterday. It is paused, and never calls out. */
export async function connectTracker(stage: Stage): Promise<void> {
  const ctx = stage.as("sam", CONNECTED_ON);
  const actions = await stage.db.actionItem.findMany({
    where: { status: { in: ["accepted", "in_progress"] }, dueDate: { not: null }, incident: { restricted: false } },
    orderBy: { number: "asc" },
    take: 2,
  });
  const at = stage.instant(CHANGED_ON, "12:20");
  await transact(ctx, async (tx) => {
    const id = tx.newId();
    const { fields, startedLabels, template, ...labels } = firstMapping("github");
    await tx.db.tracker.create({
      data: {
        ...{ id, vendor: "github", name: "Payments", baseUrl: "https://api.github.com", targets: [REPOSITORY] },
        ...{ sealedToken: seal("the demo has no token", id), signedInAs: "acme-afterword", demo: true },
        ...{
          mapping: { fields: [...fields], startedLabels: [...startedLabels], template: { ...template }, ...labels },
          pausedAt: at,
          nextLookAt: at,
          lastLookAt: at,
          lastHookAt: at,
        },
        ...{ lastLookFound: 0, createdById: stage.id("sam"), createdAt: tx.now() },
        people: { create: [{ remoteId: "501", name: "deploy-bot" }] },
      },
    });
    for (const [index, { id: actionItemId, ...action }] of actions.entries()) {
      const dueDate = toLocalDate(action.dueDate);
      const [number, moved] = [790 + index * 13, dueDate && index === 0 ? addDays(dueDate, -5) : dueDate];
      const here: Values = {
        ...{ title: action.title, status: action.status, owner: action.ownerId, blocked: null },
        ...{ dueDate, priority: action.priority },
      };
      const there: Values = { ...here, status: action.status === "in_progress" ? "started" : "open", owner: null };
      const before = { ...there, dueDate: dueDate && addDays(dueDate, -14) };
      await tx.db.linkedIssue.create({
        data: {
          ...{ id: tx.newId(), trackerId: id, actionItemId, target: REPOSITORY, remoteId: String(number) },
          ...{ ref: `${REPOSITORY}#${number}`, url: `https://github.com/${REPOSITORY}/issues/${number}` },
          ...{ title: action.title, state: "open", dueDate: fromLocalDateOrNull(moved), changedAt: at, seenAt: at },
          agreed: Object.fromEntries(
            Object.entries(here).map(([field, value]) => {
              const pair = { here: value, there: there[field as keyof Values] };
              return [
                field,
                field === "dueDate" && index === 0 ? { here: before.dueDate, there: before.dueDate } : pair,
              ];
            }),
          ),
          held:
            index === 0 ? { dueDate: { here: dueDate, there: moved, why: BOTH_CHANGED, since: at.toISOString() } } : {},
          ...{ seenVersion: action.version, createdById: stage.id("sam"), createdAt: tx.now() },
        },
      });
    }
    await tx.db.trackerLine.createMany({
      data: LINES.map(({ of, ...line }, index) => ({
        ...{ ...line, id: tx.newId(), trackerId: id, at: new Date(at.getTime() - (LINES.length - index) * MINUTE_MS) },
        actionItemId: of === null ? null : (actions[of]?.id ?? null),
      })),
    });
    return record(tx, { action: "tracker.connected", id, after: { vendor: "github", targets: [REPOSITORY] } });
  });
}

const BOTH_CHANGED = "Both dates changed since they last agreed. The action was accepted, so a move needs a reason.";
