import { z } from "zod";
import { type Answer, type LocalIssue, LocalWorld, Refusal, startLocalVendor } from "./local-vendor.ts";

const PROJECT = {
  id: 4711,
  path_with_namespace: "acme/payments",
  name: "payments",
  name_with_namespace: "Acme / Payments",
};
const NOT_PLANNED = "not planned";

/**
 * Attributes of "New issue" and "Edit an issue" of GitLab's REST API v4 that this server knows. Others are rejected.
 */
const fields = {
  title: z.string().min(1).max(255).optional(),
  description: z.string().max(1_048_576).optional(),
  assignee_ids: z.array(z.int()).optional(),
  due_date: z.union([z.literal(""), z.iso.date()]).optional(),
};
const newIssue = z.strictObject({ ...fields, title: z.string().min(1).max(255), labels: z.string().optional() });
const edit = z.strictObject({
  ...fields,
  labels: z.string().optional(),
  add_labels: z.string().optional(),
  remove_labels: z.string().optional(),
  state_event: z.enum(["close", "reopen"]).optional(),
});
const list = z.strictObject({
  "iids[]": z.array(z.coerce.number().int()).optional(),
  updated_after: z.iso.datetime().optional(),
  order_by: z.literal("updated_at").optional(),
  sort: z.enum(["asc", "desc"]).optional(),
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(100).default(20),
});

const noteList = z.strictObject({
  order_by: z.enum(["created_at", "updated_at"]).optional(),
  sort: z.enum(["asc", "desc"]).optional(),
  per_page: z.coerce.number().int().min(1).max(100).default(20),
});
/** As GitLab writes a day: March 20, 2026. */
const LONG_DAY = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });

/** A GitLab with one project. A closed issue that wasn't planned has the label of that name, for lack of another way. */
export function startLocalGitlab(
  world = new LocalWorld("glpat-local", [
    { id: "7", name: "Tomás Herrera" },
    { id: "8", name: "Priya Raman" },
  ]),
) {
  return startLocalVendor(world, ({ method, path, query, headers, body, origin }) => {
    if (headers["private-token"] !== world.token) throw new Refusal(401, { message: "401 Unauthorized" });
    const project = /^\/api\/v4\/projects\/([^/]+)(.*)$/.exec(path);
    const user = { username: "tomas-h", state: "active", avatar_url: null };
    const person = (id: string | null) => {
      const known = world.person(id);
      return known && { ...user, id: Number(known.id), name: known.name, web_url: `${origin}/${known.id}` };
    };
    if (path === "/api/v4/user" && method === "GET") return ok(person("8"));
    const [, id = "", rest = ""] = project ?? [];
    if (![String(PROJECT.id), PROJECT.path_with_namespace].includes(decodeURIComponent(id)))
      throw new Refusal(404, { message: "404 Project Not Found" });
    if (rest === "") return ok({ ...PROJECT, web_url: `${origin}/acme/payments` });
    if (rest === "/members/all") return ok(world.people.map((one) => ({ ...person(one.id), access_level: 30 })));
    const shown = (issue: LocalIssue) => {
      const assignee = person(issue.assignee);
      return {
        ...{ id: 90_000 + issue.number, iid: issue.number, project_id: PROJECT.id, title: issue.title },
        ...{ description: issue.body, state: issue.state === "open" ? "opened" : "closed", moved_to_id: null },
        ...{ labels: labelsOf(issue), assignees: assignee ? [assignee] : [], assignee, due_date: issue.due },
        ...{ updated_at: issue.updatedAt, web_url: `${origin}/acme/payments/-/issues/${issue.number}` },
        references: { short: `#${issue.number}`, full: `acme/payments#${issue.number}` },
      };
    };
    if (rest === "/issues" && method === "GET") return listed(query, world, shown);
    if (rest === "/issues" && method === "POST") {
      const { labels = "", ...given } = read(newIssue, body);
      return { status: 201, body: shown(world.add(changed(labels.split(",").filter(Boolean), given, "open"))) };
    }
    const [, number, notes] = /^\/issues\/(\d+)(\/notes)?$/.exec(rest) ?? [];
    const issue = world.numbered(Number(number));
    if (!issue) throw new Refusal(404, { message: "404 Issue Not Found" });
    if (notes && method === "GET") {
      read(noteList, Object.fromEntries(query));
      const said = { id: 1, body: "Is the due date OK?", system: false, author: person("7"), created_at: world.now() };
      const moves = world.movesOf(issue).map(({ to, by, at }, index) => ({
        ...{ id: 100 - index, system: true, author: person(by), created_at: at },
        body: to === null ? "removed due date" : `changed due date to ${LONG_DAY.format(Date.parse(to))}`,
      }));
      return ok([said, ...moves]);
    }
    if (method === "GET") return ok(shown(issue));
    if (method !== "PUT") throw new Refusal(405, { error: "405 Not Allowed" });
    const {
      labels: all,
      add_labels: add = "",
      remove_labels: remove = "",
      state_event: event,
      ...given
    } = read(edit, body);
    if (Object.keys(body as object).length === 0)
      throw new Refusal(400, { error: "title, description, … are missing" });
    const kept = (all === undefined ? labelsOf(issue) : all.split(",")).filter(
      (one) => !remove.split(",").includes(one),
    );
    const labels = [...new Set([...kept, ...add.split(",")])].filter(Boolean);
    const open = event === "reopen" || (event !== "close" && issue.state === "open");
    return ok(shown(world.change(issue, changed(labels, given, open ? "open" : "completed"))));
  });

  /** Fields of a local issue. People who aren't members are ignored, as GitLab does. */
  function changed(labels: string[], given: z.infer<z.ZodObject<typeof fields>>, state: "open" | "completed") {
    const isPlanned = !labels.includes(NOT_PLANNED);
    const [first] = given.assignee_ids ?? [];
    const assignee = first === 0 || first === undefined ? null : world.person(String(first));
    return {
      ...(given.title === undefined ? {} : { title: given.title }),
      ...(given.description === undefined ? {} : { body: given.description }),
      ...(given.due_date === undefined ? {} : { due: given.due_date || null }),
      ...(given.assignee_ids === undefined || (first && !assignee) ? {} : { assignee: assignee?.id ?? null }),
      ...{ labels: labels.filter((one) => one !== NOT_PLANNED) },
      state: state === "completed" && !isPlanned ? ("not_planned" as const) : state,
    };
  }
}

const ok = (body: unknown): Answer => ({ status: 200, body });
const labelsOf = ({ labels, state }: LocalIssue) => (state === "not_planned" ? [...labels, NOT_PLANNED] : labels);

function read<Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> {
  const { success, data, error } = shape.safeParse(body);
  if (!success)
    throw new Refusal(400, { error: error.issues.map((one) => `${one.path.join(".")} ${one.message}`).join(", ") });
  return data;
}

function listed(query: URLSearchParams, world: LocalWorld, shown: (issue: LocalIssue) => unknown): Answer {
  const given = read(list, {
    ...Object.fromEntries(query),
    ...(query.has("iids[]") ? { "iids[]": query.getAll("iids[]") } : {}),
  });
  const size = Math.min(given.per_page, world.mostOnPage);
  const found = world.issues
    .filter(({ number }) => given["iids[]"]?.includes(number) ?? true)
    .filter(({ updatedAt }) => updatedAt >= (given.updated_after ?? ""))
    .sort((a, b) => (given.order_by && given.sort === "asc" ? 1 : -1) * (a.updatedAt < b.updatedAt ? -1 : 1));
  const page = found.slice((given.page - 1) * size, given.page * size);
  const next = given.page * size < found.length ? String(given.page + 1) : "";
  return { status: 200, headers: { "x-next-page": next, "x-page": String(given.page) }, body: page.map(shown) };
}
