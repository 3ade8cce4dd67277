import type { Importer } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, textAt } from "#importers/base/values.ts";
import { paragraphs } from "#importers/base/words.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime, UNKNOWN_TIME } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

interface Status {
  words: string;
  kind: EventKind;
}

const STARTED: Status = { words: "started", kind: "deploy_started" };
const FINISHED: Status = { words: "finished", kind: "deploy_finished" };
const FAILED: Status = { words: "failed", kind: "deploy_finished" };
const ROLLING_BACK: Status = { words: "is being rolled back", kind: "rollback_started" };
const ROLLED_BACK: Status = { words: "rolled back", kind: "rollback_finished" };

/** Pipelines have different names for the same few states. */
const STATUSES: Readonly<Record<string, Status>> = {
  started: STARTED,
  in_progress: STARTED,
  running: STARTED,
  finished: FINISHED,
  succeeded: FINISHED,
  success: FINISHED,
  failed: FAILED,
  failure: FAILED,
  error: FAILED,
  cancelled: { words: "cancelled", kind: "deploy_finished" },
  rolling_back: ROLLING_BACK,
  rollback_started: ROLLING_BACK,
  rolled_back: ROLLED_BACK,
  rollback_finished: ROLLED_BACK,
};

const statusOf = (entry: JsonRecord): Status | undefined => {
  const name = textAt(entry, "status")?.toLowerCase() ?? "";
  return Object.hasOwn(STATUSES, name) ? STATUSES[name] : undefined;
};
const isDeploy = (value: unknown): boolean =>
  isRecord(value) &&
  hasKeys(value, "service", "status") &&
  (hasKeys(value, "version") || hasKeys(value, "environment")) &&
  textAt(value, "service") !== null &&
  statusOf(value) !== undefined;

/** Our own deploy hook: `{ service, version, environment, status, at, url, actor }`, one or a list. */
export const deployImporter: Importer = jsonImporter({
  name: "deploy",
  label: "Deploy hook",
  letter: "H",
  reads: { changes: "Afterword's deploy hook" },
  certainty: 0.9,
  wrappers: ["deploys"],
  isReadable: isDeploy,
  carry: "a service, a status, and a version or an environment",
  expected: `a deploy with a service, a version or an environment, and one status of ${Object.keys(STATUSES).join(", ")}`,
  read(entry, line, options) {
    const stated = entry.at ?? null;
    // A hook without a time is sent when it happens.
    const time = stated === null ? UNKNOWN_TIME : readInstant(stated, options);
    const status = statusOf(entry);
    if (!time) return noTime("at", stated);
    if (!status) return { reject: "Its status isn't a deploy status." };
    const service = textAt(entry, "service");
    const version = textAt(entry, "version") ?? "";
    const environment = textAt(entry, "environment") ?? "";
    const what = `${service}${version && ` ${version}`}${environment && ` to ${environment}`}`;
    const identity = `${service}:${environment}:${version}:${textAt(entry, "status")?.toLowerCase()}`;
    const id = textAt(entry, "id");
    const event = makeEvent({
      line,
      time,
      kind: status.kind,
      title: `Deploy of ${what} ${status.words}`,
      body: paragraphs(textAt(entry, "description", "message")),
      actor: textAt(entry, "actor"),
      url: textAt(entry, "url"),
      externalId: id ? `${id}:${identity}` : time.at ? `${identity}@${time.at}` : null,
      services: [service],
    });
    return { event };
  },
});
