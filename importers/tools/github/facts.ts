import { isRecord, type JsonRecord, listAt, recordAt, textAt } from "#importers/base/values.ts";
import { paragraphs, sentenceCase } from "#importers/base/words.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { Delivery, DeliveryFacts } from "./delivery.ts";
import { readGithubTalk } from "./talk.ts";

const ROLLBACK = /\b(roll[\s_-]?back|rolled[\s_-]?back|revert)/i;
const DEPLOY = /(deploy|release|publish|promote|rollout|roll[\s_-]?back|\bcd\b)/i;
const FAILED = /^(failure|error|cancelled|timed_out)$/;
const RUNNING = /^(created|requested|queued|pending|waiting|in_progress|action_required)$/;

/** A deployment or its status. `state` is "created" for the deployment itself. */
function kindOfDeployment(state: string, words: string): EventKind {
  if (state === "inactive") return "automated_action";
  const isRollback = ROLLBACK.test(words);
  if (RUNNING.test(state)) return isRollback ? "rollback_started" : "deploy_started";
  if (isRollback && FAILED.test(state)) return "mitigation_failed";
  return isRollback ? "rollback_finished" : "deploy_finished";
}

/**
 * `state` is the conclusion of a finished run, otherwise its action. A workflow is a deployment if its name or file
 * says so. Any other is an automated action.
 */
function kindOfWorkflow(state: string, words: string): EventKind {
  return DEPLOY.test(words) ? kindOfDeployment(state, words) : "automated_action";
}

/** A release that users can get counts as a deploy. Drafts and edits don't change what runs. */
function kindOfRelease(action: string): EventKind {
  return action === "published" || action === "released" || action === "prereleased"
    ? "deploy_finished"
    : "internal_update";
}

/** Returns the facts of a delivery by its kind. The rest (issues, comments, checks) is read as talk. */
export function factsOf(delivery: Delivery): DeliveryFacts {
  switch (delivery.event) {
    case "deployment":
      return deployment(delivery);
    case "deployment_status":
      return deploymentStatus(delivery);
    case "release":
      return release(delivery);
    case "workflow_run":
      return workflowRun(delivery);
    case "push":
      return push(delivery);
    default:
      return readGithubTalk(delivery);
  }
}

function deployment({ subject, action, body }: Delivery): DeliveryFacts {
  const environment = textAt(subject, "environment") ?? "an environment";
  const words = paragraphs(textAt(subject, "task"), textAt(subject, "description"));
  return {
    at: subject.created_at,
    title: `Deployment of ${textAt(subject, "ref") ?? "a commit"} to ${environment} ${action || "created"}`,
    kind: kindOfDeployment("created", words),
    text: paragraphs(textAt(subject, "description"), commit(textAt(subject, "sha"))),
    actor: textAt(recordAt(subject, "creator"), "login"),
    url: commitPage(body, textAt(subject, "sha")),
    id: `deployment:${textAt(subject, "id", "url")}`,
  };
}

function deploymentStatus({ subject, body }: Delivery): DeliveryFacts {
  const of = recordAt(body, "deployment");
  const state = textAt(subject, "state") ?? "unknown";
  const environment = textAt(subject, "environment") ?? textAt(of, "environment") ?? "an environment";
  const words = paragraphs(textAt(of, "task"), textAt(of, "description"), textAt(subject, "description"));
  return {
    at: subject.created_at,
    title: `Deployment of ${textAt(of, "ref") ?? "a commit"} to ${environment}: ${sentenceCase(state).toLowerCase()}`,
    kind: kindOfDeployment(state, words),
    text: paragraphs(textAt(subject, "description"), commit(textAt(of, "sha"))),
    actor: textAt(recordAt(subject, "creator"), "login"),
    url: textAt(subject, "target_url", "log_url") ?? commitPage(body, textAt(of, "sha")),
    id: `deployment_status:${textAt(subject, "id", "url")}`,
  };
}

function release({ subject, action }: Delivery): DeliveryFacts {
  const tag = textAt(subject, "tag_name");
  const name = textAt(subject, "name");
  const at = action === "published" || action === "released" ? "published_at" : "updated_at";
  return {
    at: subject[at] ?? subject.published_at ?? subject.created_at,
    title: `Release ${name && name !== tag ? `${name} (${tag})` : (tag ?? "without a tag")} ${action}`,
    kind: kindOfRelease(action),
    text: textAt(subject, "body"),
    actor: textAt(recordAt(subject, "author"), "login"),
    url: textAt(subject, "html_url"),
    id: `release:${textAt(subject, "id", "url")}:${action}`,
  };
}

function workflowRun({ subject, body, action }: Delivery): DeliveryFacts {
  const workflow = recordAt(body, "workflow");
  const name = textAt(subject, "name") ?? textAt(workflow, "name") ?? "Workflow";
  const words = paragraphs(name, textAt(workflow, "name"), textAt(subject, "path") ?? textAt(workflow, "path"));
  const conclusion = textAt(subject, "conclusion");
  const isDone = action === "completed";
  const started = textAt(subject, "run_started_at", "created_at");
  return {
    at: isDone ? (subject.updated_at ?? started) : started,
    title: `Workflow ${name} on ${textAt(subject, "head_branch") ?? "a commit"} ${sentenceCase(action).toLowerCase()}${isDone && conclusion ? `: ${sentenceCase(conclusion).toLowerCase()}` : ""}`,
    kind: kindOfWorkflow(isDone ? (conclusion ?? action) : action, words),
    text: paragraphs(
      textAt(subject, "display_title"),
      isDone && started ? `Started ${started}` : null,
      commit(textAt(subject, "head_sha")),
    ),
    actor: textAt(recordAt(subject, "triggering_actor"), "login") ?? textAt(recordAt(subject, "actor"), "login"),
    url: textAt(subject, "html_url"),
    id: `workflow_run:${textAt(subject, "id")}:${textAt(subject, "run_attempt") ?? "1"}:${action}`,
  };
}

/** A push happened at `pushed_at`. Its commits can be much older. */
function push({ body }: Delivery): DeliveryFacts {
  const last = listAt(body, "commits").at(-1);
  // Hosts that send the same push without a head commit list only its commits.
  const head = isRecord(body.head_commit) ? body.head_commit : isRecord(last) ? last : {};
  const ref = (textAt(body, "ref") ?? "").replace(/^refs\/(heads|tags)\//, "");
  const kindOfRef = (textAt(body, "ref") ?? "").startsWith("refs/tags/") ? "tag" : "branch";
  const verb = body.deleted === true ? "deleted" : body.created === true ? "created" : "pushed";
  const message = textAt(head, "message");
  return {
    at: recordAt(body, "repository").pushed_at ?? head.timestamp,
    title: `${sentenceCase(kindOfRef)} ${ref} ${verb}${message ? `: ${message.split("\n", 1)[0]}` : ""}`,
    kind: "config_changed",
    text: paragraphs(message?.includes("\n") ? message : null, commit(textAt(body, "after"))),
    actor: textAt(recordAt(body, "pusher"), "name") ?? textAt(recordAt(body, "sender"), "login"),
    url: textAt(body, "compare") ?? textAt(head, "url"),
    id: `push:${textAt(body, "ref")}:${textAt(body, "before")}:${textAt(body, "after")}`,
  };
}

function commit(sha: string | null): string | null {
  return sha ? `Commit ${sha.slice(0, 12)}` : null;
}

/** Returns a web page. The URLs inside a deployment are those of the API. */
function commitPage(body: JsonRecord, sha: string | null): string | null {
  const repository = textAt(recordAt(body, "repository"), "html_url");
  return repository && sha ? `${repository}/commit/${sha}` : repository;
}
