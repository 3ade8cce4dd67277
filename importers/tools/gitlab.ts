import type { Importer, ParseOptions } from "#importers/base/importer.ts";
import { hasKeys, type JsonRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import { paragraphs, titleAndBody } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { factsOfGitLab } from "./gitlab/facts.ts";

/** The tags that GitLab offers for an event of an incident's timeline. */
const KIND_BY_TAG: Record<string, EventKind> = {
  "start time": "impact_started",
  "impact detected": "observation",
  "response initiated": "joined",
  "impact mitigated": "mitigated",
  "cause identified": "observation",
  "end time": "impact_ended",
};

/** An entry of a GitLab incident's timeline. Several entries can have the same id. */
function readTimelineEvent(entry: JsonRecord, line: number, options: ParseOptions): Outcome {
  const time = readInstant(entry.occurredAt, options);
  if (!time) return noTime("occurredAt", entry.occurredAt);
  const tags = listAt(recordAt(entry, "timelineEventTags"), "nodes").map(
    (tag) => textAt(tag, "name")?.toLowerCase() ?? "",
  );
  const kind = tags.length === 1 ? KIND_BY_TAG[tags[0] ?? ""] : undefined;
  const event = makeEvent({
    line,
    time: {
      ...time,
      precision: time.precision === "exact" && /:00Z?$/.test(time.statedText) ? "minute" : time.precision,
    },
    kind: kind ?? "observation",
    ...titleAndBody(textAt(entry, "note") ?? "Empty note"),
    actor: textAt(recordAt(entry, "author"), "name", "username"),
    externalId: `${textAt(entry, "id")}@${time.at}`,
  });
  return { event };
}

const isTimelineEvent = (value: unknown) => hasKeys(value, "occurredAt", "note");

/** GitLab: webhooks (deployments, releases, pipelines, pushes, issues, notes), and the timeline of its incidents. */
export const gitlabImporter: Importer = jsonImporter({
  name: "gitlab",
  label: "GitLab",
  letter: "B",
  reads: { changes: "GitLab" },
  wrappers: [
    "data.project.incidentManagementTimelineEvents.nodes",
    "project.incidentManagementTimelineEvents.nodes",
    "incidentManagementTimelineEvents.nodes",
    "nodes",
  ],
  isReadable: (value) => hasKeys(value, "object_kind") || isTimelineEvent(value),
  carry: "object_kind and a project, or occurredAt and a note",
  expected: "a GitLab webhook or timeline event",
  read(value, line, options) {
    if (isTimelineEvent(value)) return readTimelineEvent(value, line, options);
    const facts = factsOfGitLab(value);
    const time = readInstant(facts.at, options);
    if (!time) return noTime(`The time of this ${textAt(value, "object_kind")}`, facts.at);
    const project = recordAt(value, "project");
    const path = textAt(project, "path_with_namespace", "name");
    const event = makeEvent({
      line,
      time,
      end: readInstant(facts.endAt, options),
      kind: facts.kind,
      title: facts.title,
      body: paragraphs(facts.text, path ? `Project ${path}` : null),
      actor: facts.actor ?? textAt(recordAt(value, "user"), "name", "username") ?? textAt(value, "user_name"),
      url: facts.url ?? null,
      externalId: `${textAt(value, "object_kind")}:${facts.id}@${time.at}`,
      services: [path?.split("/").at(-1) ?? null],
    });
    return { event };
  },
});
