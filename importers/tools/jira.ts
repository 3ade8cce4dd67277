import type { Importer, ParseOptions } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, listAt, recordAt, textAt, valueAt } from "#importers/base/values.ts";
import { paragraphs, sentenceCase, titleAndBody } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime, timeIfStated } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";

const isDelivery = (value: unknown) => hasKeys(value, "webhookEvent", "issue");
const isIssue = (value: unknown) => hasKeys(value, "key", "fields") && hasKeys(value.fields, "summary", "created");

/** Jira and Jira Service Management: webhooks, and issues from a search with their comments and their history. */
export const jiraImporter: Importer = jsonImporter({
  name: "jira",
  label: "Jira",
  letter: "J",
  reads: { incidents: "Jira, Jira Service Management" },
  wrappers: ["issues", "values"],
  isReadable: (value) => isDelivery(value) || isIssue(value),
  carry: "a webhookEvent and an issue",
  expected: "a Jira webhook or issue",
  read(value, line, options) {
    if (isDelivery(value)) return readDelivery(value, line, options);
    const comments = listAt(valueAt(value, "fields.comment"), "comments").filter(isRecord);
    const histories = listAt(recordAt(value, "changelog"), "histories").filter(isRecord);
    return [
      readIssue(value, line, options),
      ...comments.map((comment) => readComment(comment, value, line, options)),
      ...histories.map((change) => readHistory(change, value, line, options)),
    ];
  },
});

function readDelivery(delivery: JsonRecord, line: number, options: ParseOptions): Outcome {
  const issue = recordAt(delivery, "issue");
  if (isRecord(delivery.comment))
    return readComment({ created: delivery.timestamp, ...delivery.comment }, issue, line, options);
  const time = timeIfStated(delivery.timestamp, options);
  if (!time) return noTime("timestamp", delivery.timestamp);
  const changes = changesOf(recordAt(delivery, "changelog"));
  const what = sentenceCase((textAt(delivery, "webhookEvent") ?? "").replace(/^jira:/, ""));
  const event = makeEvent({
    line,
    time,
    kind: "internal_update",
    title: `${nameOf(issue)}: ${changes.length > 0 ? changes.join(", ") : what}`,
    body: changes.length > 0 ? "" : (textAt(recordAt(issue, "fields"), "description") ?? ""),
    actor: textAt(recordAt(delivery, "user"), "displayName", "name"),
    externalId: `${textAt(issue, "key")}:${textAt(delivery, "webhookEvent")}@${time.at}`,
  });
  return { event };
}

function readComment(comment: JsonRecord, issue: JsonRecord, line: number, options: ParseOptions): Outcome {
  const time = readInstant(comment.created, options);
  if (!time) return noTime("The comment's created", comment.created);
  const text = typeof comment.body === "string" ? comment.body : wordsOfDocument(comment.body);
  const { title, body } = titleAndBody(text || "Empty comment");
  const event = makeEvent({
    line,
    time,
    kind: "internal_update",
    title,
    body: paragraphs(body, `On ${nameOf(issue)}`),
    actor: textAt(recordAt(comment, "author"), "displayName", "name"),
    externalId: `comment:${textAt(comment, "id")}`,
  });
  return { event };
}

function readHistory(change: JsonRecord, issue: JsonRecord, line: number, options: ParseOptions): Outcome {
  const time = readInstant(change.created, options);
  if (!time) return noTime("The change's created", change.created);
  const event = makeEvent({
    line,
    time,
    kind: "internal_update",
    title: `${nameOf(issue)}: ${changesOf(change).join(", ") || "Changed"}`,
    actor: textAt(recordAt(change, "author"), "displayName", "name"),
    externalId: `history:${textAt(issue, "key")}:${textAt(change, "id")}`,
  });
  return { event };
}

const changesOf = (change: JsonRecord) => listAt(change, "items").filter(isRecord).map(wordsOfChange);

function readIssue(issue: JsonRecord, line: number, options: ParseOptions): Outcome {
  const fields = recordAt(issue, "fields");
  const time = readInstant(fields.created, options);
  if (!time) return noTime("created", fields.created);
  const description = typeof fields.description === "string" ? fields.description : wordsOfDocument(fields.description);
  const event = makeEvent({
    line,
    time,
    end: readInstant(fields.resolutiondate, options),
    kind: "internal_update",
    title: nameOf(issue),
    body: paragraphs(description, textAt(recordAt(fields, "priority"), "name")),
    actor: textAt(recordAt(fields, "reporter"), "displayName"),
    externalId: `issue:${textAt(issue, "key")}`,
  });
  return { event };
}

const nameOf = (issue: JsonRecord) =>
  [textAt(issue, "key"), textAt(recordAt(issue, "fields"), "summary")].filter((part) => part !== null).join(" ");

function wordsOfChange(item: JsonRecord): string {
  const [field, from, to] = [textAt(item, "field"), textAt(item, "fromString"), textAt(item, "toString")];
  if (!to) return `${field} cleared`;
  return from && from.length + to.length < 80 ? `${field} from ${from} to ${to}` : `${field} to ${to.slice(0, 80)}`;
}

/** Returns the text of Atlassian's document format, to a limited depth. */
function wordsOfDocument(value: unknown, depth = 12): string {
  if (!isRecord(value) || depth === 0) return "";
  const own = textAt(value, "text") ?? "";
  const inner = listAt(value, "content").map((part) => wordsOfDocument(part, depth - 1));
  return `${own}${inner.join(value.type === "doc" || value.type === "bulletList" ? "\n" : "")}`;
}
