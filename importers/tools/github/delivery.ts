import { hasKeys, isRecord, type JsonRecord, recordAt, textAt } from "#importers/base/values.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

/** A webhook body with its main object. */
export interface Delivery {
  event: string;
  action: string;
  subject: JsonRecord;
  body: JsonRecord;
}

/** The content of one kind of delivery. `at` is the raw time, which the importer reads. */
export interface DeliveryFacts {
  at: unknown;
  title: string;
  kind: EventKind;
  text?: string | null;
  actor?: string | null;
  url?: string | null;
  /** Distinguishes deliveries about one object. */
  id: string;
}

/** The order matters: a deployment_status body also contains its deployment, and an issue_comment its issue. */
const SUBJECTS = [
  "deployment_status",
  "deployment",
  "workflow_run",
  "workflow_job",
  "check_run",
  "check_suite",
  "release",
  "comment",
  "review",
  "pull_request",
  "issue",
  "projects_v2_item",
  "alert",
] as const;

/** Rows of the REST API (`gh api`), recognised by their keys and read like a webhook. */
const BARE_ROWS: readonly (readonly [string, readonly string[]])[] = [
  ["deployment_status", ["state", "deployment_url", "created_at"]],
  ["deployment", ["sha", "task", "environment", "created_at"]],
  ["workflow_run", ["run_number", "workflow_id", "created_at"]],
  ["release", ["tag_name", "target_commitish", "created_at"]],
];

/**
 * Returns the delivery in a value: a webhook body, one from the delivery log (`request.payload`), or a row of the API.
 */
export function deliveryOf(value: unknown): Delivery | null {
  const payload = recordAt(recordAt(value, "request"), "payload");
  const body = Object.keys(payload).length > 0 ? payload : value;
  if (!isRecord(body)) return null;
  if (hasKeys(body, "ref", "before", "after", "repository")) {
    return { event: "push", action: "pushed", subject: body, body };
  }
  if (isWebhookBody(body)) return fromWebhook(body);
  const bare = BARE_ROWS.find(([, keys]) => hasKeys(body, ...keys));
  return bare ? fromRow(bare[0], body) : null;
}

function isWebhookBody(body: JsonRecord): boolean {
  return typeof body.action === "string" && (isRecord(body.repository) || isRecord(body.organization));
}

function fromWebhook(body: JsonRecord): Delivery | null {
  const event = SUBJECTS.find((name) => isRecord(body[name]));
  return event ? { event, action: textAt(body, "action") ?? "", subject: recordAt(body, event), body } : null;
}

function fromRow(event: string, row: JsonRecord): Delivery {
  const actions: Record<string, string> = {
    workflow_run: textAt(row, "status") ?? "completed",
    release: row.draft === true ? "created" : "published",
  };
  return { event, action: actions[event] ?? "created", subject: row, body: { [event]: row } };
}

/** "owner/name", or null for a delivery of an organization. */
export function repositoryOf({ body, subject }: Delivery): string | null {
  const repository = isRecord(body.repository) ? body.repository : recordAt(subject, "repository");
  return textAt(repository, "full_name", "name");
}
