import type { Importer } from "#importers/base/importer.ts";
import { hasKeys, recordAt, textAt } from "#importers/base/values.ts";
import { paragraphs } from "#importers/base/words.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import { factsOfGitLab } from "./gitlab/facts.ts";
import { readTimelineEvent } from "./gitlab/timeline-event.ts";

const isTimelineEvent = (value: unknown) => hasKeys(value, "occurredAt", "note");

/** GitLab: webhooks (deployments, releases, pipelines, pushes, issues, notes), and the timeline of its incidents. */
export const gitlabImporter: Importer = jsonImporter({
  name: "gitlab",
  label: "GitLab",
  letter: "B",
  wrappers: [
    "data.project.incidentManagementTimelineEvents.nodes",
    "project.incidentManagementTimelineEvents.nodes",
    "incidentManagementTimelineEvents.nodes",
    "nodes",
  ],
  isReadable: (value) => hasKeys(value, "object_kind") || isTimelineEvent(value),
  carry: "object_kind and a project, or occurredAt and a note",
  refusal: "This is no webhook or timeline event of GitLab.",
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
