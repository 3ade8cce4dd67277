import type { Importer, ParseOptions } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, listAt, recordAt, textAt, valueAt } from "#importers/base/values.ts";
import { paragraphs } from "#importers/base/words.ts";
import type { Outcome } from "#importers/kit/collect.ts";
import { jsonImporter } from "#importers/kit/json-importer.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { readInstant } from "#importers/kit/read-instant.ts";

/**
 * Argo CD: applications (`argocd app get -o json`, `kubectl get application -o yaml`) with their deployment history.
 */
export const argocdImporter: Importer = jsonImporter({
  name: "argocd",
  label: "Argo CD",
  letter: "G",
  reads: { changes: "Argo CD" },
  wrappers: ["items"],
  isReadable: (value) => hasKeys(value, "metadata", "status") && isApplication(value),
  carry: "an Argo CD application with its status",
  expected: "an Argo CD application",
  read(application, line, options) {
    const history = listAt(valueAt(application, "status"), "history").filter(isRecord);
    const deployed = history.map((entry) => readDeployment(entry, application, line, options));
    const operation = recordAt(recordAt(application, "status"), "operationState");
    const isOwn = operation.startedAt !== undefined && !isInHistory(operation, history);
    if (isOwn) return [...deployed, readOperation(operation, application, line, options)];
    return deployed.length > 0 ? deployed : { context: `${nameOf(application)} was never deployed.` };
  },
});

const isApplication = (value: JsonRecord) =>
  /^argoproj\.io\//.test(textAt(value, "apiVersion") ?? "") ||
  hasKeys(value.status, "operationState") ||
  hasKeys(value.status, "sync", "health");

const nameOf = (application: JsonRecord) => textAt(recordAt(application, "metadata"), "name") ?? "application";
const shortRevision = (revision: string | null) =>
  revision && /^[0-9a-f]{40}$/.test(revision) ? revision.slice(0, 8) : revision;

/** Each deployment in the history is one event from its start to its end. */
function readDeployment(entry: JsonRecord, application: JsonRecord, line: number, options: ParseOptions): Outcome {
  const stated = entry.deployStartedAt ?? entry.deployedAt;
  const time = readInstant(stated, options);
  if (!time) return noTime("deployedAt", stated);
  const name = nameOf(application);
  const event = makeEvent({
    line,
    time,
    end: readInstant(entry.deployedAt, options),
    kind: "deploy_finished",
    title: `${name} deployed at ${shortRevision(textAt(entry, "revision")) ?? "a new revision"}`,
    body: textAt(recordAt(entry, "source"), "repoURL") ?? "",
    actor: textAt(recordAt(entry, "initiatedBy"), "username"),
    externalId: `${name}:${textAt(entry, "id")}@${time.at}`,
    services: [name],
  });
  return { event };
}

function readOperation(operation: JsonRecord, application: JsonRecord, line: number, options: ParseOptions): Outcome {
  const time = readInstant(operation.startedAt, options);
  if (!time) return noTime("startedAt", operation.startedAt);
  const name = nameOf(application);
  const phase = textAt(operation, "phase") ?? "Running";
  const event = makeEvent({
    line,
    time,
    end: readInstant(operation.finishedAt, options),
    kind: phase === "Running" ? "deploy_started" : "deploy_finished",
    title: `Sync of ${name}: ${phase}`,
    body: paragraphs(textAt(operation, "message")),
    actor: textAt(valueAt(operation, "operation.initiatedBy"), "username"),
    externalId: `${name}:sync@${time.at}`,
    services: [name],
  });
  return { event };
}

/** Returns whether the last sync is also in the history, as it is if it deployed something. */
const isInHistory = (operation: JsonRecord, history: readonly JsonRecord[]) =>
  history.some((entry) => entry.deployStartedAt === operation.startedAt || entry.deployedAt === operation.finishedAt);
