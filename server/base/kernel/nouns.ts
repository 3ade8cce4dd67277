import type { AuditAction } from "#lib/across/audit/action-words.ts";
import type { RecordedNoun } from "#lib/across/audit/noun-words.ts";
import type { RecordedFields } from "#lib/across/audit/recorded-fields.ts";
import type { ShownNoun } from "#lib/base/vocabulary/shown-noun.ts";

/** Fields of a change that contain an id. */
export type IdField = "id" | "incidentId" | "reviewId" | "subjectId" | "integrationId";

export interface NounRule {
  /** Noun in the audit log under which it is found. */
  entry: RecordedNoun;
  /** The field with the incident whose restriction the entry inherits. */
  incident: "id" | "incidentId" | null;
  /** The records that open screens reload, each with the field that contains its id. Null fields are skipped. */
  tells: Partial<Record<ShownNoun, IdField>>;
}

const INCIDENT = "incidentId";

/** The nouns of recorded changes, by the first word of their actions. */
export const NOUNS = {
  incident: { entry: "incident", incident: "id", tells: { incident: "id" } },
  // Exports by the command line.
  timeline: { entry: "incident", incident: "id", tells: {} },
  milestone: { entry: "incident", incident: "id", tells: { timeline: "id" } },
  // Evidence of the incident itself. That of an event is in the history of the event.
  evidence: { entry: "incident", incident: "id", tells: { timeline: "id" } },
  timeline_event: { entry: "timeline_event", incident: INCIDENT, tells: { timeline: INCIDENT } },
  suspect: { entry: "timeline_event", incident: INCIDENT, tells: { impact: INCIDENT } },
  impact_window: { entry: "impact_window", incident: INCIDENT, tells: { impact: INCIDENT } },
  impact_series: { entry: "impact_series", incident: INCIDENT, tells: { impact: INCIDENT } },
  finding: { entry: "finding", incident: INCIDENT, tells: { finding: INCIDENT } },
  import: { entry: "import", incident: INCIDENT, tells: { timeline: INCIDENT, impact: INCIDENT, finding: INCIDENT } },
  review: { entry: "review", incident: INCIDENT, tells: { review: "id" } },
  // Only its uploader reads the report. The reviews have entries of their own.
  write_up: { entry: "write_up", incident: null, tells: {} },
  gate: { entry: "review", incident: INCIDENT, tells: { review: "id" } },
  comment: { entry: "comment_thread", incident: INCIDENT, tells: { comment: "subjectId" } },
  comment_thread: { entry: "comment_thread", incident: INCIDENT, tells: { comment: "subjectId" } },
  suggestion: { entry: "suggestion", incident: INCIDENT, tells: { suggestion: "reviewId" } },
  assist: { entry: "assist", incident: INCIDENT, tells: { assist: "reviewId" } },
  review_task: { entry: "review_task", incident: INCIDENT, tells: { review_task: "reviewId" } },
  factor: { entry: "factor", incident: INCIDENT, tells: { factor: "reviewId" } },
  // Private until its author shares it, so no entry is among those of the incident.
  recollection: { entry: "recollection", incident: null, tells: {} },
  learning: { entry: "learning", incident: INCIDENT, tells: { learning: "reviewId" } },
  canonical_factor: { entry: "canonical_factor", incident: INCIDENT, tells: { canonical_factor: "id" } },
  promotion_rules: { entry: "promotion_rules", incident: null, tells: { promotion_rules: "id" } },
  action_item: { entry: "action_item", incident: INCIDENT, tells: { action_item: "id" } },
  saved_view: { entry: "saved_view", incident: null, tells: { saved_view: "id" } },
  // Shown only to its owner, who created or revoked it.
  calendar_feed: { entry: "calendar_feed", incident: null, tells: {} },
  walk: { entry: "walk", incident: null, tells: { walk: "id" } },
  channel: { entry: "channel", incident: null, tells: { channel: "id" } },
  tracker: { entry: "tracker", incident: null, tells: { tracker: "id" } },
  message_delivery: { entry: "message_delivery", incident: INCIDENT, tells: { channel: "id" } },
  strategic_change: { entry: "strategic_change", incident: null, tells: { strategic_change: "id" } },
  integration: { entry: "integration", incident: null, tells: { integration: "id" } },
  routing_rule: { entry: "routing_rule", incident: null, tells: { integration: "integrationId" } },
  incoming_event: {
    entry: "incoming_event",
    incident: INCIDENT,
    tells: { incoming_event: "integrationId", timeline: INCIDENT },
  },
  member: { entry: "member", incident: null, tells: { member: "id" } },
  invitation: { entry: "invitation", incident: null, tells: { member: "id" } },
  team: { entry: "team", incident: null, tells: { team: "id" } },
  service: { entry: "service", incident: null, tells: { service: "id" } },
  calendar: { entry: "calendar", incident: null, tells: { calendar: "id" } },
  deadline: { entry: "incident", incident: "id", tells: { incident: "id" } },
  policy: { entry: "policy", incident: null, tells: { policy: "id" } },
  assist_setting: { entry: "assist_setting", incident: null, tells: { assist_setting: "id" } },
  template: { entry: "template", incident: null, tells: { template: "id" } },
  // Shown only to its owner, who created or revoked it.
  token: { entry: "token", incident: null, tells: {} },
  demo: {
    entry: "demo",
    incident: null,
    tells: { incident: "id", action_item: "id", strategic_change: "id", member: "id", team: "id", integration: "id" },
  },
  // Written by the command line, and by a job into inboxes that are updated separately.
  backup: { entry: "backup", incident: null, tells: {} },
  digest: { entry: "digest", incident: null, tells: {} },
} as const satisfies Record<string, NounRule>;

/** Changes that every screen hears of, even if they belong to a restricted incident. */
export const FOR_ALL: ReadonlySet<ShownNoun> = new Set([
  "saved_view",
  "channel",
  "tracker",
  "walk",
  "incoming_event",
  "integration",
  "strategic_change",
  "member",
  "team",
  "service",
  "calendar",
  "policy",
  "template",
  "assist_setting",
  "promotion_rules",
]);

export type Noun = keyof typeof NOUNS;
type Values<Table> = Table[keyof Table];
type FieldsOf<N extends Noun> = Exclude<
  (typeof NOUNS)[N]["incident"] | Values<(typeof NOUNS)[N]["tells"]>,
  "id" | null
>;

type VerbIn<Action, N extends string> = Action extends `${N}.${infer Verb}` ? Verb : never;
/** Actions of a noun, without the noun: "updated". */
export type VerbOf<N extends Noun> = VerbIn<AuditAction, N>;

type ActionOf<N extends Noun> = Extract<AuditAction, `${N}.${string}`>;
type Changing =
  | "updated"
  | "archived"
  | "scheduled"
  | "moved"
  | "due_moved"
  | "severity_changed"
  | "profile_changed"
  | "milestone_changed"
  | "effect_postponed";
/** Actions that always change fields of a record that existed. */
type Updating<N extends Noun> = Extract<ActionOf<N>, `${N}.${Changing}`>;

/** Noun and verb in the past tense: `action_item.verified`. A new one needs its sentence first. */
type Step<N extends Noun> =
  | {
      action: Exclude<ActionOf<N>, Updating<N>>;
      /** The record before the change, with the fields of `after`: see `fieldsOf`. Left out for a new record. */
      before?: RecordedFields | null | undefined;
    }
  | { action: Updating<N>; before: RecordedFields | null };

/** One change of a record, as recorded. */
export type Change<N extends Noun = Noun> = N extends Noun
  ? Step<N> & {
      id: string;
      /** The incident whose restriction the entry inherits, or null. */
      incidentId?: string | null;
      after?: RecordedFields | null | undefined;
      /** False if no open screen shows it, such as a sign-in. */
      shown?: false;
    } & { [Field in Extract<FieldsOf<N>, IdField>]: string | null }
  : never;
