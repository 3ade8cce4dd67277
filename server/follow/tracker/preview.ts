import { isDeepStrictEqual } from "node:util";
import { refuse } from "#lib/base/errors.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import type { SyncWay } from "#lib/base/vocabulary/issue-tracker.ts";
import type { trackerContract } from "#lib/contract/tracker.ts";
import { actionMoves } from "#lib/follow/action-item/transition.ts";
import { stepsOf, syncedFieldOf } from "#lib/follow/tracker/agree.ts";
import { comparedFields, type Mapping, translationOf, valuesThere } from "#lib/follow/tracker/mapping.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo, isPromised, loadActionItem } from "#server/follow/action-item/index.ts";
import { TrackerError } from "./connectors/connector.ts";
import { asking } from "./links.ts";
import {
  agreedOf,
  connectorFor,
  heldOf,
  isReached,
  knownPeople,
  loadTracker,
  mappingOf,
  type TrackerRecord,
  targetOf,
  valuesHere,
} from "./load.ts";
import { namesOf } from "./present.ts";
import { valueWords } from "./take.ts";

/** Each one is read from the tracker. */
const MOST_ISSUES = 25;

/**
 * Returns what another mapping would change on the linked issues that the reader can see, without changing it. Changes
 * that the present mapping makes as well are left out.
 */
export async function previewTracker(ctx: Ctx, { id, mapping }: InputOf<typeof trackerContract.preview>) {
  authorizeGlobally(ctx, "settings.manage");
  const tracker = await loadTracker(ctx, id);
  if (tracker.pausedAt !== null)
    throw refuse("paused", "The connection is paused. Resume it to see what would change.");
  if (tracker.waitsUntil !== null && tracker.waitsUntil > ctx.now())
    throw refuse("waits", "The tracker can't be asked at the moment. Try again in a minute.");
  const links = await ctx.db.linkedIssue.findMany({
    where: { trackerId: id, unlinkedAt: null, actionItem: actionItemVisibleTo(ctx.actor) },
    include: { actionItem: { select: { number: true } } },
    orderBy: [{ seenAt: "desc" }, { id: "asc" }],
    take: MOST_ISSUES,
  });
  const people = await knownPeople(ctx, id);
  const items = [];
  let unread = 0;
  for (const link of links) {
    const { row, refs } = await loadActionItem(ctx, actionKeyOf(link.actionItem.number));
    const issue = await asking(() => readOrSkip(tracker, link));
    if (issue === null) {
      unread += 1;
      continue;
    }
    const [here, there] = [valuesHere(row), valuesThere(issue, mapping)];
    const stepsBy = (by: Mapping) =>
      stepsOf({
        ...{ here, there: valuesThere(issue, by), agreed: agreedOf(link), held: heldOf(link) },
        ...{ fields: comparedFields(by), translation: translationOf(people, by) },
        ...{ isTitleThereLater: false, isDatePromised: isPromised(row, refs) && row.dueDate !== null },
      });
    const present = stepsBy(mappingOf(tracker));
    for (const [field, step] of stepsBy(mapping)) {
      if ((step.is !== "send" && step.is !== "take") || isDeepStrictEqual(step, present.get(field))) continue;
      const isRefused = field === "status" && !actionMoves(row.status).includes(step.value as ActionStatus);
      if (step.is === "take" && isRefused) continue;
      const way: SyncWay = step.is === "send" ? "to" : "from";
      const was = step.is === "send" ? there[field] : here[field];
      const names = await namesOf(ctx, id, field === "owner" ? [was ?? "", step.value ?? ""] : []);
      const words = (value: string | null) => valueWords(field, value, (one) => names.get(one) ?? one);
      const from = words(was);
      const what = { actionKey: actionKeyOf(row.number), ref: link.ref, field: syncedFieldOf(field), way };
      items.push({ ...what, from, to: words(step.value) });
    }
  }
  return { items, issues: links.length - unread, unread };
}

/** Reads an issue. Null for one that can't be read while others can. */
async function readOrSkip(tracker: TrackerRecord, { target, remoteId }: { target: string; remoteId: string }) {
  try {
    return isReached(tracker, target) ? await connectorFor(tracker).read(targetOf(tracker, target), remoteId) : null;
  } catch (error) {
    if (error instanceof TrackerError && (error.fault === "rejected" || error.fault === "answer")) return null;
    throw error;
  }
}
