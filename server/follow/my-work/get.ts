import type { InferContractRouterOutputs } from "@orpc/contract";
import type { UserActor } from "#lib/base/access/actor.ts";
import { canGlobally } from "#lib/base/access/can.ts";
import { addDays } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { meContract, WorkItem } from "#lib/contract/me.ts";
import { effectAskedOf } from "#lib/follow/strategic-change/effect.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { fromLocalDate, toLocalDate } from "#server/base/kernel/dates.ts";
import { changeKeyOf } from "#server/base/kernel/keys.ts";
import { listStrategicChanges } from "#server/follow/strategic-change/index.ts";
import { listForum } from "#server/reviews/forum/index.ts";
import { commentsToAnswer } from "./comments-to-answer.ts";
import {
  actionsToKeep,
  actionsToPlace,
  actionsToTriage,
  actionsToVerify,
  effectsToCheck,
  lateInMyTeams,
  myActions,
  waiversToAnswer,
} from "./my-actions.ts";
import { myReviews } from "./my-reviews.ts";
import { myReviewTasks } from "./review-tasks.ts";
import { timesToAnswer } from "./times-to-answer.ts";

const MOST = 100;

/** Strategic changes of mine whose health hasn't been reported for too long. */
async function healthDue(ctx: Ctx, me: UserActor): Promise<WorkItem[]> {
  const { items } = await listStrategicChanges(ctx, { mine: true, archived: false, limit: MOST });
  return items
    .filter((change) => change.stale && change.owner?.id === me.id)
    .map((change) =>
      workOfChange(change, "health_due", "Update its health: on track, at risk or off track", { dueDate: null }),
    );
}

/** Delivered strategic changes whose effect I check. */
async function changeEffectsDue(ctx: Ctx, me: UserActor, today: string): Promise<WorkItem[]> {
  const person = { select: { id: true } } as const;
  const rows = await ctx.db.strategicChange.findMany({
    where: {
      ...{ status: "delivered", archivedAt: null, effectDueOn: { lte: fromLocalDate(today) } },
      OR: [{ effectById: me.id }, { sponsorId: me.id }],
    },
    select: {
      ...{ number: true, title: true, status: true, effectDueOn: true },
      ...{ owner: { select: { id: true, name: true } }, pastOwnerIds: true, sponsor: person, effectBy: person },
    },
    orderBy: [{ effectDueOn: "asc" }, { number: "asc" }],
    take: MOST,
  });
  return rows
    .filter((row) => effectAskedOf(row)?.id === me.id)
    .map(({ number, effectDueOn, owner, ...row }) =>
      workOfChange(
        { ...row, key: changeKeyOf(number) },
        "change_effect_due",
        "Record its effect, or when to ask again",
        {
          ...{ dueDate: toLocalDate(effectDueOn), owner: owner?.name ?? null },
        },
      ),
    );
}

const workOfChange = (
  { key, title, status }: Pick<WorkItem, "key" | "title" | "status">,
  kind: WorkItem["kind"],
  step: string,
  more: Pick<WorkItem, "dueDate"> & { owner?: string | null },
): WorkItem => ({
  ...{ kind, key, title, status, step, href: `/strategy/${key}`, originalDueDate: null, priority: null },
  ...{
    severity: null,
    incidentKey: null,
    owner: null,
    blockedReason: null,
    blockedUntil: null,
    band: null,
    sections: [],
    ...more,
  },
});

/** Whether someone leads the programme or a team, and so asks others about late actions. */
const leadsSome = async (ctx: Ctx, me: UserActor): Promise<boolean> =>
  canGlobally(me, "policy.manage") ||
  (canGlobally(me, "work.own") && (await ctx.db.team.count({ where: { managerId: me.id, archivedAt: null } })) > 0);

type Work = InferContractRouterOutputs<typeof meContract>["work"];

const REVIEW_SOON_DAYS = 3;
const PUBLISHED = 5;

/** Returns a person's open work on today's date in their time zone, without what they can't read. */
export async function getWork(ctx: Ctx): Promise<Work> {
  const me = authorizeSelf(ctx, "read");
  const { timeZone } = await ctx.db.user.findUniqueOrThrow({ where: { id: me.id }, select: { timeZone: true } });
  const today = todayIn(timeZone, ctx.now());
  const [
    actions,
    toKeep,
    toPlace,
    toTriage,
    toVerify,
    effects,
    waivers,
    late,
    reviews,
    tasks,
    times,
    comments,
    health,
    changeEffects,
    forum,
    leads,
  ] = await Promise.all([
    myActions(ctx, me, today),
    actionsToKeep(ctx, me),
    actionsToPlace(ctx, me),
    actionsToTriage(ctx, me, today),
    actionsToVerify(ctx, me),
    effectsToCheck(ctx, me, today),
    waiversToAnswer(ctx, me),
    lateInMyTeams(ctx, me, today),
    myReviews(ctx, me),
    myReviewTasks(ctx, me),
    timesToAnswer(ctx, me),
    commentsToAnswer(ctx, me),
    healthDue(ctx, me),
    changeEffectsDue(ctx, me, today),
    listForum(ctx, { limit: PUBLISHED }),
    leadsSome(ctx, me),
  ]);
  const isDue = ({ dueDate }: WorkItem, days: number) => dueDate !== null && dueDate <= addDays(today, days);
  const keysOf = (...lists: WorkItem[][]) => new Set(lists.flat().map(({ key }) => key));
  const asked = keysOf(toVerify, toKeep);
  const placed = keysOf(toPlace, toKeep);
  const asksMe = (item: WorkItem) =>
    item.kind === "action_to_accept" || (isDue(item, 0) && item.status !== "implemented");
  const now = [
    ...actions.filter((item) => asksMe(item) && !asked.has(item.key)),
    ...toKeep,
    ...toPlace.filter((item) => !asked.has(item.key)),
    ...toTriage.filter((item) => !placed.has(item.key)),
    ...toVerify,
    ...effects,
    ...waivers,
    ...reviews.filter((item) => isDue(item, REVIEW_SOON_DAYS)),
    ...tasks.filter((item) => item.dueDate === null || isDue(item, REVIEW_SOON_DAYS)),
    ...times,
    ...comments,
    ...health,
    ...changeEffects,
  ];
  return {
    now: now.sort((a, b) => (a.dueDate ?? "9").localeCompare(b.dueDate ?? "9")),
    reviews,
    actions,
    lateInMyTeams: late,
    mayNudge: leads,
    published: forum.items.map(({ key, title, incident, publishedAt }) => ({
      key,
      title,
      incidentKey: incident.key,
      severity: incident.severity,
      publishedAt,
    })),
  };
}
