import { z } from "zod";
import { shortened } from "#lib/base/text/one-line.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import type { NewIssue, RemoteChange, RemoteIssue, RemoteState } from "#lib/follow/tracker/remote-issue.ts";
import { type Connector, isSigned, readAnswer, type Target, TrackerError } from "./connector.ts";
import { call, hostOf, instantOf, orNull, type Request, saysNotPlanned, send } from "./rest.ts";

const Person = z.object({ accountId: z.string(), displayName: z.string() });
const Status = z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }).nullish() });
const Named = z.object({ name: z.string() });
const Issue = z.object({
  id: z.string(),
  key: z.string(),
  fields: z.object({
    summary: z.string(),
    status: Status,
    resolution: Named.nullish(),
    assignee: Person.nullish(),
    duedate: z.iso.date().nullish(),
    labels: z.array(z.string()).nullish(),
    updated: z.string(),
  }),
});
type Issue = z.infer<typeof Issue>;
const FIELDS = Object.keys(Issue.shape.fields.shape);
const Moves = z.object({
  changelog: z.object({
    histories: z.array(
      z.object({
        created: z.string(),
        author: z.object({ accountId: z.string() }).nullish(),
        items: z.array(z.object({ field: z.string(), to: z.string().nullish() })),
      }),
    ),
  }),
});
const Issues = z.object({ issues: z.array(Issue), nextPageToken: z.string().nullish() });
const Transition = z.object({
  id: z.string(),
  to: Status,
  fields: z.object({ resolution: z.object({ allowedValues: z.array(Named).nullish() }).optional() }).nullish(),
});
const Types = z.object({ issueTypes: z.array(z.object({ id: z.string(), name: z.string(), subtask: z.boolean() })) });
const Hook = z.object({
  webhookEvent: z.string(),
  issue: z.object({ id: z.string() }).optional(),
});

const MOST_TITLE = 255;
const PAGE = 100;
const MOST_PEOPLE = 500;
/** How far the clock of this server can be behind Jira's. */
const CLOCK_MINUTES = 5;

const requestOf = ({ account, token }: Target, path: string, rest: Partial<Request> = {}): Request => ({
  path: `/rest/api/3${path}`,
  headers: { authorization: `Basic ${Buffer.from(`${account ?? ""}:${token}`).toString("base64")}` },
  ...rest,
});

const ask = <Shape>(target: Target, path: string, shape: z.ZodType<Shape>, rest: Partial<Request> = {}) =>
  call(target, requestOf(target, path, rest), shape);

const projectOf = ({ project }: Target) => {
  const key = project.toUpperCase();
  if (!/^[A-Z][A-Z0-9_]*$/.test(key)) throw new TrackerError("rejected", `“${project}” isn't the key of a project`);
  return key;
};

/** A status of an unknown category is open. Done without a resolution that says otherwise is completed. */
function stateOf(status: z.infer<typeof Status>, resolution: string | null): RemoteState {
  const category = status.statusCategory?.key;
  if (category === "indeterminate") return "started";
  if (category !== "done") return "open";
  return saysNotPlanned(resolution ?? "") || saysNotPlanned(status.name) ? "not_planned" : "completed";
}

function issueOf(target: Target, { id, key, fields }: Issue): RemoteIssue {
  const { assignee, labels, duedate: due = null, summary: title } = fields;
  return {
    ...{ id, ref: key, url: `${target.baseUrl.replace(/\/+$/, "")}/browse/${key}`, title, due },
    state: stateOf(fields.status, fields.resolution?.name ?? null),
    assignee: assignee ? { id: assignee.accountId, name: assignee.displayName } : null,
    labels: labels ?? [],
    updatedAt: instantOf(hostOf(target), fields.updated),
  };
}

const readIssue = async (target: Target, id: string) =>
  issueOf(target, await ask(target, `/issue/${encodeURIComponent(id)}?fields=${FIELDS}`, Issue));

/** The change log of an issue has who changed its date. */
async function dueMover(target: Target, { id, due }: Pick<RemoteIssue, "id" | "due">) {
  const path = `/issue/${encodeURIComponent(id)}?fields=duedate&expand=changelog`;
  const { changelog } = await ask(target, path, Moves);
  const moves = changelog.histories.flatMap(({ created, author, items }) => {
    const move = items.findLast(({ field }) => field === "duedate");
    return move ? { at: instantOf(hostOf(target), created), by: author?.accountId ?? null, to: move.to || null } : [];
  });
  const last = moves.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
  return last?.to === due ? last.by : null;
}

/** Text as a document: a paragraph for each block, with its lines. */
function documentOf(text: string) {
  const lineOf = (line: string, at: number) => [
    ...(at > 0 ? [{ type: "hardBreak" }] : []),
    ...(line === "" ? [] : [{ type: "text", text: line }]),
  ];
  const blocks = text.split(/\n{2,}/).filter((block) => block.trim() !== "");
  const content = blocks.map((block) => ({ type: "paragraph", content: block.split("\n").flatMap(lineOf) }));
  return { version: 1, type: "doc", content };
}

/** Jira's labels have no spaces. */
const labelOf = (text: string) => text.trim().replace(/\s+/g, "-");

const fieldsOf = ({ title, body, assignee, due }: RemoteChange) => ({
  ...(title === undefined ? {} : { summary: shortened(title, MOST_TITLE) }),
  ...(body === undefined ? {} : { description: documentOf(body) }),
  ...(assignee === undefined ? {} : { assignee: assignee === null ? null : { accountId: assignee } }),
  ...(due === undefined ? {} : { duedate: due }),
});

/**
 * Moves an issue to a status of the wanted state. Which statuses lead there is up to the workflow: the reason is the
 * status, or a resolution on the transition's screen.
 */
async function move(target: Target, id: string, wanted: RemoteState): Promise<void> {
  const path = `/issue/${encodeURIComponent(id)}/transitions`;
  const { transitions } = await ask(
    target,
    `${path}?expand=transitions.fields`,
    z.object({ transitions: z.array(Transition) }),
  );
  const ways = transitions.flatMap(({ id: way, to, fields }) => {
    const resolutions: (string | null)[] = fields?.resolution?.allowedValues?.map(({ name }) => name) ?? [null];
    return resolutions.map((name) => ({ way, state: stateOf(to, name), name }));
  });
  const leading = ways.filter(({ state }) => state === wanted);
  const found = leading.find(({ name }) => name !== null && /^(done|won.t do)$/i.test(name)) ?? leading[0];
  if (!found) {
    const words = { open: "open", started: "in progress", completed: "done", not_planned: "won't do" }[wanted];
    throw new TrackerError("rejected", `The workflow in Jira has no step from the issue's status to “${words}”`);
  }
  const fields = found.name === null ? {} : { fields: { resolution: { name: found.name } } };
  await send(target, requestOf(target, path, { method: "POST", body: { transition: { id: found.way }, ...fields } }));
}

async function update(target: Target, id: string, change: RemoteChange): Promise<RemoteIssue> {
  const { state, addLabels = [], removeLabels = [] } = change;
  const before = await readIssue(target, id);
  const labels = new Set(before.labels);
  for (const one of removeLabels) labels.delete(labelOf(one));
  for (const one of addLabels) labels.add(labelOf(one));
  const isRelabelled = addLabels.length + removeLabels.length > 0;
  const fields = { ...fieldsOf(change), ...(isRelabelled ? { labels: [...labels] } : {}) };
  const path = `/issue/${encodeURIComponent(id)}`;
  if (Object.keys(fields).length > 0) await send(target, requestOf(target, path, { method: "PUT", body: { fields } }));
  if (state !== undefined && state !== before.state) await move(target, id, state);
  return readIssue(target, id);
}

/** An issue of type Task, or of the first type that isn't a part of another. */
async function create(target: Target, { labels, assignee, due, ...words }: NewIssue): Promise<RemoteIssue> {
  const key = projectOf(target);
  const types = (await ask(target, `/issue/createmeta/${key}/issuetypes`, Types)).issueTypes.filter(
    (one) => !one.subtask,
  );
  const type = types.find(({ name }) => name === "Task") ?? types[0];
  if (!type) throw new TrackerError("rejected", `The token can't create issues in ${key}`);
  const rest = { ...(assignee === null ? {} : { assignee }), ...(due === null ? {} : { due }) };
  const fields = {
    ...{ project: { key }, issuetype: { id: type.id } },
    ...fieldsOf({ ...words, ...rest }),
    ...(labels.length > 0 ? { labels: [...new Set(labels.map(labelOf))] } : {}),
  };
  const Made = z.object({ id: z.string(), key: z.string() });
  const { id, key: ref } = await ask(target, "/issue", Made, { method: "POST", body: { fields } });
  return readIssue(target, id).catch((error: unknown) => {
    if (!(error instanceof TrackerError)) throw error;
    // It is there: a failure would have a second one created. The next look reads what it is.
    const url = `${target.baseUrl.replace(/\/+$/, "")}/browse/${ref}`;
    const there = { title: fields.summary ?? words.title, due: null, assignee: null, labels: fields.labels ?? [] };
    return { id, ref, url, ...there, state: "open", updatedAt: new Date().toISOString() };
  });
}

/** Returns the key of an issue in what a person pasted, or null for an issue of another project. */
function keyIn(target: Target, pasted: string): string | null {
  const text = pasted.trim();
  let written: string | undefined = text;
  if (/^https?:/i.test(text)) {
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url?.host !== hostOf(target)) return null;
    written = url.searchParams.get("selectedIssue") ?? url.pathname.split("/").at(-1);
  }
  const [, project, number] = /^(?:([A-Za-z][A-Za-z0-9_]*)-|#)?(\d{1,10})$/.exec(written ?? "") ?? [];
  if (number === undefined || (written !== text && project === undefined)) return null;
  const key = projectOf(target);
  return project === undefined || project.toUpperCase() === key ? `${key}-${number}` : null;
}

/**
 * Times of JQL are in the time zone of the token's owner and have no seconds, so the search counts back from now. A page
 * is `<from>`, the last time of the one before. If that doesn't advance, it is `<from> <minutes> <Jira's token>`: a token
 * belongs to its query, and could leave out issues if others change while pages are read.
 */
async function changedSince(target: Target, since: string, page: string | null) {
  const [from = since, back, nextPageToken] = page?.split(" ") ?? [];
  const minutes = back ?? Math.max(0, Math.ceil((Date.now() - Date.parse(from)) / MINUTE_MS)) + CLOCK_MINUTES;
  const jql = `project = "${projectOf(target)}" AND updated >= "-${minutes}m" ORDER BY updated ASC`;
  const body = { jql, fields: FIELDS, maxResults: PAGE, ...(nextPageToken ? { nextPageToken } : {}) };
  const found = await ask(target, "/search/jql", Issues, { method: "POST", body, reads: true });
  const all = found.issues.map((one) => issueOf(target, one));
  const issues = all.filter(({ updatedAt }) => updatedAt >= since);
  const last = all.at(-1)?.updatedAt ?? from;
  if (!found.nextPageToken) return { issues, next: null };
  return { issues, next: last > from ? last : `${from} ${minutes} ${found.nextPageToken}` };
}

async function peopleOf(target: Target) {
  const people: z.infer<typeof Person>[] = [];
  while (people.length < MOST_PEOPLE) {
    const query = `project=${projectOf(target)}&startAt=${people.length}&maxResults=${PAGE}`;
    const found = await ask(target, `/user/assignable/search?${query}`, z.array(Person));
    people.push(...found);
    if (found.length < PAGE) break;
  }
  return people;
}

const named = ({ accountId, displayName }: z.infer<typeof Person>) => ({ id: accountId, name: displayName });

/** Jira Cloud, with the email address and an API token of one account. */
export const jira: Connector = {
  label: "Jira Cloud",
  defaultBaseUrl: null,
  async check(target) {
    const who = await ask(target, "/myself", Person);
    const { name } = await ask(target, `/project/${projectOf(target)}`, Named);
    return { who: named(who), title: name, people: (await peopleOf(target)).map(named) };
  },
  async find(target, text) {
    const key = keyIn(target, text);
    return key === null ? null : orNull(readIssue(target, key));
  },
  read: (target, id) => orNull(readIssue(target, id)),
  ...{ dueMover, changedSince, create, update },
  webhook: {
    verify: (headers, body, secret, now) => isSigned("jira", headers, body, secret, now),
    read(_headers, body) {
      const { webhookEvent: event, issue } = readAnswer("The webhook", Hook, Buffer.from(body).toString("utf8"));
      if (!/^jira:issue_(created|updated|deleted)$/.test(event))
        return { is: "ignored", why: `Not about issues: ${event}` };
      if (!issue) return { is: "ignored", why: "No issue in it" };
      return { is: "issues", project: null, issueIds: [issue.id] };
    },
  },
};
