import { z } from "zod";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { REMOTE_STATES } from "#lib/follow/tracker/remote-issue.ts";
import { type Answer, type LocalIssue, LocalWorld, Refusal, startLocalVendor } from "./local-vendor.ts";

/** Whose token it is. */
export const ACCOUNT = "priya@example.com";
const PROJECT = { id: "10001", key: "OPS", name: "Operations" };
const STATUSES = {
  open: { id: "1", name: "To Do", statusCategory: { key: "new" }, by: "11" },
  started: { id: "4", name: "In Progress", statusCategory: { key: "indeterminate" }, by: "41" },
  completed: { id: "2", name: "Done", statusCategory: { key: "done" }, by: "21" },
  not_planned: { id: "3", name: "Won't do", statusCategory: { key: "done" }, by: "31" },
} as const;
const RESOLUTIONS = {
  open: null,
  started: null,
  completed: { id: "1", name: "Done" },
  not_planned: { id: "2", name: "Won't Do" },
};

const name = z.string().min(1).max(255);
const paragraph = z.strictObject({
  type: z.literal("paragraph"),
  content: z
    .array(z.looseObject({ type: z.enum(["text", "hardBreak"]), text: z.string().min(1).optional() }))
    .optional(),
});
/** Atlassian Document Format, as far as this server knows it. */
const adf = z.strictObject({
  version: z.literal(1),
  type: z.literal("doc"),
  content: z.array(paragraph),
});
const fields = z.strictObject({
  summary: name.optional(),
  description: adf.nullable().optional(),
  assignee: z.strictObject({ accountId: z.string() }).nullable().optional(),
  duedate: z.iso.date().nullable().optional(),
  labels: z.array(z.string().regex(/^\S+$/, "The label can't contain spaces.")).optional(),
});
const newIssue = z.strictObject({
  fields: fields.extend({
    summary: name,
    project: z.strictObject({ key: z.literal(PROJECT.key) }),
    issuetype: z.strictObject({ id: z.literal("10100") }),
  }),
});
const edit = z.strictObject({ fields });
const transition = z.strictObject({
  transition: z.strictObject({ id: z.enum(["11", "21", "31", "41"]) }),
  fields: z.strictObject({ resolution: z.strictObject({ name: z.enum(["Done", "Won't Do"]) }) }).optional(),
});
const search = z.strictObject({
  jql: z.string().regex(/^project = "OPS" AND updated >= "-\d+m" ORDER BY updated ASC$/),
  fields: z.array(z.string()),
  maxResults: z.int().max(5000).optional(),
  nextPageToken: z.string().optional(),
});
const bulk = z.strictObject({ issueIdsOrKeys: z.array(z.string()).min(1).max(100), fields: z.array(z.string()) });

/** A site of Jira Cloud with one project, whose workflow can end in Done and in Won't do. `now` is the time of its search. */
export function startLocalJira(
  now: () => number,
  world = new LocalWorld("jira-local", [
    { id: "557058:aaaa", name: "Tomás Herrera" },
    { id: "557058:bbbb", name: "Priya Raman" },
  ]),
) {
  return startLocalVendor(world, ({ method, path, query, headers, body, origin }) => {
    if (headers.authorization !== `Basic ${Buffer.from(`${ACCOUNT}:${world.token}`).toString("base64")}`)
      throw new Refusal(401, "Client must be authenticated to access this resource.");
    const rest = /^\/rest\/api\/3(\/.*)$/.exec(path)?.[1] ?? "";
    const user = (id: string | null) => {
      const known = world.person(id);
      return known && { accountId: known.id, displayName: known.name, active: true, accountType: "atlassian" };
    };
    const shown = (issue: LocalIssue) => {
      const { by: _, ...status } = STATUSES[issue.state];
      return {
        ...{ id: idOf(issue), key: `OPS-${issue.number}`, self: `${origin}/rest/api/3/issue/${idOf(issue)}` },
        fields: {
          ...{ summary: issue.title, status, resolution: RESOLUTIONS[issue.state], labels: issue.labels },
          ...{ assignee: user(issue.assignee), duedate: issue.due, updated: issue.updatedAt.replace("Z", "+0000") },
          project: PROJECT,
        },
      };
    };
    const to = `${method} ${rest}`;
    if (to === "GET /myself") return ok(user("557058:bbbb"));
    if (to === "GET /project/OPS") return ok(PROJECT);
    if (to === "GET /issue/createmeta/OPS/issuetypes")
      return ok({
        issueTypes: [
          { id: "10099", name: "Sub-task", subtask: true },
          { id: "10100", name: "Task", subtask: false },
        ],
      });
    if (to === "GET /user/assignable/search") {
      if (query.get("project") !== "OPS") throw errors(400, { project: "Project must be specified." });
      const start = Number(query.get("startAt") ?? 0);
      return ok(world.people.slice(start, start + Number(query.get("maxResults") ?? 50)).map(({ id }) => user(id)));
    }
    if (to === "POST /search/jql") return searched(read(search, body), shown);
    if (to === "POST /issue/bulkfetch") {
      const { issueIdsOrKeys: wanted } = read(bulk, body);
      return ok({ issues: world.issues.filter((one) => wanted.includes(idOf(one))).map(shown), issueErrors: [] });
    }
    if (to === "POST /issue") {
      const { id, key, self } = shown(world.add(changed(read(newIssue, body).fields)));
      return { status: 201, body: { id, key, self } };
    }
    const [, wanted = "", sub = ""] = /^\/issue\/([\w-]+)(\/transitions)?$/.exec(rest) ?? [];
    const issue = world.issues.find((one) => wanted === idOf(one) || wanted.toUpperCase() === `OPS-${one.number}`);
    if (!issue) throw errors(404, {}, ["Issue does not exist or you do not have permission to see it."]);
    if (sub) {
      if (method === "GET") return ok({ transitions: Object.values(STATUSES).map(transitionTo) });
      const { transition: by } = read(transition, body);
      const state = REMOTE_STATES.find((one) => STATUSES[one].by === by.id) ?? "open";
      world.change(issue, { state });
      return { status: 204 };
    }
    if (method === "GET" && query.get("expand") === "changelog") {
      const histories = world.movesOf(issue).map(({ at, by, from, to }, index) => {
        const move = { field: "duedate", fieldtype: "jira", fieldId: "duedate", from, to };
        const days = { fromString: from && `${from} 00:00:00.0`, toString: to && `${to} 00:00:00.0` };
        const created = at.replace("Z", "+0000");
        return { id: String(900 - index), created, author: user(by), items: [{ ...move, ...days }] };
      });
      return ok({ ...shown(issue), changelog: { startAt: 0, maxResults: 100, total: histories.length, histories } });
    }
    if (method === "GET") return ok(shown(issue));
    if (method !== "PUT") throw new Refusal(405, {});
    const { fields: given } = read(edit, body);
    if (Object.keys(given).length === 0) throw errors(400, {}, ["one of 'fields' or 'update' required"]);
    world.change(issue, changed(given));
    return { status: 204 };
  });

  function searched(
    { jql, maxResults = 50, nextPageToken = "0" }: z.infer<typeof search>,
    shown: (one: LocalIssue) => unknown,
  ) {
    const minutes = Number(/-(\d+)m/.exec(jql)?.[1]);
    const size = Math.min(maxResults, world.mostOnPage);
    const found = world.issues
      .filter(({ updatedAt }) => Date.parse(updatedAt) >= now() - minutes * MINUTE_MS)
      .sort((a, b) => (a.updatedAt < b.updatedAt ? -1 : 1));
    const start = Number(nextPageToken);
    const isLast = start + size >= found.length;
    const page = { issues: found.slice(start, start + size).map(shown), isLast };
    return ok(isLast ? page : { ...page, nextPageToken: String(start + size) });
  }

  function changed(given: z.infer<typeof fields>): Partial<LocalIssue> {
    if (given.assignee && !world.person(given.assignee.accountId))
      throw errors(400, { assignee: `User '${given.assignee.accountId}' does not exist.` });
    return {
      ...(given.summary === undefined ? {} : { title: given.summary }),
      ...(given.duedate === undefined ? {} : { due: given.duedate }),
      ...(given.labels === undefined ? {} : { labels: given.labels }),
      ...(given.assignee === undefined ? {} : { assignee: given.assignee?.accountId ?? null }),
      ...(given.description ? { body: textOf(given.description) } : {}),
    };
  }
}

const ok = (body: unknown): Answer => ({ status: 200, body });
const idOf = ({ number }: LocalIssue) => String(20_000 + number);
const errors = (status: number, of: Record<string, string>, messages: string[] = []) =>
  new Refusal(status, { errorMessages: messages, errors: of });

const transitionTo = ({ by, ...to }: (typeof STATUSES)[keyof typeof STATUSES]) => ({
  ...{ id: by, name: to.name, to, isAvailable: true, hasScreen: false },
  fields: {},
});

const textOf = ({ content }: z.infer<typeof adf>) =>
  content.map((one) => (one.content ?? []).map(({ text = "\n" }) => text).join("")).join("\n\n");

function read<Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> {
  const { success, data, error } = shape.safeParse(body);
  if (success) return data;
  throw errors(400, Object.fromEntries(error.issues.map((one) => [one.path.join("."), one.message])));
}
