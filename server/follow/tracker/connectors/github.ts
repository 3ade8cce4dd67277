import { Octokit } from "@octokit/core";
import { z } from "zod";
import { shortened } from "#lib/base/text/one-line.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import type { RemoteChange, RemoteIssue } from "#lib/follow/tracker/remote-issue.ts";
import { ask, type Connector, isSigned, readAnswer, type Sent, type Target, TrackerError } from "./connector.ts";
import { hostOf, instantOf, nextPage, orNull, pageOf, refuse } from "./rest.ts";

const Person = z.object({ id: z.number(), login: z.string() });
const Milestone = z.object({
  number: z.number(),
  title: z.string(),
  state: z.string(),
  due_on: z.string().nullable().optional(),
  updated_at: z.string().optional(),
});
const Event = z.object({
  event: z.string(),
  actor: Person.nullish(),
  created_at: z.string(),
  milestone: z.object({ title: z.string() }).optional(),
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
  action: z.string().optional(),
  repository: z.object({ full_name: z.string() }).optional(),
  issue: z.object({ number: z.number(), pull_request: z.unknown().optional() }).optional(),
});

const PAGE = 100;
const MOST_PEOPLE_PAGES = 5;
const MOST_MILESTONE_PAGES = 5;
const MOST_TITLE = 256;
const NUMBER = /^\d{1,10}$/;

/** Calls GitHub's REST API. Octokit sends it through the guard of outgoing requests. */
async function call<Shape>(target: Target, route: string, values: object, shape: z.ZodType<Shape>): Promise<Shape> {
  return (await callPage(target, route, values, shape)).data;
}

/** Also returns whether there is another page, and the number of the last one. */
async function callPage<Shape>(target: Target, route: string, values: object, shape: z.ZodType<Shape>) {
  const octokit = new Octokit({
    ...{ auth: target.token, baseUrl: target.baseUrl, userAgent: "Afterword" },
    request: { fetch: (address: string, asked: Sent) => guarded(address, asked, target.token) },
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  });
  const { data, headers } = await octokit
    .request(route, { ...values, headers: { "x-github-api-version": "2022-11-28" } })
    .catch((error: unknown) => {
      const cause = error instanceof Error ? error.cause : null;
      throw cause instanceof TrackerError ? cause : new TrackerError("answer", "GitHub's response can't be read");
    });
  const hasNext = /\brel="next"/.test(headers.link ?? "");
  const lastPage = Number(/[?&]page=(\d+)[^>]*>; rel="last"/.exec(headers.link ?? "")?.[1] ?? 1);
  return { data: readAnswer(hostOf(target), shape, JSON.stringify(data ?? null)), hasNext, lastPage };
}

const ignore = () => undefined;

/** Fetches as octokit asks, and throws a `TrackerError` for a response that isn't a success. */
async function guarded(address: string, asked: Sent, token: string): Promise<Response> {
  const url = new URL(address);
  const { method = "GET", headers, body } = asked;
  const answer = await ask(url, { method, headers, ...(body ? { body } : {}) });
  const { status, text } = answer;
  const isSpent = answer.headers["x-ratelimit-remaining"] === "0" && (status === 403 || status === 429);
  if (isSpent && answer.headers["retry-after"] === undefined) {
    const seconds = Math.ceil(Number(answer.headers["x-ratelimit-reset"]) - Date.now() / 1000);
    throw new TrackerError("wait", `${url.host} asks to wait`, Number.isFinite(seconds) ? Math.max(1, seconds) : null);
  }
  refuse(url.host, answer, method === "GET", token);
  const { "content-type": type = "application/json", link } = answer.headers;
  const plain = { "content-type": type, ...(typeof link === "string" ? { link } : {}) };
  return new Response(status === 204 || status === 205 ? null : text, { status, headers: plain });
}

function issueIn(target: Target, issue: z.infer<typeof Issue>): RemoteIssue {
  const { number, html_url: url, title, assignees, milestone } = issue;
  const [first] = assignees ?? [];
  const isNotPlanned = issue.state_reason === "not_planned" || issue.state_reason === "duplicate";
  return {
    ...{ id: String(number), ref: `${target.project}#${number}`, url, title },
    updatedAt: instantOf(hostOf(target), issue.updated_at),
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
  const found = await orNull(call(target, `GET ${ISSUE}`, { ...repo(target), issue_number: Number(id) }, Issue));
  return found && found.pull_request === undefined ? issueIn(target, found) : null;
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

/** How long after an issue was put in it GitHub can count that as a change of the milestone. */
const SAME_CHANGE_MS = 5000;

/**
 * An event says who put an issue in a milestone, or took it out. No event says who changed the date of a milestone, so
 * no one is known if the milestone has changed since.
 */
async function dueMover(target: Target, { id, due }: Pick<RemoteIssue, "id" | "due">, since: string) {
  const at = { ...repo(target), issue_number: Number(id) };
  const { milestone } = await call(target, `GET ${ISSUE}`, at, Issue);
  const asked = { ...at, per_page: PAGE };
  const first = await callPage(target, `GET ${ISSUE}/events`, asked, z.array(Event));
  const events =
    first.lastPage > 1
      ? await call(target, `GET ${ISSUE}/events`, { ...asked, page: first.lastPage }, z.array(Event))
      : first.data;
  const kind = milestone ? "milestoned" : "demilestoned";
  const last = events.findLast(({ event }) => event === kind);
  if (!last?.actor || dayOf(milestone?.due_on) !== due) return null;
  const movedAt = Date.parse(last.created_at);
  const isOther = milestone !== null && milestone.title !== last.milestone?.title;
  const isLater = Date.parse(milestone?.updated_at ?? last.created_at) > movedAt + SAME_CHANGE_MS;
  return movedAt <= Date.parse(since) || isOther || isLater ? null : String(last.actor.id);
}

/** Returns the login of a person. Assigning goes by login, which people can change. */
async function loginOf(target: Target, id: string): Promise<string> {
  const found = NUMBER.test(id)
    ? await orNull(call(target, "GET /user/{account_id}", { account_id: Number(id) }, Person))
    : null;
  if (!found) throw new TrackerError("rejected", "No one on GitHub has this id");
  return found.login;
}

const STATES = {
  open: { state: "open", state_reason: "reopened" },
  started: { state: "open", state_reason: "reopened" },
  completed: { state: "closed", state_reason: "completed" },
  not_planned: { state: "closed", state_reason: "not_planned" },
} as const;

async function fieldsOf(target: Target, { title, state, assignee, due, body }: RemoteChange) {
  return {
    ...(title === undefined ? {} : { title: shortened(title, MOST_TITLE) }),
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
    for (let page = 1, more = true; more && page <= MOST_PEOPLE_PAGES; page++) {
      const asked = { ...repo(target), per_page: PAGE, page };
      const found = await callPage(target, "GET /repos/{owner}/{repo}/assignees", asked, z.array(Person));
      people.push(...found.data);
      more = found.hasNext;
    }
    const named = ({ id, login }: z.infer<typeof Person>) => ({ id: String(id), name: login });
    return { who: named(who), title: full_name, people: people.map(named) };
  },
  async find(target, text) {
    const number = numberIn(target, text);
    return number === null ? null : readIssue(target, number);
  },
  read: readIssue,
  /** A page is continued as that of GitLab: by the last time, because numbered pages would leave out some. */
  async changedSince(target, since, page) {
    const { from, at } = pageOf(since, page);
    const asked = { ...repo(target), state: "all", sort: "updated", direction: "asc", per_page: PAGE };
    const path = "GET /repos/{owner}/{repo}/issues";
    const found = await callPage(target, path, { ...asked, since: from, page: at }, z.array(Issue));
    const last = found.data.at(-1)?.updated_at;
    const issues = found.data.filter((one) => one.pull_request === undefined).map((one) => issueIn(target, one));
    const next = found.hasNext && last ? nextPage({ from, at }, instantOf(hostOf(target), last)) : null;
    return { issues, next };
  },
  async create(target, { title, body, labels, ...rest }) {
    const fields = await fieldsOf(target, {
      title,
      ...(rest.assignee === null ? {} : { assignee: rest.assignee }),
      ...(rest.due === null ? {} : { due: rest.due }),
    });
    const data = { ...repo(target), body, labels: [...labels], ...fields };
    return issueIn(target, await call(target, "POST /repos/{owner}/{repo}/issues", data, Issue));
  },
  ...{ dueMover, update },
  webhook: {
    verify: (headers, body, secret, now) => isSigned("github", headers, body, secret, now),
    read(headers, body) {
      const event = headers.get("x-github-event");
      if (event === "milestone") {
        const { action = "" } = readAnswer("The webhook", Hook, Buffer.from(body).toString("utf8"));
        if (action === "edited" || action === "deleted") return { is: "all" };
        return { is: "ignored", why: `A milestone was ${action}, which changes no issue` };
      }
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
