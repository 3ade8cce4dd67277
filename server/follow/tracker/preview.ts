import type { SyncWay } from "#lib/base/vocabulary/issue-tracker.ts";
import type { trackerContract } from "#lib/contract/tracker.ts";
import { stepsOf, syncedFieldOf } from "#lib/follow/tracker/agree.ts";
import { comparedFields, translationOf, valuesThere } from "#lib/follow/tracker/mapping.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { actionItemVisibleTo, isPromised, loadActionItem } from "#server/follow/action-item/index.ts";
import { asking } from "./links.ts";
import { agreedOf, connectorFor, heldOf, knownPeople, loadTracker, targetOf, valuesHere } from "./load.ts";
import { valueWords } from "./take.ts";

/** Each one is read from the tracker. */
const MOST_ISSUES = 25;

/** Returns what another mapping would change on the linked issues that the reader can see, without changing it. */
export async function previewTracker(ctx: Ctx, { id, mapping }: InputOf<typeof trackerContract.preview>) {
  authorizeGlobally(ctx, "settings.manage");
  const tracker = await loadTracker(ctx, id);
  const links = await ctx.db.linkedIssue.findMany({
    where: { trackerId: id, unlinkedAt: null, actionItem: actionItemVisibleTo(ctx.actor) },
    include: { actionItem: { select: { number: true } } },
    orderBy: [{ seenAt: "desc" }, { id: "asc" }],
    take: MOST_ISSUES,
  });
  const translation = translationOf(await knownPeople(ctx, id));
  const items = [];
  for (const link of links) {
    const { row, refs } = await loadActionItem(ctx, actionKeyOf(link.actionItem.number));
    const issue = await asking(() => connectorFor(tracker).read(targetOf(tracker, link.target), link.remoteId));
    if (issue === null) continue;
    const [here, there] = [valuesHere(row), valuesThere(issue, mapping)];
    const steps = stepsOf({
      ...{ here, there, agreed: agreedOf(link), held: heldOf(link), fields: comparedFields(mapping), translation },
      ...{ isTitleThereLater: false, isDatePromised: isPromised(row, refs) && row.dueDate !== null },
    });
    for (const [field, step] of steps) {
      if (step.is !== "send" && step.is !== "take") continue;
      const way: SyncWay = step.is === "send" ? "to" : "from";
      const words = (value: string | null) => valueWords(field, value, (one) => one);
      const from = words(step.is === "send" ? there[field] : here[field]);
      const what = { actionKey: actionKeyOf(row.number), ref: link.ref, field: syncedFieldOf(field), way };
      items.push({ ...what, from, to: words(step.value) });
    }
  }
  return { items, issues: links.length };
}
