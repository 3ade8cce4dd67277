import { Octokit } from "@octokit/core";
import { z } from "zod";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import type { RemoteChange, RemoteIssue } from "#lib/follow/tracker/remote-issue.ts";
import {
  ask,
  type Connector,
  isSigned,
  readAnswer,
  refuseAnswer,
  type Sent,
  type Target,
  TrackerError,
} from "./connector.ts";

const Person = z.object({ id: z.number(), login: z.string() });
const Milestone = z.object({
  number: z.number(),
  title: z.string(),
  state: z.string(),
  due_on: z.string().nullable().optional(),
});
const Issue = z.object({
  number: z.number(),
  html_url: z.string(),
  title: z.string(),
  state: z.string(),
  state_reason: z.string().nullable().optional(),
  assignees: z.array(Person).nullable().optional(),
  milestone: Milestone.nullable(),
  labels: z.array(z.union([z.string(), z.object({ name: z.string().optional() })])),
  updated_at: z.string(),
  pull_request: z.unknown().optional(),
});
const Hook = z.object({
  repository: z.object({ full_name: z.string() }).optional(),
  issue: z.object({ number: z.number(), pull_request: z.unknown().optional() }).optional(),
});
const Failure = z.object({ message: z.string() });

const PAGE = 100;
const MOST_PEOPLE_PAGES = 5;
const MOST_MILESTONE_PAGES = 5;
const NUMBER = /^\d{1,10}$/;

/** Calls GitHub's REST API. Octokit sends it through the guard of outgoing requests. */
async function call<Shape>(target: Target, route: string, values: object, shape: z.ZodType<Shape>): Promise<Shape> {
  const octokit = new Octokit({
    ...{ auth: target.token, baseUrl: target.baseUrl, userAgent: "Afterword" },
    request: { fetch: guarded },
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  });
  const { data } = await octokit
    .request(route, { ...values, headers: { "x-github-api-version": "2022-11-28" } })
    .catch((error: unknown) => {
      const cause = error instanceof Error ? error.cause : null;
      throw cause instanceof TrackerError ? cause : new TrackerError("answer", "GitHub's answer can't be read");
    });
  return readAnswer(hostOf(target), shape, JSON.stringify(data ?? null));
}

const ignore = () => undefined;
const hostOf = ({ baseUrl }: Target) => new URL(baseUrl).host;

/** Fetches as octokit asks, and throws a `TrackerError` for a response that isn't a success. */
async function guarded(address: string, asked: Sent): Promise<Response> {
  const url = new URL(address);
  const { method, headers, body } = asked;
  const answer = await ask(url, { ...(method ? { method } : {}), headers, ...(body ? { body } : {}) });
  const { status, text } = answer;
  const isSpent = answer.headers["x-ratelimit-remaining"] === "0" && (status === 403 || status === 429);
  if (isSpent && answer.headers["retry-after"] === undefined) {
    const seconds = Math.ceil(Number(answer.headers["x-ratelimit-reset"]) - Date.now() / 1000);
    throw new TrackerError("wait", `${url.host} asks to wait`, Number.isFinite(seconds) ? Math.max(1, seconds) : null);
  }
  refuseAnswer(url.host, answer, wordsIn(text));
  const plain = { "content-type": String(answer.headers["content-type"] ?? "application/json") };
  return new Response(status === 204 || status === 205 ? null : text, { status, headers: plain });
}

function wordsIn(text: string): string | null {
  try {
    return Failure.safeParse(JSON.parse(text)).data?.message ?? null;
  } catch {
    return null;
  }
}

function issueIn({ project }: Target, issue: z.infer<typeof Issue>): RemoteIssue {
  const { number, html_url: url, title, assignees, milestone, updated_at: updatedAt } = issue;
  const [first] = assignees ?? [];
  const isNotPlanned = issue.state_reason === "not_planned" || issue.state_reason === "duplicate";
  return {
    ...{ id: String(number), ref: `${project}#${number}`, url, title, updatedAt },
    state: issue.state !== "closed" ? "open" : isNotPlanned ? "not_planned" : "completed",
    assignee: first ? { id: String(first.id), name: first.login } : null,
    due: dayOf(milestone?.due_on),
    labels: issue.labels.flatMap((label) => (typeof label === "string" ? label : (label.name ?? []))),
  };
}

/** GitHub keeps a milestone's day as midnight of the Pacific coast, which is the same day in UTC. */
const dayOf = (dueOn: string | null | undefined): LocalDate | null =>
  dueOn ? (dueOn.slice(0, 10) as LocalDate) : null;

const repo = ({ project }: Target) => {
  const [owner = "", name = ""] = project.split("/");
  return { owner, repo: name };
};

const ISSUE = "/repos/{owner}/{repo}/issues/{issue_number}";
const MILESTONES = "/repos/{owner}/{repo}/milestones";

/** Returns an issue, or null for one that is gone and for a pull request. */
async function readIssue(target: Target, id: string): Promise<RemoteIssue | null> {
  if (!NUMBER.test(id)) return null;
  try {
    const issue = await call(target, `GET ${ISSUE}`, { ...repo(target), issue_number: Number(id) }, Issue);
    return issue.pull_request === undefined ? issueIn(target, issue) : null;
  } catch (error) {
    if (error instanceof TrackerError && error.fault === "missing") return null;
    throw error;
  }
}

/** Returns the number of an issue in what a person pasted, or null for an issue of another repository. */
function numberIn({ baseUrl, project }: Target, pasted: string): string | null {
  const text = pasted.trim();
  const host = new URL(baseUrl).host.replace(/^api\.github\.com$/, "github.com");
  const [, url, of, number] =
    /^(?:https?:\/\/([^/]+)\/)?(?:([^/#\s]+\/[^/#\s]+)(?:\/issues\/|#)|#)?(\d{1,10})(?:[?#].*)?$/.exec(text) ?? [];
  if (number === undefined || (url !== undefined && (url !== host || of === undefined))) return null;
  return of === undefined || of.toLowerCase() === project.toLowerCase() ? number : null;
}

/**
 * Returns the number of a milestone that is due on a day. Other issues can be in a milestone, so its date is never
 * changed: an open one with that date is used, or a new one.
 */
async function milestoneOf(target: Target, day: LocalDate): Promise<number> {
  const title = `Due ${day}`;
  let closed: number | null = null;
  for (let page = 1; page <= MOST_MILESTONE_PAGES; page++) {
    const asked = { ...repo(target), state: "all", sort: "due_on", direction: "desc", per_page: PAGE, page };
    const found = await call(target, `GET ${MILESTONES}`, asked, z.array(Milestone));
    const open = found.find((one) => one.state === "open" && dayOf(one.due_on) === day);
    if (open) return open.number;
    closed ??= found.find((one) => one.title === title)?.number ?? null;
    if (found.length < PAGE) break;
  }
  const data = { ...repo(target), title, state: "open", due_on: `${day}T12:00:00Z` };
  if (closed === null) return (await call(target, `POST ${MILESTONES}`, data, Milestone)).number;
  await call(target, `PATCH ${MILESTONES}/{milestone_number}`, { ...data, milestone_number: closed }, Milestone);
  return closed;
}

/** Returns the login of a person. Assigning goes by login, which people can change. */
async function loginOf(target: Target, id: string): Promise<string> {
  if (!NUMBER.test(id)) throw new TrackerError("rejected", "No one on GitHub has this id");
  return (await call(target, "GET /user/{account_id}", { account_id: Number(id) }, Person)).login;
}

const STATES = {
  open: { state: "open", state_reason: "reopened" },
  started: { state: "open", state_reason: "reopened" },
  completed: { state: "closed", state_reason: "completed" },
  not_planned: { state: "closed", state_reason: "not_planned" },
} as const;

async function fieldsOf(target: Target, { title, state, assignee, due, body }: RemoteChange) {
  return {
    ...(title === undefined ? {} : { title }),
    ...(body === undefined ? {} : { body }),
    ...(state === undefined ? {} : STATES[state]),
    ...(assignee === undefined ? {} : { assignees: assignee === null ? [] : [await loginOf(target, assignee)] }),
    ...(due === undefined ? {} : { milestone: due === null ? null : await milestoneOf(target, due) }),
  };
}

async function update(target: Target, id: string, change: RemoteChange): Promise<RemoteIssue> {
  const at = { ...repo(target), issue_number: Number(id) };
  for (const name of change.removeLabels ?? [])
    await call(target, `DELETE ${ISSUE}/labels/{name}`, { ...at, name }, z.unknown()).catch((error: unknown) => {
      if (!(error instanceof TrackerError && error.fault === "missing")) throw error;
    });
  if (change.addLabels?.length)
    await call(target, `POST ${ISSUE}/labels`, { ...at, labels: [...change.addLabels] }, z.unknown());
  const fields = await fieldsOf(target, change);
  return issueIn(target, await call(target, `PATCH ${ISSUE}`, { ...at, ...fields }, Issue));
}

/** GitHub, and GitHub Enterprise Server at https://<host>/api/v3. A due date is the date of a milestone. */
export const github: Connector = {
  label: "GitHub",
  defaultBaseUrl: "https://api.github.com",
  async check(target) {
    const who = await call(target, "GET /user", {}, Person);
    const { full_name } = await call(
      target,
      "GET /repos/{owner}/{repo}",
      repo(target),
      z.object({ full_name: z.string() }),
    );
    const people: z.infer<typeof Person>[] = [];
    for (let page = 1; page <= MOST_PEOPLE_PAGES; page++) {
      const asked = { ...repo(target), per_page: PAGE, page };
      const found = await call(target, "GET /repos/{owner}/{repo}/assignees", asked, z.array(Person));
      people.push(...found);
      if (found.length < PAGE) break;
    }
    const named = ({ id, login }: z.infer<typeof Person>) => ({ id: String(id), name: login });
    return { who: named(who), title: full_name, people: people.map(named) };
  },
  async find(target, text) {
    const number = numberIn(target, text);
    return number === null ? null : readIssue(target, number);
  },
  read: readIssue,
  async changedSince(target, since, page) {
    const at = page === null ? 1 : Number(page);
    const asked = { ...repo(target), state: "all", sort: "updated", direction: "asc", since, per_page: PAGE, page: at };
    const found = await call(target, "GET /repos/{owner}/{repo}/issues", asked, z.array(Issue));
    const issues = found.filter((one) => one.pull_request === undefined).map((one) => issueIn(target, one));
    return { issues, next: found.length < PAGE ? null : String(at + 1) };
  },
  async create(target, { title, body, labels, ...rest }) {
    const fields = await fieldsOf(target, {
      ...(rest.assignee === null ? {} : { assignee: rest.assignee }),
      ...(rest.due === null ? {} : { due: rest.due }),
    });
    const data = { ...repo(target), title, body, labels: [...labels], ...fields };
    return issueIn(target, await call(target, "POST /repos/{owner}/{repo}/issues", data, Issue));
  },
  update,
  webhook: {
    verify: (headers, body, secret, now) => isSigned("github", headers, body, secret, now),
    read(headers, body) {
      const event = headers.get("x-github-event");
      if (event === "milestone") return { is: "all" };
      if (event !== "issues")
        return {
          is: "ignored",
          why: event === "ping" ? "A test of the webhook" : `Not about issues: ${event ?? "no event"}`,
        };
      const { issue, repository } = readAnswer("The webhook", Hook, Buffer.from(body).toString("utf8"));
      if (!issue || !repository || issue.pull_request !== undefined) return { is: "ignored", why: "No issue in it" };
      return { is: "issues", project: repository.full_name, issueIds: [String(issue.number)] };
    },
  },
};
