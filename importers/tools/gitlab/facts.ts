import { type JsonRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import { sentenceCase } from "#importers/base/words.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

/** The content of one webhook. Times are raw, and the importer reads them. */
export interface GitLabFacts {
  at: unknown;
  endAt?: unknown;
  kind: EventKind;
  title: string;
  text?: string | null;
  actor?: string | null;
  url?: string | null;
  id: string;
}

const attributesOf = (body: JsonRecord) => recordAt(body, "object_attributes");

function deployment(body: JsonRecord): GitLabFacts {
  const [status, environment] = [textAt(body, "status") ?? "changed", textAt(body, "environment") ?? "an environment"];
  return {
    at: body.status_changed_at,
    kind: status === "running" || status === "created" ? "deploy_started" : "deploy_finished",
    title: `Deployment to ${environment}: ${status}`,
    text: textAt(body, "commit_title"),
    url: textAt(body, "deployable_url", "commit_url"),
    id: `${textAt(body, "deployment_id")}:${status}`,
  };
}

function release(body: JsonRecord): GitLabFacts {
  return {
    at: body.released_at ?? body.created_at,
    kind: "deploy_finished",
    title: `Release ${textAt(body, "name", "tag")} ${textAt(body, "action") ?? "create"}d`,
    text: textAt(body, "description"),
    url: textAt(body, "url"),
    id: textAt(body, "id", "tag") ?? "",
  };
}

function pipeline(body: JsonRecord): GitLabFacts {
  const attributes = attributesOf(body);
  const status = textAt(attributes, "status") ?? "changed";
  return {
    at: attributes.finished_at ?? attributes.created_at,
    kind: status === "running" || status === "pending" ? "deploy_started" : "deploy_finished",
    title: `Pipeline of ${textAt(attributes, "ref") ?? "a branch"}: ${status}`,
    text: textAt(recordAt(body, "commit"), "title"),
    url: textAt(attributes, "url"),
    id: `${textAt(attributes, "id")}:${status}`,
  };
}

function push(body: JsonRecord): GitLabFacts {
  const commits = listAt(body, "commits");
  const last = recordAt({ last: commits.at(-1) }, "last");
  const branch = (textAt(body, "ref") ?? "").replace(/^refs\/(heads|tags)\//, "");
  return {
    at: last.timestamp,
    kind: "data_change",
    title: `Push to ${branch}: ${textAt(last, "title", "message") ?? `${commits.length} commits`}`,
    url: textAt(last, "url"),
    id: textAt(body, "after") ?? "",
  };
}

function flag(body: JsonRecord): GitLabFacts {
  const attributes = attributesOf(body);
  const isOn = attributes.active === true;
  return {
    at: attributes.updated_at ?? attributes.created_at,
    kind: isOn ? "flag_changed" : "flag_off",
    title: `Flag ${textAt(attributes, "name")} turned ${isOn ? "on" : "off"}`,
    text: textAt(attributes, "description"),
    id: textAt(attributes, "id") ?? "",
  };
}

/** Issues, incidents, merge requests, notes and anything else with object_attributes. */
function record(body: JsonRecord): GitLabFacts {
  const attributes = attributesOf(body);
  const [kind, action] = [textAt(body, "object_kind") ?? "record", textAt(attributes, "action")];
  const isNew = action === "open" || action === null;
  const title = textAt(attributes, "title") ?? textAt(attributes, "note", "name") ?? sentenceCase(kind);
  const text = textAt(attributes, "description");
  return {
    at: isNew ? attributes.created_at : (attributes.updated_at ?? attributes.created_at),
    kind: "internal_update",
    title: action && action !== "open" ? `${sentenceCase(action)}: ${title}` : title,
    text: text === title ? null : text,
    url: textAt(attributes, "url"),
    id: `${textAt(attributes, "id")}:${action ?? ""}`,
  };
}

const READERS: Record<string, (body: JsonRecord) => GitLabFacts> = {
  deployment,
  release,
  pipeline,
  push,
  tag_push: push,
  feature_flag: flag,
};

/** Returns the facts of a webhook body by its object_kind. */
export const factsOfGitLab = (body: JsonRecord): GitLabFacts =>
  (READERS[textAt(body, "object_kind") ?? ""] ?? record)(body);
