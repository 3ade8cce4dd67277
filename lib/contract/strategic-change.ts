import { z } from "zod";
import { INCIDENT_KINDS } from "#lib/base/vocabulary/incident.ts";
import {
  CHANGE_CONFIDENCES,
  CHANGE_DECISION_KINDS,
  CHANGE_HEALTHS,
  CHANGE_STATUSES,
  EFFECT_VERDICTS,
  SCOPE_DECISIONS,
} from "#lib/base/vocabulary/strategic-change.ts";
import {
  actionKey,
  changeKey,
  id,
  incidentKey,
  instant,
  line,
  lineOrNone,
  localDate,
  namedRef,
  pageInput,
  pageOf,
  personRef,
  plannedDay,
  reviewKey,
  route,
  some,
  text,
  version,
  words,
} from "./base.ts";
import { Band } from "./incident.ts";
import { LENGTHS } from "./lengths.ts";

export const quarter = z.string().regex(/^\d{4}-Q[1-4]$/, "a quarter such as 2027-Q1");

const THEME = "what it has in common with other changes";
const theme = line(LENGTHS.strategicChange.theme).nullable();

export const StrategicChangeRow = z.strictObject({
  id,
  key: changeKey,
  title: z.string(),
  status: z.enum(CHANGE_STATUSES),
  health: z.enum(CHANGE_HEALTHS).nullable().describe("never better than a blocking milestone, without a reason"),
  reportedHealth: z.enum(CHANGE_HEALTHS).nullable().describe("as the last update says"),
  healthAt: instant.nullable(),
  stale: z.boolean().describe("no health update for as long as its policy allows (14 days) while in progress"),
  targetQuarter: quarter.nullable(),
  owner: personRef.nullable(),
  sponsor: personRef.nullable(),
  effectBy: personRef.nullable().describe("who is asked for its effect. Null: the sponsor. Never the owner"),
  effectDueOn: localDate.nullable().describe("the day on which its effect is asked for. Null before the delivery"),
  team: namedRef.nullable().describe("the team that leads it"),
  otherTeams: z.array(namedRef).describe("the teams that work on it too, by name"),
  theme: z.string().nullable().describe(THEME),
  factorCount: z.int(),
  actionCount: z.int(),
  actionsVerified: z.int(),
  incidents: z.array(z.strictObject({ key: incidentKey, title: z.string(), severity: z.int() })),
  archived: z.boolean(),
  demo: z.boolean(),
  version,
  abilities: z.strictObject({
    ...{ edit: z.boolean(), report: z.boolean(), decide: z.boolean() },
    checkEffect: z.boolean().describe("record the effect, or ask for it later"),
  }),
});
export type StrategicChangeRow = z.infer<typeof StrategicChangeRow>;

const amount = z.number().min(-1e12).max(1e12);

const ChangeMeasure = z
  .strictObject({
    metric: line(LENGTHS.strategicChange.metric).describe("what is measured"),
    unit: lineOrNone(LENGTHS.strategicChange.unit).default(""),
    baseline: amount.nullable().default(null).describe("its value before the change"),
    target: amount,
    by: localDate.describe("the day on which the target should be reached"),
  })
  .describe("how the effect is measured");
export type ChangeMeasure = z.infer<typeof ChangeMeasure>;

const MeasuredValue = z
  .strictObject({ value: z.number(), metric: z.string(), unit: z.string() })
  .describe("the value of the measure, as it was defined then");

const ChangeEstimate = z.strictObject({
  exposedMinutes: z.number().min(0).max(600_000).nullable().describe("weighted bad minutes a year without the change"),
  reduction: z.number().min(0).max(1).nullable().describe("the part of them that it would avoid"),
  confidence: z.enum(CHANGE_CONFIDENCES).nullable(),
  effortWeeks: z.number().positive().max(5200).nullable().describe("weeks of work for one person"),
});

const ChangeScore = z
  .strictObject({
    score: z.number(),
    minutes: z.number().nullable(),
    recurrence: z.int().nullable().describe("1 to 5, in a rough score"),
    severity: z.int().nullable().describe("1 to 5, in a rough score"),
    reduction: z.number(),
    confidence: z.number().describe("1, 0.8 or 0.5"),
    effortWeeks: z.number(),
    isRough: z.boolean().describe("minutes are unknown"),
  })
  .describe("bad minutes avoided a year x confidence / person-weeks, with its working");

const milestoneId = id.describe("of the milestone");
const PLAN_DAY = "the day of the plan, which stays when the milestone moves";
const milestone = {
  title: line(LENGTHS.strategicChange.milestone),
  ownerId: id.nullable(),
  reachedOn: localDate.nullable(),
  blocks: z.boolean().describe("whether the change can't be delivered without it"),
};

const ChangeMilestone = z.strictObject({
  id,
  title: z.string(),
  owner: personRef.nullable(),
  plannedOn: localDate.describe(PLAN_DAY),
  dueOn: localDate,
  reachedOn: localDate.nullable(),
  blocks: milestone.blocks,
  health: z.enum(CHANGE_HEALTHS).describe("off track after its day, at risk when it's later than planned"),
});
export type ChangeMilestone = z.infer<typeof ChangeMilestone>;

export const StrategicChange = StrategicChangeRow.extend({
  statusAt: instant.describe("since when it has its status"),
  slipToldAt: instant
    .nullable()
    .describe("when the sponsor was last told of a milestone that slipped without an update"),
  incidents: z.array(
    z.strictObject({
      ...{ key: incidentKey, title: z.string(), severity: z.int(), kind: z.enum(INCIDENT_KINDS), startedAt: instant },
      ...{ resolvedAt: instant.nullable(), band: Band },
      minutes: z.number().nullable().describe("weighted minutes of impact"),
    }),
  ),
  problem: z.string(),
  hypothesis: z.string(),
  expectedEffect: z.string(),
  measure: ChangeMeasure.nullable(),
  measured: MeasuredValue.extend({ on: localDate }).nullable().describe("when the effect was checked"),
  estimate: ChangeEstimate,
  score: ChangeScore.nullable(),
  milestones: z.array(ChangeMilestone),
  released: z
    .array(z.string())
    .describe(
      "blocking milestones that the owner removed or let block no more: delivering needs the sponsor's reason for them too",
    ),
  worstMilestone: z.enum(CHANGE_HEALTHS).nullable().describe("the worst health of the open milestones that block"),
  statusReason: z.string().nullable(),
  factors: z.array(z.strictObject({ id, number: z.int(), statement: z.string(), reviewKey, incidentKey })),
  actions: z.array(
    z.strictObject({
      key: actionKey,
      title: z.string(),
      status: z.string(),
      blockedReason: z.string().nullable().describe("blocked comes before its status"),
      blockedUntil: localDate.nullable(),
      owner: personRef.nullable(),
      dueDate: z.string().nullable(),
      waivedUntil: z.string().nullable(),
    }),
  ),
  updates: z.array(
    z.strictObject({
      id,
      health: z.enum(CHANGE_HEALTHS),
      because: z.string().nullable().describe("why it's better than the worst blocking milestone"),
      body: z.string().describe("the progress"),
      plans: z.string(),
      problems: z.string(),
      help: z.string().describe("what help is wanted, and from whom"),
      measured: MeasuredValue.nullable(),
      by: z.string().nullable(),
      at: instant,
    }),
  ),
});
export type StrategicChange = z.infer<typeof StrategicChange>;

export const ChangeDecision = z.strictObject({
  id,
  from: z.enum(CHANGE_STATUSES).nullable().describe("null for the proposal"),
  to: z.enum(CHANGE_STATUSES).describe("the same as before for a decision without a new status"),
  kind: z.enum(CHANGE_DECISION_KINDS),
  reason: z.string().nullable(),
  until: localDate.nullable().describe("the day on which it's asked again"),
  riskBy: z.string().nullable().describe("who keeps or accepts the risk until then"),
  by: z.string().nullable(),
  at: instant,
});
export type ChangeDecision = z.infer<typeof ChangeDecision>;

const EffectSpan = z.strictObject({
  from: instant,
  to: instant,
  incidents: z.array(z.strictObject({ key: incidentKey, title: z.string(), startedAt: instant })),
  minutes: z.number().nullable().describe("weighted bad minutes. Null if none is known"),
});

const ChangeEffect = z.strictObject({
  conditions: z.array(namedRef).describe("what its factors have in common with other incidents"),
  days: z.int().describe("of each of the two spans"),
  before: EffectSpan,
  after: EffectSpan,
  chance: z.number().describe("the probability that chance alone gives a difference this large, 0 to 1"),
  verdict: z.enum(EFFECT_VERDICTS),
});
export type ChangeEffect = z.infer<typeof ChangeEffect>;

const byKey = z.strictObject({ key: changeKey });
const LEADS = "the team that leads it";
const otherTeamIds = z.array(id).max(20).describe("teams that work on it too, without the one that leads it");
const links = { factorIds: z.array(id).max(100), actionKeys: z.array(actionKey).max(200) };

const TAG = "Strategic changes";

export const strategicChangeContract = {
  list: route("GET", "/strategic-changes", "Strategic changes by target quarter", TAG)
    .input(
      z.strictObject({
        ...pageInput,
        q: z.string().max(LENGTHS.search).optional(),
        status: some(z.enum(CHANGE_STATUSES)).optional(),
        health: some(z.enum(CHANGE_HEALTHS)).optional(),
        targetQuarter: some(quarter).optional(),
        team: some(id).optional().describe("teams that lead it or work on it"),
        mine: z.boolean().default(false),
        archived: z.boolean().default(false),
      }),
    )
    .output(pageOf(StrategicChangeRow)),
  themes: route("GET", "/strategic-changes/themes", "The themes that changes have, by name", TAG).output(
    z.strictObject({ items: z.array(z.string()) }),
  ),
  get: route("GET", "/strategic-changes/{key}", "One strategic change", TAG).input(byKey).output(StrategicChange),
  decisions: route(
    "GET",
    "/strategic-changes/{key}/decisions",
    "Every decision about it and why, the newest first",
    TAG,
  )
    .input(byKey)
    .output(z.strictObject({ items: z.array(ChangeDecision) })),
  effect: route(
    "GET",
    "/strategic-changes/{key}/effect",
    "Incidents of its conditions before and after its delivery",
    TAG,
  )
    .input(byKey)
    .output(z.strictObject({ effect: ChangeEffect.nullable().describe("null before the delivery") })),
  create: route("POST", "/strategic-changes", "Propose a strategic change", TAG)
    .input(
      z.strictObject({
        title: line(LENGTHS.strategicChange.title),
        problem: text(LENGTHS.strategicChange.problem).default(""),
        expectedEffect: text(LENGTHS.strategicChange.expectedEffect).default(""),
        targetQuarter: quarter.nullable().default(null),
        ownerId: id.nullable().default(null),
        sponsorId: id.nullable().default(null),
        teamId: id.nullable().default(null).describe(LEADS),
        otherTeamIds: otherTeamIds.optional(),
        theme: theme.optional().describe(THEME),
        factorIds: links.factorIds.default([]),
        actionKeys: links.actionKeys.default([]),
      }),
    )
    .output(StrategicChange),
  update: route("PATCH", "/strategic-changes/{key}", "Change fields and links", TAG)
    .input(
      z.strictObject({
        key: changeKey,
        version,
        title: line(LENGTHS.strategicChange.title).optional(),
        problem: text(LENGTHS.strategicChange.problem).optional(),
        hypothesis: text(LENGTHS.strategicChange.hypothesis).optional(),
        measure: ChangeMeasure.extend({ by: plannedDay }).nullable().optional(),
        estimate: ChangeEstimate.optional(),
        expectedEffect: text(LENGTHS.strategicChange.expectedEffect).optional(),
        targetQuarter: quarter.nullable().optional(),
        reason: words(LENGTHS.strategicChange.reason).optional().describe("why it moves to another quarter"),
        ownerId: id.nullable().optional(),
        sponsorId: id.nullable().optional(),
        effectById: id.nullable().optional().describe("who is asked for its effect"),
        teamId: id.nullable().optional().describe(LEADS),
        otherTeamIds: otherTeamIds.optional(),
        theme: theme.optional().describe(THEME),
        factorIds: links.factorIds.optional(),
        actionKeys: links.actionKeys.optional(),
        archived: z.boolean().optional(),
      }),
    )
    .output(StrategicChange),
  transition: route("POST", "/strategic-changes/{key}/transitions", "Change the status", TAG)
    .input(
      z.strictObject({
        key: changeKey,
        version,
        to: z.enum(CHANGE_STATUSES),
        reason: words(LENGTHS.strategicChange.reason).optional(),
        until: plannedDay.optional().describe("the day on which a deferred or declined change is asked about again"),
        targetQuarter: quarter.optional().describe("the quarter in which a funded change should end"),
        riskById: id.optional().describe("who keeps or accepts the risk of a deferred or declined change"),
        measured: amount.optional().describe("the measured value, with the effect"),
      }),
    )
    .output(StrategicChange),
  decideScope: route(
    "POST",
    "/strategic-changes/{key}/decisions",
    "Leave a part out or narrow it, with who accepts that",
    TAG,
  )
    .input(
      z.strictObject({
        ...{ key: changeKey, version, kind: z.enum(SCOPE_DECISIONS) },
        reason: words(LENGTHS.strategicChange.reason).describe("what is left out, and why"),
        riskById: id.describe("who accepts it"),
        until: plannedDay.optional().describe("the day on which it's asked again"),
      }),
    )
    .output(StrategicChange),
  undoDecision: route(
    "POST",
    "/strategic-changes/{key}/decisions/{decisionId}/undo",
    "Undo a decision that left the status as it is",
    TAG,
  )
    .input(z.strictObject({ key: changeKey, version, decisionId: id }))
    .output(StrategicChange),
  postponeEffect: route(
    "POST",
    "/strategic-changes/{key}/effect/later",
    "Ask for the effect again on a later day, because it's too early",
    TAG,
  )
    .input(
      z.strictObject({
        ...{ key: changeKey, version, until: plannedDay },
        reason: words(LENGTHS.strategicChange.reason).optional(),
      }),
    )
    .output(StrategicChange),
  ask: route("POST", "/strategic-changes/{key}/asks", "Ask the owner by a message", TAG)
    .input(z.strictObject({ key: changeKey, question: words(LENGTHS.strategicChange.reason) }))
    .output(z.strictObject({ owner: z.string(), messageId: id })),
  unask: route("POST", "/strategic-changes/{key}/asks/{messageId}/withdrawal", "Withdraw a question", TAG)
    .input(z.strictObject({ key: changeKey, messageId: id }))
    .output(z.strictObject({ told: z.boolean().describe("whether the owner had seen it, and got a message") })),
  reportHealth: route("POST", "/strategic-changes/{key}/health-updates", "Report health in a few sentences", TAG)
    .input(
      z.strictObject({
        key: changeKey,
        version,
        health: z.enum(CHANGE_HEALTHS),
        because: words(LENGTHS.strategicChange.reason)
          .optional()
          .describe("needed where the health is better than the worst blocking milestone"),
        body: words(LENGTHS.strategicChange.healthUpdate).describe("the progress"),
        plans: text(LENGTHS.strategicChange.healthUpdate).default(""),
        problems: text(LENGTHS.strategicChange.healthUpdate).default(""),
        help: text(LENGTHS.strategicChange.healthUpdate).default(""),
        measured: amount.optional().describe("the value of the measure now"),
      }),
    )
    .output(StrategicChange),
  addMilestone: route("POST", "/strategic-changes/{key}/milestones", "Add a milestone", TAG)
    .input(
      z.strictObject({
        ...{ key: changeKey, version, title: milestone.title, plannedOn: plannedDay.describe(PLAN_DAY) },
        ownerId: milestone.ownerId.default(null),
        blocks: milestone.blocks.default(true),
      }),
    )
    .output(StrategicChange),
  changeMilestone: route(
    "PATCH",
    "/strategic-changes/{key}/milestones/{milestoneId}",
    "Move, reach, rename or remove a milestone",
    TAG,
  )
    .input(
      z.strictObject({
        ...{ key: changeKey, milestoneId, version, title: milestone.title.optional() },
        ownerId: milestone.ownerId.optional(),
        dueOn: plannedDay.optional(),
        reachedOn: milestone.reachedOn.optional(),
        blocks: milestone.blocks.optional(),
        removed: z.boolean().optional().describe("false restores it"),
      }),
    )
    .output(StrategicChange),
};
