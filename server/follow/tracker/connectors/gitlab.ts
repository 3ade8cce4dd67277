import { z } from "zod";
import { shortened } from "#lib/base/text/one-line.ts";
import { utcDay } from "#lib/base/time/local-date.ts";
import type { NewIssue, RemoteChange, RemoteIssue } from "#lib/follow/tracker/remote-issue.ts";
import { type Connector, isSigned, readAnswer, type Target, TrackerError } from "./connector.ts";
import { call, hostOf, instantOf, nextPage, orNull, pageOf, type Request, saysNotPlanned, send } from "./rest.ts";

const Person = z.object({ id: z.int(), username: z.string() });
const Project = z.object({ path_with_namespace: z.string() });
const Issue = z.object({
  iid: z.int(),
  project_id: z.int(),
  title: z.string(),
  state: z.string(),
  web_url: z.string(),
  labels: z.array(z.string()),
  assignees: z.array(Person).nullish(),
  due_date: z.iso.date().nullish(),
  updated_at: z.string(),
  moved_to_id: z.int().nullish(),
  references: z.object({ full: z.string() }),
});
type Issue = z.infer<typeof Issue>;
const Note = z.object({ body: z.string(), system: z.boolean(), author: Person.nullish() });
const Hook = z.object({
  object_kind: z.string(),
  project: z.object({ id: z.int() }).optional(),
  object_attributes: z.object({ iid: z.int() }).optional(),
});

/** Added to an issue that is closed as not planned, for lack of a reason of its own. */
const NOT_PLANNED = "not planned";
const MOST_TITLE = 255;
const PAGE = 100;
const MOST_PAGES = 5;

const ask = <Shape>(target: Target, path: string, shape: z.ZodType<Shape>, rest: Partial<Request> = {}) =>
  call(target, requestOf(target, path, rest), shape);

const requestOf = (target: Target, path: string, rest: Partial<Request>): Request => ({
  ...{ path: `/api/v4${path}`, headers: { "private-token": target.token } },
  ...rest,
});

const projectPath = ({ project }: Target) => `/projects/${encodeURIComponent(project)}`;

/** By the project's number, which stays if the project is renamed. */
const issuePath = (id: string) => {
  const [, project, iid] = /^(\d+)\/(\d+)$/.exec(id) ?? [];
  if (!project || !iid) throw new TrackerError("missing", "Not a GitLab issue");
  return `/projects/${project}/issues/${iid}`;
};

/** A moved issue is closed, but not done. */
function stateOf({ state, labels, moved_to_id: movedTo }: Issue): RemoteIssue["state"] {
  if (state !== "closed" || movedTo) return "open";
  return labels.some(saysNotPlanned) ? "not_planned" : "completed";
}

function issueOf(target: Target, issue: Issue): RemoteIssue {
  const assignee = issue.assignees?.[0];
  return {
    ...{ id: `${issue.project_id}/${issue.iid}`, ref: issue.references.full, url: issue.web_url, title: issue.title },
    ...{ state: stateOf(issue), labels: issue.labels, due: issue.due_date ?? null },
    assignee: assignee ? { id: String(assignee.id), name: assignee.username } : null,
    updatedAt: instantOf(hostOf(target), issue.updated_at),
  };
}

const personId = (id: string) => {
  if (!/^\d+$/.test(id)) throw new TrackerError("rejected", "This isn't a GitLab user");
  return Number(id);
};

const fieldsOf = ({ title, body, assignee, due }: RemoteChange) => ({
  ...(title === undefined ? {} : { title: shortened(title, MOST_TITLE) }),
  ...(body === undefined ? {} : { description: body }),
  ...(assignee === undefined ? {} : { assignee_ids: [assignee === null ? 0 : personId(assignee)] }),
  ...(due === undefined ? {} : { due_date: due ?? "" }),
});

/** Labels are listed with commas, and can't contain any. */
function listOf(labels: Iterable<string>): string {
  const all = [...new Set(labels)];
  const wrong = all.find((one) => one.includes(","));
  if (wrong) throw new TrackerError("rejected", `The label “${wrong}” has a comma, which GitLab doesn't allow`);
  return all.join(",");
}

async function update(target: Target, id: string, change: RemoteChange): Promise<RemoteIssue> {
  const path = issuePath(id);
  const { state, addLabels = [], removeLabels = [] } = change;
  const add = [...addLabels];
  const remove = [...removeLabels];
  let event: "close" | "reopen" | undefined;
  if (state !== undefined) {
    const before = await ask(target, path, Issue);
    const isClosed = state === "completed" || state === "not_planned";
    const says = before.labels.filter(saysNotPlanned);
    if (isClosed !== (before.state === "closed")) event = isClosed ? "close" : "reopen";
    if (state === "not_planned" && says.length === 0) add.push(NOT_PLANNED);
    if (state !== "not_planned") remove.push(...says);
  }
  const body = {
    ...fieldsOf(change),
    ...(event ? { state_event: event } : {}),
    ...(add.length > 0 ? { add_labels: listOf(add) } : {}),
    ...(remove.length > 0 ? { remove_labels: listOf(remove.filter((one) => !add.includes(one))) } : {}),
  };
  const isNothing = Object.keys(body).length === 0;
  return issueOf(target, await ask(target, path, Issue, isNothing ? {} : { method: "PUT", body }));
}

async function create(target: Target, { labels, assignee, due, ...words }: NewIssue): Promise<RemoteIssue> {
  const fields = fieldsOf({ ...words, ...(assignee === null ? {} : { assignee }), ...(due === null ? {} : { due }) });
  const body = { ...fields, ...(labels.length > 0 ? { labels: listOf(labels) } : {}) };
  return issueOf(target, await ask(target, `${projectPath(target)}/issues`, Issue, { method: "POST", body }));
}

/** Returns the number of an issue in what a person pasted, or null for an issue of another project. */
function numberIn(target: Target, pasted: string): string | null {
  const base = `${target.baseUrl.replace(/\/+$/, "")}/`;
  const text = pasted.trim();
  if (/^https?:/i.test(text) && !text.startsWith(base)) return null;
  const written = text.startsWith(base) ? text.slice(base.length) : text;
  const [, of = "", number] =
    /^([^#\s]*?)(?:\/-\/(?:issues|work_items)\/|\/issues\/|#|^)(\d{1,10})(?:[?#].*)?$/.exec(written) ?? [];
  if (number === undefined || (written !== text && of === "")) return null;
  return of === "" || of.toLowerCase() === target.project.toLowerCase() ? number : null;
}

async function changedSince(target: Target, since: string, page: string | null) {
  const { from, at } = pageOf(since, page);
  const query = new URLSearchParams({ updated_after: from, order_by: "updated_at", sort: "asc" });
  query.set("per_page", String(PAGE));
  query.set("page", String(at));
  const answer = await send(target, requestOf(target, `${projectPath(target)}/issues?${query}`, {}));
  const issues = readAnswer(hostOf(target), z.array(Issue), answer.text).map((one) => issueOf(target, one));
  const last = issues.at(-1)?.updatedAt;
  return { issues, next: answer.headers["x-next-page"] && last ? nextPage({ from, at }, last) : null };
}

/** GitLab writes each change of a date as a note, such as “changed due date to March 20, 2026”. */
async function dueMover(target: Target, { id, due }: Pick<RemoteIssue, "id" | "due">) {
  const path = `${issuePath(id)}/notes?order_by=created_at&sort=desc&per_page=${PAGE}`;
  const notes = await ask(target, path, z.array(Note));
  const last = notes.find(({ system, body }) => system && /\bdue date\b/.test(body));
  const written = /\bchanged due date to (\w+ +\d{1,2}, \d{4})/.exec(last?.body ?? "")?.[1];
  const day = written === undefined ? null : utcDay(new Date(`${written} UTC`));
  return day === due && last?.author ? String(last.author.id) : null;
}

async function peopleOf(target: Target) {
  const people: z.infer<typeof Person>[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const path = `${projectPath(target)}/members/all?per_page=${PAGE}&page=${page}`;
    const found = await ask(target, path, z.array(Person));
    people.push(...found);
    if (found.length < PAGE) break;
  }
  return people;
}

const named = ({ id, username }: z.infer<typeof Person>) => ({ id: String(id), name: username });

/** GitLab.com, and GitLab on a server of one's own. */
export const gitlab: Connector = {
  label: "GitLab",
  defaultBaseUrl: "https://gitlab.com",
  async check(target) {
    const who = await ask(target, "/user", Person);
    const { path_with_namespace: title } = await ask(target, projectPath(target), Project);
    return { who: named(who), title, people: (await peopleOf(target)).map(named) };
  },
  async find(target, text) {
    const number = numberIn(target, text);
    if (number === null) return null;
    const found = await orNull(ask(target, `${projectPath(target)}/issues/${number}`, Issue));
    return found && issueOf(target, found);
  },
  async read(target, id) {
    const found = await orNull(Promise.resolve().then(() => ask(target, issuePath(id), Issue)));
    return found && issueOf(target, found);
  },
  ...{ dueMover, changedSince, create, update },
  webhook: {
    verify: (headers, body, secret, now) => isSigned("gitlab", headers, body, secret, now),
    read(_headers, body) {
      const hook = readAnswer("The webhook", Hook, Buffer.from(body).toString("utf8"));
      const { object_kind: kind, project, object_attributes: issue } = hook;
      if (kind !== "issue" && kind !== "work_item") return { is: "ignored", why: `Not about issues: ${kind}` };
      if (!issue || !project) return { is: "ignored", why: "No issue in it" };
      return { is: "issues", project: null, issueIds: [`${project.id}/${issue.iid}`] };
    },
  },
};
