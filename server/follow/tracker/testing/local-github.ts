import { GithubServer, type StoredIssue } from "#server/testing/github-server.ts";
import type { Fault, LocalIssue, LocalVendor } from "./local-vendor.ts";

/** The local GitHub, in the words that all local vendors share. A due date is the date of a milestone. */
export async function startLocalGithub(): Promise<LocalVendor> {
  const server = new GithubServer();
  server.pageSize = 2;
  const shown = new Map<number, LocalIssue>();

  const fieldsOf = ({ state, assignee, due, number: _, ...plain }: Partial<LocalIssue>): Partial<StoredIssue> => ({
    ...plain,
    ...(state === undefined
      ? {}
      : {
          state: state === "open" || state === "started" ? "open" : "closed",
          stateReason: state === "open" || state === "started" ? null : state,
        }),
    ...(assignee === undefined ? {} : { assignees: assignee === null ? [] : [Number(assignee)] }),
    ...(due === undefined ? {} : { milestone: due === null ? null : server.due(due) }),
  });
  const stateOf = ({ state, stateReason }: StoredIssue) =>
    state === "open" ? "open" : stateReason === "not_planned" ? "not_planned" : "completed";

  /** Reads and writes the stored issue. */
  const view = (stored: StoredIssue): LocalIssue => ({
    number: stored.number,
    get title() {
      return stored.title;
    },
    get body() {
      return stored.body;
    },
    get state() {
      return stateOf(stored);
    },
    get assignee() {
      return stored.assignees[0] === undefined ? null : String(stored.assignees[0]);
    },
    get due() {
      return server.milestones[(stored.milestone ?? 0) - 1]?.due_on?.slice(0, 10) ?? null;
    },
    get labels() {
      return stored.labels;
    },
    get updatedAt() {
      return new Date(stored.updatedAt).toISOString();
    },
    set updatedAt(instant) {
      stored.updatedAt = instant.replace(".000Z", "Z");
    },
  });
  const viewOf = (stored: StoredIssue): LocalIssue => {
    const known = shown.get(stored.number) ?? view(stored);
    shown.set(stored.number, known);
    return known;
  };
  const world: LocalVendor["world"] = {
    token: server.token,
    people: [...server.people].map(([id, name]) => ({ id: String(id), name })),
    get issues() {
      return [...server.issues.values()].map(viewOf);
    },
    add(fields = {}) {
      const stored = server.add(fields.title ?? `Issue ${server.issues.size + 1}`);
      server.edit(stored.number, fieldsOf(fields));
      return viewOf(stored);
    },
    change(issue, fields, by) {
      server.edit(issue.number, fieldsOf(fields), by === undefined ? undefined : Number(by));
      return issue;
    },
    numbered: (number) => world.issues.find((one) => one.number === number),
  };
  const faults = {
    push: (...answers: Fault[]) =>
      server.failures.push(
        ...answers.map(({ status, headers = {}, body, isDone = false }) => ({
          ...{ status, headers, isDone },
          body: body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body),
        })),
      ),
    clear: () => server.failures.splice(0),
  };
  return { origin: await server.open(), world, faults, asked: server.asked, sent: [], close: () => server.close() };
}
