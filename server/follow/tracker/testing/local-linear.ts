import { z } from "zod";
import { type Answer, type LocalIssue, LocalWorld, Refusal, startLocalVendor } from "./local-vendor.ts";

const STATES = {
  open: { id: "state-1", name: "Todo", type: "unstarted", position: 1 },
  started: { id: "state-4", name: "In Progress", type: "started", position: 2 },
  completed: { id: "state-2", name: "Done", type: "completed", position: 2 },
  not_planned: { id: "state-3", name: "Canceled", type: "canceled", position: 3 },
} as const;
/** A state that is never the first of its type. */
const LATER = { id: "state-5", name: "Next", type: "unstarted", position: 9 };
const TEAM = { id: "team-1", key: "SEA", name: "Search", states: { nodes: [LATER, ...Object.values(STATES)] } };

const stateId = z.enum(["state-1", "state-2", "state-3", "state-4"]);
const fields = {
  title: z.string().min(1).optional(),
  description: z.string().optional(),
  assigneeId: z.string().nullable().optional(),
  dueDate: z.iso.date().nullable().optional(),
  stateId: stateId.optional(),
};
const createInput = z.strictObject({
  ...fields,
  title: z.string().min(1),
  teamId: z.literal(TEAM.id),
  labelIds: z.array(z.string()).optional(),
});
const updateInput = z.strictObject({
  ...fields,
  addedLabelIds: z.array(z.string()).optional(),
  removedLabelIds: z.array(z.string()).optional(),
});
const request = z.strictObject({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()),
});
const page = z.strictObject({
  filter: z.strictObject({
    team: z.strictObject({ key: z.strictObject({ eq: z.literal(TEAM.key) }) }).optional(),
    updatedAt: z.strictObject({ gte: z.iso.datetime() }).optional(),
    id: z.strictObject({ in: z.array(z.string()) }).optional(),
  }),
  first: z.int().min(1).max(250),
  after: z.string().nullable().optional(),
});

/** Root fields of Linear's schema that this server knows, with the selected fields of an issue they need. */
const OPERATIONS = [
  "viewer",
  "teams",
  "issues",
  "issue",
  "issueLabels",
  "issueCreate",
  "issueUpdate",
  "issueLabelCreate",
] as const;

/** A workspace of Linear with one team. It reads the root field of a query and its variables, not the whole language. */
export function startLocalLinear(
  world = new LocalWorld("lin_api_local", [
    { id: "person-1", name: "Tomás Herrera" },
    { id: "person-2", name: "Priya Raman" },
  ]),
) {
  const labels: string[] = [];
  const labelNodes = (names: string[]) => names.map((name) => ({ id: labelId(name), name }));
  const labelId = (name: string) => {
    if (!labels.includes(name)) labels.push(name);
    return `label-${labels.indexOf(name)}`;
  };
  return startLocalVendor(world, ({ method, path, headers, body, origin }) => {
    if (path !== "/graphql" || method !== "POST") throw new Refusal(404, "Not Found");
    if (headers.authorization !== world.token)
      throw failed("Authentication required, not authenticated", "AUTHENTICATION_ERROR", 401);
    const { query, variables } = read(request, body);
    const first = /^[^{]*\{\s*(\w+)/.exec(query)?.[1];
    const root = OPERATIONS.find((name) => name === first);
    if (!root) throw failed("Cannot query this field on type Query", "GRAPHQL_VALIDATION_FAILED");
    for (const [, name = ""] of query.matchAll(/\$(\w+):/g))
      if (!(name in variables) && new RegExp(`\\$${name}: [\\w\\[\\]!]+!`).test(query))
        throw failed(`Variable "$${name}" of required type was not provided.`, "BAD_USER_INPUT");
    const person = (id: string | null) => {
      const known = world.person(id);
      return known && { ...known, displayName: known.name, active: true };
    };
    const shown = (issue: LocalIssue) => ({
      ...{ id: idOf(issue), identifier: `SEA-${issue.number}`, title: issue.title, dueDate: issue.due, trashed: null },
      ...{ updatedAt: issue.updatedAt, url: `${origin}/acme/issue/SEA-${issue.number}/a-title`, team: TEAM },
      ...{ state: STATES[issue.state], assignee: person(issue.assignee) },
      labels: { nodes: labelNodes(issue.labels) },
    });
    const find = (id: unknown) => {
      const issue = world.issues.find((one) => id === idOf(one) || id === `SEA-${one.number}`);
      if (!issue) throw failed("Entity not found: Issue", "INPUT_ERROR");
      return issue;
    };
    if (root === "viewer") return ok({ viewer: person("person-2") });
    if (root === "teams") {
      const nodes = read(z.object({ key: z.string() }), variables).key === TEAM.key ? [TEAM] : [];
      const connections = {
        members: { nodes: world.people.map(({ id }) => person(id)), pageInfo: { hasNextPage: false, endCursor: null } },
      };
      return ok({ teams: { nodes: nodes.map((team) => ({ ...team, ...connections })) } });
    }
    if (root === "issueLabels") {
      const { name } = read(z.strictObject({ name: z.string(), team: z.string() }), variables);
      return ok({
        issueLabels: { nodes: labelNodes(labels.filter((one) => one.toLowerCase() === name.toLowerCase())) },
      });
    }
    if (root === "issueLabelCreate") {
      const { input } = read(
        z.strictObject({ input: z.strictObject({ name: z.string().min(1), teamId: z.literal(TEAM.id) }) }),
        variables,
      );
      if (labels.includes(input.name)) throw failed("duplicate label name", "INPUT_ERROR");
      return ok({ issueLabelCreate: { success: true, issueLabel: labelNodes([input.name])[0] } });
    }
    if (root === "issues") return ok({ issues: listed(read(page, variables), shown) });
    if (root === "issue") {
      const issue = find(variables.id);
      const none = { fromDueDate: null, toDueDate: null, actor: person("person-1") };
      const moves = world.movesOf(issue).map(({ at, by, from, to }) => ({
        ...{ createdAt: at, fromDueDate: from, toDueDate: to, actor: person(by) },
      }));
      return ok({ issue: { ...shown(issue), history: { nodes: [{ ...none, createdAt: world.now() }, ...moves] } } });
    }
    if (root === "issueCreate") {
      const issue = world.add(changed(read(z.strictObject({ input: createInput }), variables).input, []));
      return ok({ issueCreate: { success: true, issue: shown(issue) } });
    }
    const { id, input } = read(z.strictObject({ id: z.string(), input: updateInput }), variables);
    const issue = find(id);
    return ok({ issueUpdate: { success: true, issue: shown(world.change(issue, changed(input, issue.labels))) } });
  });

  /** Newest first, as Linear orders by the time of change. */
  function listed({ filter, first, after }: z.infer<typeof page>, shown: (issue: LocalIssue) => unknown) {
    const found = world.issues
      .filter((one) => filter.id?.in.includes(idOf(one)) ?? true)
      .filter(({ updatedAt }) => updatedAt >= (filter.updatedAt?.gte ?? ""))
      .sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
    const start = after ? found.findIndex((one) => idOf(one) === after) + 1 : 0;
    const nodes = found.slice(start, start + Math.min(first, world.mostOnPage));
    const last = nodes.at(-1);
    const hasNextPage = start + nodes.length < found.length;
    return { nodes: nodes.map(shown), pageInfo: { hasNextPage, endCursor: last ? idOf(last) : null } };
  }

  function changed(input: z.infer<typeof updateInput> & { labelIds?: string[] | undefined }, before: string[]) {
    const { labelIds: all, addedLabelIds: added = [], removedLabelIds: removed = [] } = input;
    if ([...(all ?? []), ...added].some((id) => !labels.some((name) => labelId(name) === id)))
      throw failed("Entity not found: IssueLabel", "INPUT_ERROR");
    const ids = (all ?? [...before.map(labelId), ...added]).filter((id) => !removed.includes(id));
    if (input.assigneeId && !world.person(input.assigneeId)) throw failed("Entity not found: User", "INPUT_ERROR");
    const states = Object.keys(STATES) as (keyof typeof STATES)[];
    const state = states.find((one) => STATES[one].id === input.stateId);
    return {
      ...(input.title === undefined ? {} : { title: input.title }),
      ...(input.description === undefined ? {} : { body: input.description }),
      ...(input.dueDate === undefined ? {} : { due: input.dueDate }),
      ...(input.assigneeId === undefined ? {} : { assignee: input.assigneeId }),
      labels: labels.filter((name) => ids.includes(labelId(name))),
      ...(state ? { state } : {}),
    };
  }
}

const ok = (data: unknown): Answer => ({ status: 200, body: { data } });
const idOf = ({ number }: LocalIssue) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

const failed = (message: string, code: string, status = 400) =>
  new Refusal(status, { errors: [{ message, extensions: { code, userPresentableMessage: message } }], data: null });

function read<Shape extends z.ZodType>(shape: Shape, given: unknown): z.infer<Shape> {
  const { success, data, error } = shape.safeParse(given);
  if (success) return data;
  throw failed(
    `Variable "$input" got invalid value: ${error.issues[0]?.path.join(".")} ${error.issues[0]?.message}`,
    "BAD_USER_INPUT",
  );
}
