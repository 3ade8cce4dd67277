import { z } from "zod";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import type { NewIssue, RemoteChange, RemoteIssue, RemoteState } from "#lib/follow/tracker/remote-issue.ts";
import { type Connector, isSigned, readAnswer, type Target, TrackerError } from "./connector.ts";
import { runQuery as run } from "./linear-query.ts";
import { hostOf, instantOf, orNull } from "./rest.ts";

const Person = z.object({ id: z.string(), displayName: z.string() });
const States = z.object({ nodes: z.array(z.object({ id: z.string(), type: z.string(), position: z.number() })) });
const Label = z.object({ id: z.string(), name: z.string() });
const Issue = z.object({
  id: z.string(),
  identifier: z.string(),
  title: z.string(),
  url: z.string(),
  dueDate: z.iso.date().nullish(),
  updatedAt: z.string(),
  trashed: z.boolean().nullish(),
  team: z.object({ key: z.string() }),
  state: z.object({ type: z.string() }),
  assignee: Person.nullish(),
  labels: z.object({ nodes: z.array(Label) }),
});
type Issue = z.infer<typeof Issue>;
const Move = z.object({
  createdAt: z.string(),
  fromDueDate: z.iso.date().nullish(),
  toDueDate: z.iso.date().nullish(),
  actor: z.object({ id: z.string() }).nullish(),
});
const Hook = z.object({
  type: z.string(),
  webhookTimestamp: z.number(),
  data: z.object({ id: z.string() }).optional(),
});

const ISSUE = `id identifier title url dueDate updatedAt trashed team { key } state { type }
  assignee { id displayName } labels(first: 50) { nodes { id name } }`;
const PAGE = 100;
/** Linear signs when it sent a webhook. An older one is a repetition by someone else. */
const FRESH_MS = 5 * MINUTE_MS;
/** A state of an unknown type is open, as those of triage and backlog are. */
function stateOf(type: string): RemoteState {
  if (type === "started" || type === "completed") return type;
  return type === "canceled" || type === "duplicate" ? "not_planned" : "open";
}

/** Open goes to the first state that is to do or, if there is none, to the backlog. Nothing returns to triage. */
const TYPES: Record<RemoteState, readonly string[]> = {
  open: ["unstarted", "backlog"],
  started: ["started"],
  completed: ["completed"],
  not_planned: ["canceled"],
};

function stateIdFor({ nodes }: z.infer<typeof States>, wanted: RemoteState): string {
  const [first] = TYPES[wanted]
    .flatMap((type) => nodes.filter((one) => one.type === type).sort((a, b) => a.position - b.position))
    .map(({ id }) => id);
  if (first) return first;
  throw new TrackerError("rejected", `The team in Linear has no state of type “${TYPES[wanted][0]}”`);
}

function issueOf(target: Target, issue: Issue): RemoteIssue {
  const { id, identifier: ref, url, title, dueDate: due = null, assignee, labels } = issue;
  return {
    ...{ id, ref, url, title, due, state: stateOf(issue.state.type), labels: labels.nodes.map(({ name }) => name) },
    assignee: assignee ? { id: assignee.id, name: assignee.displayName } : null,
    updatedAt: instantOf(hostOf(target), issue.updatedAt),
  };
}

/** Returns null for an issue that is in the trash. */
async function readIssue(target: Target, id: string): Promise<(RemoteIssue & { team: string }) | null> {
  const text = `query Issue($id: String!) { issue(id: $id) { ${ISSUE} } }`;
  const found = await orNull(run(target, text, { id }, z.object({ issue: Issue })));
  return found && !found.issue.trashed ? { ...issueOf(target, found.issue), team: found.issue.team.key } : null;
}

/** The history of an issue has who changed its date. */
async function dueMover(target: Target, { id, due }: Pick<RemoteIssue, "id" | "due">) {
  const text = `query Moves($id: String!) { issue(id: $id) { history(first: ${PAGE}) { nodes { createdAt fromDueDate toDueDate actor { id } } } } }`;
  const Moves = z.object({ issue: z.object({ history: z.object({ nodes: z.array(Move) }) }) });
  const { nodes } = (await run(target, text, { id }, Moves)).issue.history;
  const moves = nodes.filter(({ fromDueDate, toDueDate }) => fromDueDate || toDueDate);
  const last = moves.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)).at(-1);
  return last && (last.toDueDate ?? null) === due ? (last.actor?.id ?? null) : null;
}

const TEAM = `id key name states(first: 100) { nodes { id type position } }`;
const Team = z.object({ id: z.string(), key: z.string(), name: z.string(), states: States });

async function teamOf(target: Target): Promise<z.infer<typeof Team>> {
  const text = `query Team($key: String!) { teams(filter: { key: { eq: $key } }) { nodes { ${TEAM} } } }`;
  const shape = z.object({ teams: z.object({ nodes: z.array(Team) }) });
  const [team] = (await run(target, text, { key: keyOf(target) }, shape)).teams.nodes;
  if (!team)
    throw new TrackerError("missing", `Linear has no team with the key ${keyOf(target)}, or the token can't see it`);
  return team;
}

const keyOf = ({ project }: Target) => project.toUpperCase();

/** Returns the ids of labels, and creates those that neither the team nor the workspace has. */
async function labelIds(
  target: Target,
  team: { id: string; key: string },
  names: readonly string[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const name of new Set(names)) {
    const ours = `{ name: { eqIgnoreCase: $name }, or: [{ team: { null: true } }, { team: { key: { eq: $team } } }] }`;
    const text = `query Labels($name: String!, $team: String!) { issueLabels(filter: ${ours}) { nodes { id name } } }`;
    const shape = z.object({ issueLabels: z.object({ nodes: z.array(Label) }) });
    const found = (await run(target, text, { name, team: team.key }, shape)).issueLabels.nodes[0];
    ids.push(found ? found.id : await newLabel(target, team.id, name));
  }
  return ids;
}

async function newLabel(target: Target, teamId: string, name: string): Promise<string> {
  const text = `mutation Label($input: IssueLabelCreateInput!) { issueLabelCreate(input: $input) { issueLabel { id } } }`;
  const shape = z.object({ issueLabelCreate: z.object({ issueLabel: z.object({ id: z.string() }) }) });
  return (await run(target, text, { input: { name, teamId } }, shape)).issueLabelCreate.issueLabel.id;
}

const fieldsOf = ({ title, body, assignee, due }: RemoteChange) => ({
  ...(title === undefined ? {} : { title }),
  ...(body === undefined ? {} : { description: body }),
  ...(assignee === undefined ? {} : { assigneeId: assignee }),
  ...(due === undefined ? {} : { dueDate: due }),
});

async function update(target: Target, id: string, change: RemoteChange): Promise<RemoteIssue> {
  const { state, addLabels = [], removeLabels = [] } = change;
  const text = `query Before($id: String!) { issue(id: $id) { state { type } team { ${TEAM} } labels(first: 50) { nodes { id name } } } }`;
  const Before = z.object({ state: Issue.shape.state, team: Team, labels: Issue.shape.labels });
  const { issue: before } = await run(target, text, { id }, z.object({ issue: Before }));
  const isSame = (name: string) => removeLabels.some((one) => one.toLowerCase() === name.toLowerCase());
  const removed = before.labels.nodes.filter(({ name }) => isSame(name)).map((one) => one.id);
  const added = await labelIds(target, before.team, addLabels);
  const input = {
    ...fieldsOf(change),
    ...(state === undefined || stateOf(before.state.type) === state
      ? {}
      : { stateId: stateIdFor(before.team.states, state) }),
    ...(added.length > 0 ? { addedLabelIds: added } : {}),
    ...(removed.length > 0 ? { removedLabelIds: removed.filter((one) => !added.includes(one)) } : {}),
  };
  const mutation = `mutation Update($id: String!, $input: IssueUpdateInput!) { issueUpdate(id: $id, input: $input) { issue { ${ISSUE} } } }`;
  const shape = z.object({ issueUpdate: z.object({ issue: Issue }) });
  return issueOf(target, (await run(target, mutation, { id, input }, shape)).issueUpdate.issue);
}

async function create(target: Target, { labels, assignee, due, ...words }: NewIssue): Promise<RemoteIssue> {
  const team = await teamOf(target);
  const rest = { ...(assignee === null ? {} : { assignee }), ...(due === null ? {} : { due }) };
  const ids = await labelIds(target, team, labels);
  const input = { teamId: team.id, ...fieldsOf({ ...words, ...rest }), ...(ids.length > 0 ? { labelIds: ids } : {}) };
  const text = `mutation Create($input: IssueCreateInput!) { issueCreate(input: $input) { issue { ${ISSUE} } } }`;
  const shape = z.object({ issueCreate: z.object({ issue: Issue }) });
  return issueOf(target, (await run(target, text, { input }, shape)).issueCreate.issue);
}

/**
 * Returns all issues that changed, in one page: Linear has them newest first, and a reader of
 * pages needs the earliest first to continue after a failure.
 */
async function changedSince(target: Target, since: string) {
  const text = `query Changed($filter: IssueFilter!, $first: Int!, $after: String) { issues(filter: $filter, first: $first,
    after: $after, orderBy: updatedAt, includeArchived: true) { nodes { ${ISSUE} } pageInfo { hasNextPage endCursor } } }`;
  const PageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() });
  const Changed = z.object({ nodes: z.array(Issue), pageInfo: PageInfo });
  const shape = z.object({ issues: Changed });
  const filter = { team: { key: { eq: keyOf(target) } }, updatedAt: { gte: since } };
  const found = new Map<string, RemoteIssue>();
  const seen = new Set<string>();
  for (let after: string | null = null; ; ) {
    const { nodes, pageInfo }: z.infer<typeof Changed> = (
      await run(target, text, { filter, first: PAGE, after }, shape)
    ).issues;
    for (const one of nodes) if (!one.trashed && !found.has(one.id)) found.set(one.id, issueOf(target, one));
    if (!pageInfo.hasNextPage || !pageInfo.endCursor || seen.has(pageInfo.endCursor)) break;
    seen.add(pageInfo.endCursor);
    after = pageInfo.endCursor;
  }
  return { issues: [...found.values()].sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1)), next: null };
}

/** Returns the identifier of an issue in what a person pasted, or null for an issue of another team. */
function identifierIn(target: Target, pasted: string): string | null {
  const [, host, team, number] =
    /^(?:https?:\/\/([^/\s]+)\/[^/\s]+\/issue\/)?(?:([A-Za-z][A-Za-z0-9]*)-|#)?(\d{1,10})(?:[/?#]\S*)?$/.exec(
      pasted.trim(),
    ) ?? [];
  if (number === undefined || (host !== undefined && host !== "linear.app" && host !== hostOf(target))) return null;
  if (host !== undefined && team === undefined) return null;
  return `${team?.toUpperCase() ?? keyOf(target)}-${number}`;
}

async function membersOf(target: Target) {
  const text = `query Members($key: String!) { teams(filter: { key: { eq: $key } }) { nodes { members(first: 250) { nodes { id displayName } } } } }`;
  const members = z.object({ members: z.object({ nodes: z.array(Person) }) });
  const shape = z.object({ teams: z.object({ nodes: z.array(members) }) });
  const { teams } = await run(target, text, { key: keyOf(target) }, shape);
  return teams.nodes.flatMap((one) => one.members.nodes);
}

const named = ({ id, displayName }: z.infer<typeof Person>) => ({ id, name: displayName });
/** Returns when a webhook says that it was sent. One of another shape says nothing. */
function sentAt(body: Uint8Array): number {
  try {
    return hookIn(body).webhookTimestamp;
  } catch {
    return Number.NaN;
  }
}

const hookIn = (body: Uint8Array) => readAnswer("The webhook", Hook, Buffer.from(body).toString("utf8"));

/** Linear, with a personal API key or a token of OAuth. A project is a team. */
export const linear: Connector = {
  label: "Linear",
  defaultBaseUrl: "https://api.linear.app",
  async check(target) {
    const { viewer } = await run(
      target,
      "query Viewer { viewer { id displayName } }",
      {},
      z.object({ viewer: Person }),
    );
    const { name } = await teamOf(target);
    return { who: named(viewer), title: name, people: (await membersOf(target)).map(named) };
  },
  /** By an identifier from before a move, Linear finds the issue where it is now. */
  async find(target, text) {
    const id = identifierIn(target, text);
    const found = id === null ? null : await readIssue(target, id);
    if (!found || found.team !== keyOf(target)) return null;
    const { team: _, ...issue } = found;
    return issue;
  },
  async read(target, id) {
    const found = await readIssue(target, id);
    if (!found) return null;
    const { team: _, ...issue } = found;
    return issue;
  },
  ...{ dueMover, changedSince, create, update },
  webhook: {
    verify(headers, body, secret, now) {
      return isSigned("linear", headers, body, secret, now) && Math.abs(sentAt(body) - now.getTime()) <= FRESH_MS;
    },
    read(_headers, body) {
      const { type, data } = hookIn(body);
      if (type !== "Issue") return { is: "ignored", why: `Not about issues: ${type}` };
      if (!data) return { is: "ignored", why: "No issue in it" };
      return { is: "issues", project: null, issueIds: [data.id] };
    },
  },
};
