import { createHmac } from "node:crypto";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

/** An issue as GitHub stores it. */
export interface StoredIssue {
  number: number;
  title: string;
  body: string;
  state: "open" | "closed";
  stateReason: string | null;
  assignees: number[];
  labels: string[];
  milestone: number | null;
  updatedAt: string;
}

const NewIssue = z.strictObject({
  title: z.string().min(1).max(256),
  body: z.string().optional(),
  labels: z.array(z.string()).optional(),
  assignees: z.array(z.string()).optional(),
  milestone: z.int().nullable().optional(),
});
const IssueChange = NewIssue.partial().extend({
  state: z.enum(["open", "closed"]).optional(),
  state_reason: z.enum(["completed", "not_planned", "duplicate", "reopened"]).nullable().optional(),
});
const MilestoneChange = z.strictObject({
  title: z.string().optional(),
  state: z.enum(["open", "closed"]).optional(),
  due_on: z.iso.datetime().optional(),
});
const Labels = z.strictObject({ labels: z.array(z.string()).min(1) });

type Milestone = {
  number: number;
  title: string;
  state: "open" | "closed";
  due_on: string | null;
  updated_at: string;
};
type IssueEvent = {
  number: number;
  event: "milestoned" | "demilestoned";
  created_at: string;
  actor: number;
  milestone: { title: string };
};

/** Issues of one repository by the published REST schema: it rejects a wrong token and any field it doesn't know. */
export class GithubServer {
  readonly issues = new Map<number, StoredIssue>();
  readonly milestones: Milestone[] = [];
  /** Who put which issue in which milestone. */
  readonly events: IssueEvent[] = [];
  readonly people = new Map([
    [1, "robin"],
    [2, "sam"],
    [3, "deploy-bot"],
  ]);
  /** Writes that it took, as "PATCH /repos/acme/payments/issues/1". */
  readonly writes: string[] = [];
  /** Requests that came. */
  readonly asked: string[] = [];
  /** Responses instead of those to the next requests, or to the next one whose method and path have this start. */
  readonly failures: {
    status: number;
    headers?: Record<string, string>;
    body?: string;
    isDone?: boolean;
    at?: string;
  }[] = [];
  /** Fields that it rejects. */
  rejected: string[] = [];
  /** Runs before the answer to the next request of this method and path is sent. */
  during: { at: RegExp; run: () => Promise<unknown> } | null = null;
  /** Another repository that is there too. */
  otherProject: string | null = null;
  token = "token-of-robin";
  pageSize = 100;
  now = Date.parse("2027-02-01T09:00:00Z");
  readonly project = "acme/payments";
  origin = "";
  readonly #server: Server;

  constructor() {
    this.#server = createServer(async (request, response) => {
      let body = "";
      for await (const chunk of request) body += chunk;
      this.asked.push(`${request.method} ${request.url}`);
      const { at = "" } = this.failures[0] ?? {};
      const failure = `${request.method} ${request.url}`.startsWith(at) ? this.failures.shift() : undefined;
      const fail = ({ status, headers, body: text }: NonNullable<typeof failure>) =>
        response
          .writeHead(status, { "content-type": "application/json", ...headers })
          .end(text ?? JSON.stringify({ message: "The test asked for this" }));
      if (failure && !failure.isDone) return void fail(failure);
      if (request.headers.authorization !== `token ${this.token}`)
        return send(response, 401, { message: "Bad credentials" });
      const url = new URL(request.url ?? "/", "http://github.invalid");
      const method = request.method ?? "GET";
      try {
        const answer = this.#answer(method, url, body === "" ? {} : JSON.parse(body));
        if (answer === null) return send(response, 404, { message: "Not Found" });
        if (failure) return void fail(failure);
        if (this.during?.at.test(`${method} ${url.pathname}`)) {
          const { run } = this.during;
          this.during = null;
          await run();
        }
        if (method !== "GET") this.writes.push(`${method} ${url.pathname}`);
        const size = Math.min(Number(url.searchParams.get("per_page") ?? 30), this.pageSize);
        const last = url.pathname.endsWith("/events")
          ? `, <${url.origin}?page=${this.#eventPages(url)}>; rel="last"`
          : "";
        if (Array.isArray(answer) && answer.length === size)
          response.setHeader("link", `<${url.origin}${url.pathname}?page=next>; rel="next"${last}`);
        send(response, method === "POST" ? 201 : 200, answer);
      } catch (error) {
        const message = error instanceof z.ZodError ? `Invalid request: ${error.message}` : String(error);
        send(response, 422, { message });
      }
    });
  }

  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return this.origin;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Adds an issue, as a person does on the site. */
  add(title: string): StoredIssue {
    const number = this.issues.size + 1;
    const issue: StoredIssue = {
      ...{ number, title, body: "", state: "open", stateReason: null, assignees: [], labels: [], milestone: null },
      updatedAt: this.#tick(),
    };
    this.issues.set(number, issue);
    return issue;
  }

  /** Changes an issue, as a person does on the site. `by` is the id of that person. */
  edit(number: number, change: Partial<StoredIssue>, by = 1): void {
    const issue = this.issues.get(number);
    if (!issue) return;
    const before = issue.milestone;
    Object.assign(issue, change, { updatedAt: this.#tick() });
    const moves =
      before === issue.milestone
        ? []
        : ([
            ["demilestoned", before],
            ["milestoned", issue.milestone],
          ] as const);
    for (const [event, at] of moves) {
      const milestone = this.milestones[(at ?? 0) - 1];
      if (milestone)
        this.events.push({
          number,
          event,
          created_at: issue.updatedAt,
          actor: by,
          milestone: { title: milestone.title },
        });
    }
  }

  /** Changes the date of a milestone, as a person does on the site. */
  redate(number: number, day: string): void {
    Object.assign(this.milestones[number - 1] ?? {}, { due_on: `${day}T08:00:00Z`, updated_at: this.#tick() });
  }

  /** Returns the number of a milestone with a date. */
  due(day: string): number {
    const number = this.milestones.length + 1;
    const due_on = `${day}T08:00:00Z`;
    this.milestones.push({ number, title: `Sprint ${number}`, state: "open", due_on, updated_at: this.#tick() });
    return number;
  }

  /** Returns the webhook of an issue, signed. */
  hook(number: number, secret: string, event = "issues"): { headers: Headers; body: Uint8Array } {
    const payload = { action: "edited", issue: { number }, repository: { full_name: this.project } };
    const body = new TextEncoder().encode(JSON.stringify(payload));
    const signature = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
    return { headers: new Headers({ "x-github-event": event, "x-hub-signature-256": signature }), body };
  }

  #tick(): string {
    this.now += 1000;
    return new Date(this.now).toISOString().replace(".000Z", "Z");
  }

  #answer(method: string, url: URL, sent: unknown): unknown {
    const path = url.pathname;
    const asked = `${method} ${path}`;
    if (asked === "GET /user") return { id: 1, login: "robin" };
    const [, account] = /^GET \/user\/(\d+)$/.exec(asked) ?? [];
    if (account) return this.#person(Number(account));
    const base = `/repos/${this.project}`;
    if (asked === `GET /repos/${this.otherProject}`) return { full_name: this.otherProject };
    if (asked === `GET /repos/${this.otherProject}/assignees`) return [];
    // It ignores the case of a repository's name.
    if (!path.toLowerCase().startsWith(base)) return null;
    const rest = `${method} ${path.slice(base.length)}`;
    if (rest === "GET ") return { full_name: this.project };
    if (rest === "GET /assignees")
      return page(
        url,
        [...this.people.keys()].map((id) => this.#person(id)),
        this.pageSize,
      );
    if (rest === "GET /milestones") return page(url, this.milestones, this.pageSize);
    if (rest === "POST /milestones") return this.#addMilestone(MilestoneChange.parse(sent));
    const [, milestone] = /^PATCH \/milestones\/(\d+)$/.exec(rest) ?? [];
    if (milestone) return Object.assign(this.milestones[Number(milestone) - 1] ?? {}, MilestoneChange.parse(sent));
    if (rest === "GET /issues")
      return page(url, this.#changedSince(url.searchParams.get("since") ?? ""), this.pageSize);
    if (rest === "POST /issues") return this.#write(this.add("").number, NewIssue.parse(sent));
    const [, eventful] = /^GET \/issues\/(\d+)\/events$/.exec(rest) ?? [];
    if (eventful) return page(url, this.#eventsOf(Number(eventful)), this.pageSize);
    const [, verb, number, label] = /^(\w+) \/issues\/(\d+)(?:\/labels(?:\/(.+))?)?$/.exec(rest) ?? [];
    const issue = this.issues.get(Number(number));
    if (!issue) return null;
    if (rest.includes("/labels")) return this.#labels(issue, verb ?? "", label, sent);
    if (verb === "PATCH") return this.#write(issue.number, IssueChange.parse(sent));
    return verb === "GET" ? this.#shown(issue) : null;
  }

  #eventsOf = (number: number) =>
    this.events
      .filter((one) => one.number === number)
      .map(({ number: _, actor, ...event }) => ({ ...event, actor: this.#person(actor) }));

  #eventPages(url: URL): number {
    const number = Number(/\/issues\/(\d+)\//.exec(url.pathname)?.[1]);
    return Math.ceil(this.#eventsOf(number).length / Math.min(Number(url.searchParams.get("per_page")), this.pageSize));
  }

  #person(id: number) {
    const login = this.people.get(id);
    return login === undefined ? null : { id, login, type: "User" };
  }

  #addMilestone({ title = "", due_on = null }: { title?: string | undefined; due_on?: string | null | undefined }) {
    if (this.milestones.some((one) => one.title === title)) throw new Error("Validation Failed: already_exists");
    const one = { number: this.milestones.length + 1, title, state: "open" as const, due_on, updated_at: this.#tick() };
    // It keeps the day only: midnight of the Pacific coast.
    this.milestones.push({ ...one, due_on: due_on === null ? null : `${due_on.slice(0, 10)}T08:00:00Z` });
    return this.milestones.at(-1);
  }

  #labels(issue: StoredIssue, verb: string, label: string | undefined, sent: unknown): unknown {
    if (verb === "POST" && label === undefined) {
      if (this.rejected.includes("labels")) throw new Error("Validation Failed");
      this.edit(issue.number, { labels: [...new Set([...issue.labels, ...Labels.parse(sent).labels])] });
      return issue.labels.map((name) => ({ name }));
    }
    const name = decodeURIComponent(label ?? "");
    if (verb !== "DELETE" || !issue.labels.includes(name)) return null;
    this.edit(issue.number, { labels: issue.labels.filter((one) => one !== name) });
    return [];
  }

  #write(number: number, sent: z.infer<typeof IssueChange>) {
    if (this.rejected.some((name) => name in sent)) throw new Error("Validation Failed");
    const logins = new Map([...this.people].map(([id, login]) => [login, id]));
    const { assignees, milestone, state, state_reason, title, body, labels } = sent;
    if (milestone && !this.milestones[milestone - 1]) throw new Error("Validation Failed: milestone");
    this.edit(number, {
      ...(title === undefined ? {} : { title }),
      ...(body === undefined ? {} : { body }),
      ...(labels === undefined ? {} : { labels }),
      ...(milestone === undefined ? {} : { milestone }),
      ...(state === undefined ? {} : { state, stateReason: state === "open" ? null : (state_reason ?? "completed") }),
      // Someone who can't be assigned is left out without an error.
      ...(assignees === undefined ? {} : { assignees: assignees.flatMap((login) => logins.get(login) ?? []) }),
    });
    return this.#shown(this.issues.get(number) as StoredIssue);
  }

  #changedSince(since: string) {
    return [...this.issues.values()]
      .filter(({ updatedAt }) => Date.parse(updatedAt) >= Date.parse(since))
      .sort((a, b) => a.updatedAt.localeCompare(b.updatedAt))
      .map((issue) => this.#shown(issue));
  }

  #shown({ number, title, body, state, stateReason, assignees, labels, milestone, updatedAt }: StoredIssue) {
    return {
      ...{ id: 7000 + number, number, title, body, state, state_reason: stateReason, updated_at: updatedAt },
      html_url: `${this.origin}/${this.project}/issues/${number}`,
      assignees: assignees.map((id) => this.#person(id)),
      labels: labels.map((name) => ({ name })),
      milestone: milestone === null ? null : this.milestones[milestone - 1],
    };
  }
}

function page(url: URL, rows: readonly unknown[], most: number): unknown[] {
  const size = Math.min(Number(url.searchParams.get("per_page") ?? 30), most);
  const at = Number(url.searchParams.get("page") ?? 1);
  return rows.slice((at - 1) * size, at * size);
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(body));
}
