import { listAt, recordAt, textAt } from "#importers/base/values.ts";
import { sentenceCase } from "#importers/base/words.ts";
import type { Delivery, DeliveryFacts } from "./delivery.ts";

/** Issues, pull requests, comments and the like: who did what to which, with the text. */
export function readGithubTalk(delivery: Delivery): DeliveryFacts {
  const { event, action, subject, body } = delivery;
  const parent =
    event === "comment" || event === "review"
      ? { ...recordAt(body, "issue"), ...recordAt(body, "pull_request") }
      : subject;
  const isMerge = event === "pull_request" && action === "closed" && subject.merged === true;
  const time = timeField(action, isMerge);
  const extra = textAt(recordAt(body, "label"), "name") ?? textAt(recordAt(body, "assignee"), "login") ?? "";
  const at = subject[time] ?? subject.updated_at ?? subject.submitted_at ?? subject.created_at;
  return {
    at,
    title: `${sentenceCase(event === "projects_v2_item" ? "project item" : event)} ${isMerge ? "merged" : sentenceCase(action).toLowerCase()}${extra ? ` (${extra})` : ""}${nameOf(parent)}`,
    kind: isMerge ? "config_changed" : "internal_update",
    text: textAt(subject, "body") ?? changedFields(delivery),
    actor: textAt(recordAt(body, "sender"), "login") ?? textAt(recordAt(subject, "user"), "login"),
    url: textAt(subject, "html_url"),
    id: [event, textAt(subject, "id") ?? textAt(subject, "number"), action, extra, String(at)].join(":"),
  };
}

/** Jobs and checks have no time of their last update. */
const TIMES: Readonly<Record<string, string>> = {
  opened: "created_at",
  created: "created_at",
  closed: "closed_at",
  submitted: "submitted_at",
  in_progress: "started_at",
  completed: "completed_at",
};

function timeField(action: string, isMerge: boolean): string {
  if (isMerge) return "merged_at";
  return TIMES[action] ?? "updated_at";
}

function nameOf(parent: Record<string, unknown>): string {
  const number = textAt(parent, "number");
  const title = textAt(parent, "title", "name");
  return number || title ? `: ${[number ? `#${number}` : null, title].filter((part) => part !== null).join(" ")}` : "";
}

function changedFields({ body }: Delivery): string | null {
  const names = [...Object.keys(recordAt(body, "changes")), ...listAt(body, "changes").map(String)];
  return names.length > 0 ? `Changed: ${names.slice(0, 20).join(", ")}` : null;
}
