import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { RemoteState } from "#lib/follow/tracker/remote-issue.ts";

/** An issue of a local tracker, in words that all vendors share. */
export interface LocalIssue {
  number: number;
  title: string;
  body: string;
  state: RemoteState;
  assignee: string | null;
  due: string | null;
  labels: string[];
  updatedAt: string;
}

/** Who changed the date of an issue, as its tracker remembers. */
interface LocalMove {
  number: number;
  at: string;
  by: string;
  from: string | null;
  to: string | null;
}

export interface LocalPerson {
  id: string;
  name: string;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Returned to a request instead of its real answer. With `isDone` the request was carried out, but its answer is lost. */
export interface Fault extends Answer {
  isDone?: boolean;
}

interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: unknown;
  origin: string;
}

/** Thrown by a local vendor for a request that the real one rejects. */
export class Refusal extends Error {
  readonly answer: Answer;
  constructor(status: number, body: unknown, headers: Record<string, string> = {}) {
    super(JSON.stringify(body));
    this.answer = { status, headers, body };
  }
}

const START = Date.parse("2026-03-02T09:00:00Z");

export interface World {
  readonly token: string;
  readonly people: readonly LocalPerson[];
  readonly issues: readonly LocalIssue[];
  add(fields?: Partial<LocalIssue>): LocalIssue;
  /** `by` is the id of a person. Without it, it is the owner of the token. */
  change(issue: LocalIssue, fields: Partial<LocalIssue>, by?: string): LocalIssue;
  numbered(number: number): LocalIssue | undefined;
}

/** The issues of a local tracker. Every change is a second after the one before. */
export class LocalWorld implements World {
  readonly token: string;
  readonly people: LocalPerson[];
  readonly issues: LocalIssue[] = [];
  readonly moves: LocalMove[] = [];
  /** Few, to make pages short. */
  mostOnPage = 2;
  #seconds = 0;
  constructor(token: string, people: LocalPerson[]) {
    this.token = token;
    this.people = people;
  }
  now = () => new Date(START + ++this.#seconds * 1000).toISOString();
  add(fields: Partial<LocalIssue> = {}): LocalIssue {
    const number = this.issues.length + 1;
    const issue: LocalIssue = {
      ...{ number, title: `Issue ${number}`, body: "", state: "open", assignee: null, due: null, labels: [] },
      ...fields,
      updatedAt: this.now(),
    };
    this.issues.push(issue);
    return issue;
  }
  change(issue: LocalIssue, fields: Partial<LocalIssue>, by = this.people.at(-1)?.id ?? ""): LocalIssue {
    const [{ due: from, number }, at] = [issue, this.now()];
    if (fields.due !== undefined && fields.due !== from) this.moves.push({ number, at, by, from, to: fields.due });
    return Object.assign(issue, fields, { updatedAt: at });
  }
  /** Returns who changed the date of an issue, the latest first. */
  movesOf = (issue: LocalIssue) => this.moves.filter(({ number }) => number === issue.number).toReversed();
  numbered = (number: number) => this.issues.find((one) => one.number === number);
  person = (id: string | null) => this.people.find((one) => one.id === id) ?? null;
}

export interface LocalVendor {
  origin: string;
  world: World;
  /** Returned to the next requests instead of real answers. */
  faults: { push(...faults: Fault[]): unknown; clear(): unknown };
  /** Method and path of each request that came. */
  asked: string[];
  /** The body of each, null without one. */
  sent: unknown[];
  close(): Promise<void>;
}

/** Serves a vendor's interface on a port of this machine. */
export async function startLocalVendor(
  world: LocalWorld,
  answer: (asked: Asked, world: LocalWorld) => Answer,
): Promise<LocalVendor> {
  const coming: Fault[] = [];
  const faults = { push: (...answers: Fault[]) => coming.push(...answers), clear: () => coming.splice(0) };
  const asked: string[] = [];
  const sent: unknown[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const { method = "GET", headers } = request;
    const url = new URL(request.url ?? "/", `http://${headers.host}`);
    asked.push(`${method} ${decodeURIComponent(url.pathname)}`);
    sent.push(text === "" ? null : JSON.parse(text));
    const { status, headers: added = {}, body } = answerTo(coming.shift());
    response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...added });
    response.end(body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body));

    function answerTo(fault: Fault | undefined): Answer {
      const real = fault && !fault.isDone ? null : answered();
      return fault ?? real ?? { status: 500 };
    }

    function answered(): Answer {
      try {
        if (text !== "" && !headers["content-type"]?.startsWith("application/json"))
          throw new Refusal(415, { message: "415 Unsupported Media Type" });
        const parts = { method, path: url.pathname, query: url.searchParams, headers, origin: url.origin };
        return answer({ ...parts, body: text === "" ? null : JSON.parse(text) }, world);
      } catch (error) {
        return error instanceof Refusal ? error.answer : { status: 500, body: { message: String(error) } };
      }
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin, world, faults, asked, sent, close };
}
