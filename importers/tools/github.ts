import type { Importer, ParseOptions, SourceText } from "#importers/base/importer.ts";
import { hasKeys, isRecord, type JsonRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import { oneLine, paragraphs } from "#importers/base/words.ts";
import {
  collect,
  explainShare,
  type Outcome,
  openList,
  recordsOf,
  type SourceRecord,
  shareOf,
} from "#importers/kit/collect.ts";
import { foldRepeats } from "#importers/kit/fold-repeats.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { readInstant } from "#importers/kit/read-instant.ts";
import { refuseRecord } from "#importers/kit/refuse-record.ts";
import { deliveryOf, repositoryOf } from "./github/delivery.ts";
import { factsOf } from "./github/facts.ts";

const LISTS = ["workflow_runs", "deployments", "releases", "deliveries"] as const;

/** GitHub: webhook bodies (deployments, releases, workflow runs, pushes, issues), one or many, and rows of its API. */
export const githubImporter: Importer = {
  name: "github",
  label: "GitHub",
  letter: "G",
  reads: { changes: "GitHub" },
  detect: (source) => (source.json === undefined ? 0 : 0.96 * shareOf(open(source), isDelivery)),
  explain: (source) => explainShare(open(source), isDelivery, "a GitHub webhook: an action and the object it is about"),
  parse: (source, options) =>
    foldRepeats(
      collect(open(source), (record) => read(record, options)),
      () => false,
    ),
};

const isPing = (value: unknown) => hasKeys(value, "zen", "hook_id");
const isDelivery = (value: unknown) => deliveryOf(value) !== null;

/** Returns whether a push of several commits has no time of its own, but each of its commits has one. */
function isPushOfSeveral(body: JsonRecord): boolean {
  const commits = listAt(body, "commits");
  const isTimed = commits.every((commit) => textAt(commit, "timestamp") !== null);
  const hasOwn = isRecord(body.head_commit) || textAt(recordAt(body, "repository"), "pushed_at") !== null;
  return commits.length > 1 && isTimed && !hasOwn && deliveryOf(body)?.event === "push";
}

/** A push for each of its commits. */
const commitsOf = (body: JsonRecord): JsonRecord[] =>
  listAt(body, "commits").map((commit) => ({ ...body, commits: [commit], after: textAt(commit, "id", "sha") }));

function open(source: SourceText): SourceRecord[] {
  const alone = !Array.isArray(source.json);
  return recordsOf(source).flatMap((record) => {
    if (isRecord(record.value) && isPushOfSeveral(record.value))
      return openList(record, commitsOf(record.value), alone);
    if (!isRecord(record.value) || isDelivery(record.value)) return [record];
    const key = LISTS.find((name) => listAt(record.value, name).some(isDelivery));
    return key ? openList(record, listAt(record.value, key), alone) : [record];
  });
}

function read({ line, value }: SourceRecord, options: ParseOptions): Outcome {
  if (isPing(value)) return { context: "A test delivery of GitHub." };
  const delivery = deliveryOf(value);
  if (!delivery) return { reject: refuseRecord(value, "a GitHub webhook with an event for a timeline") };
  const facts = factsOf(delivery);
  const time = readInstant(facts.at, options);
  if (!time) return { reject: `The ${delivery.event} has no time: ${oneLine(String(facts.at), 60)}.` };
  const repository = repositoryOf(delivery);
  const event = makeEvent({
    line,
    time,
    kind: facts.kind,
    title: facts.title,
    body: paragraphs(facts.text, repository ? `Repository ${repository}` : null),
    actor: facts.actor ?? null,
    url: facts.url ?? null,
    externalId: facts.id,
    services: [repository?.split("/").at(-1) ?? null],
  });
  return { event };
}
