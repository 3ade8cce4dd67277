import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { contract } from "#lib/contract/index.ts";
import { makeUser } from "#server/testing/make-context.ts";
import { makeToken } from "#server/testing/make-token.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { UPLOADS } from "../upload/body-limit.ts";
import { serveRest } from "./rest.ts";
import { serveRpc } from "./rpc.ts";

const database = sharedDatabase();
let key = "";
let hiddenKey = "";
const tokens = { member: "", reader: "", other: "" };

const MEBIBYTE = 1024 * 1024;

interface Sent {
  as?: keyof typeof tokens | "nobody";
  type?: string | null;
  body: string | readonly string[];
  length?: number;
}

/** Sends a body piece by piece. `asked` counts the pieces that were read. */
async function send(
  door: "rest" | "rpc",
  path: string,
  { as = "member", type = "application/json", body, length }: Sent,
) {
  const pieces = typeof body === "string" ? [body] : body;
  let asked = 0;
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = pieces[asked];
        asked += 1;
        if (piece === undefined) controller.close();
        else controller.enqueue(new TextEncoder().encode(piece));
      },
    },
    { highWaterMark: 0 },
  );
  const headers = new Headers(type === null ? {} : { "content-type": type });
  if (as !== "nobody") headers.set("authorization", `Bearer ${tokens[as]}`);
  if (length !== undefined) headers.set("content-length", String(length));
  const prefix = door === "rest" ? "/api/v1" : "/api/rpc";
  const init = { method: "POST", headers, body: stream, duplex: "half" } as RequestInit;
  const request = new Request(`http://127.0.0.1:3000${prefix}${path}`, init);
  const answer = await (door === "rest" ? serveRest(request) : serveRpc(request));
  const text = await answer.text();
  return { status: answer.status, text, asked, problem: problemIn(text) };
}

function problemIn(text: string) {
  const answer = JSON.parse(text) as { json?: { data?: unknown } };
  return (answer.json?.data ?? answer) as {
    code?: string;
    detail?: string;
    fields?: { field: string; label: string }[];
  };
}

const piece = "x".repeat(64 * 1024);
const form = (name: string, extra = "") => `--edge\r\ncontent-disposition: form-data; name="${name}"${extra}\r\n\r\n`;
const formType = "multipart/form-data; boundary=edge";

beforeAll(async () => {
  const [member, other] = [await makeUser(database.prisma, "member"), await makeUser(database.prisma, "member")];
  tokens.member = await makeToken(database.prisma, member.id, ["read", "write"]);
  tokens.reader = await makeToken(database.prisma, member.id, ["read"]);
  tokens.other = await makeToken(database.prisma, other.id, ["read", "write"]);
  const make = async (title: string) =>
    JSON.parse((await send("rest", "/incidents", { body: JSON.stringify({ title, severity: 2 }) })).text);
  key = (await make("Mail is late")).key;
  const hidden = await make("Keys were seen");
  hiddenKey = hidden.key;
  await database.prisma.incident.updateMany({ where: { id: hidden.id }, data: { restricted: true } });
});

describe("before the body", () => {
  it.each<[string, "rest" | "rpc", string, Sent["as"], string, number]>([
    ["nobody", "rest", "/incidents", "nobody", "application/json", 401],
    ["nobody, by our own client", "rpc", "/incident/create", "nobody", "application/json", 401],
    ["nobody, with a file", "rest", "/incidents/INC-1/imports", "nobody", formType, 401],
    ["who may not write", "rest", "/incidents/INC-1/imports", "reader", formType, 403],
    ["who may not create incidents", "rest", "/write-ups", "reader", formType, 403],
    ["who may not know of the incident", "rest", "/incidents/INC-2/imports", "other", formType, 404],
    ["who may not know of it, with a preview", "rest", "/incidents/INC-2/imports/preview", "other", formType, 404],
    ["who may not know of it, with JSON", "rest", "/incidents/INC-2/imports", "other", "application/json", 404],
    ["an incident that does not exist", "rest", "/incidents/INC-999/imports", "member", formType, 404],
    ["an action that does not exist, with a file", "rest", "/action-items/ACT-999/evidence", "member", formType, 404],
    ["a step of one, with a file", "rest", "/action-items/ACT-999/transitions", "member", formType, 404],
    ["an address that does not exist", "rest", "/nowhere", "member", "application/json", 404],
    ["a method that it does not have", "rest", "/me", "member", "application/json", 405],
  ])("%s is rejected", async (_name, door, path, as, type, status) => {
    const place = path.replace("INC-1/", `${key}/`).replace("INC-2/", `${hiddenKey}/`);
    const answer = await send(door, place, { ...(as ? { as } : {}), type, body: [piece, piece] });
    expect([answer.status, answer.asked]).toEqual([status, 0]);
  });

  it("reads 1 MB of JSON for a step of an action by someone who can't take it", async () => {
    const body = ['{"version":1,"to":"implemented","content":"', ...Array.from({ length: 40 }, () => piece)];
    const answer = await send("rest", "/action-items/ACT-999/transitions", { body });
    expect([answer.status, answer.asked > 15, answer.asked < 20]).toEqual([404, true, true]);
  });

  it("a length beyond the limit is rejected", async () => {
    for (const [door, path] of [
      ["rest", "/set-up/check"],
      ["rpc", "/entry/checkSetUpCode"],
    ] as const) {
      const answer = await send(door, path, { as: "nobody", length: MEBIBYTE + 1, body: [piece] });
      expect([answer.status, answer.problem.code, answer.asked]).toEqual([413, "too_large", 0]);
      expect(answer.problem.detail).toContain("1 MB");
    }
  });

  it("reads only the fields of an import from our own client by someone who can't write there", async () => {
    const fields = `${form("data")}${JSON.stringify({ json: { key: hiddenKey, file: null }, meta: [], maps: [["file"]] })}\r\n`;
    const file = form("0", '; filename="a.txt"');
    const body = [fields, file, ...Array.from({ length: 50 }, () => piece)];
    const answer = await send("rpc", "/import/create", { as: "other", type: formType, body });
    expect(answer.status).toBe(404);
    expect(answer.asked).toBeLessThan(5);
  });

  it("rejects a file before the fields", async () => {
    const answer = await send("rpc", "/import/create", {
      type: formType,
      body: [form("0", '; filename="a"'), piece, piece],
    });
    expect([answer.status, answer.problem.fields?.[0]?.field]).toEqual([400, "key"]);
  });
});

describe("a body", () => {
  it("of 12 MB without a length is read no further than its limit", async () => {
    const answer = await send("rest", "/incidents", {
      body: ["[", ...Array.from({ length: 190 }, () => `"${piece}",`)],
    });
    expect([answer.status, answer.problem.code]).toEqual([413, "too_large"]);
    expect(answer.asked).toBeLessThan(20);
  });

  it.each<[string, string]>([
    ["as many lists as 1 MB holds", `[${"[],".repeat(340_000)}[]]`],
    ["300,000 values", `{"title":[${"1,".repeat(300_000)}1]}`],
    [
      "more keys than one body has",
      JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}`, 1]))),
    ],
    ["a line of brackets", "[".repeat(1_000_000)],
    ["objects in one another", `${'{"a":'.repeat(100)}1${"}".repeat(100)}`],
  ])("of %s is rejected before it is parsed, for every sender", async (_name, body) => {
    for (const [door, path, as] of [
      ["rest", "/incidents", "member"],
      ["rpc", "/incident/create", "member"],
      ["rest", "/set-up/check", "nobody"],
      ["rpc", "/entry/setUp", "nobody"],
    ] as const) {
      const answer = await send(door, path, { as, body });
      expect([answer.status, answer.problem.code]).toEqual([400, "invalid"]);
      expect(answer.text.length).toBeLessThan(1000);
    }
  });

  it("names at most 20 fields that are wrong", async () => {
    const keys = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`key${n}`, n]));
    const answer = await send("rest", "/incidents", { body: JSON.stringify({ ...keys, title: "x", severity: 2 }) });
    expect([answer.status, answer.problem.fields?.length]).toEqual([400, 20]);
    const many = { events: Array.from({ length: 300 }, () => ({})) };
    const several = await send("rpc", "/incident/create", {
      body: JSON.stringify({ json: { key, ...many }, meta: [] }),
    });
    expect(several.problem.fields?.length).toBeLessThanOrEqual(20);
  });

  it("gets the name that a wrong field has on screen", async () => {
    const body = JSON.stringify({ title: "x", severity: 2, startedAt: "yesterday", serviceIds: [7] });
    const { problem } = await send("rest", "/incidents", { body });
    const labels = problem.fields?.map(({ field, label }) => [field, label]);
    expect(labels).toEqual(
      expect.arrayContaining([
        ["startedAt", "start"],
        ["serviceIds.0", "services"],
      ]),
    );
  });

  it.each([
    ["a form on an address of JSON", formType, `${form("title")}x\r\n--edge--`],
    ["fields of a page's form", "application/x-www-form-urlencoded", "title=x&severity=2"],
    ["text", "text/plain", '{"title":"x","severity":2}'],
    ["text in a charset", "text/plain; charset=application/json", '{"title":"x","severity":2}'],
    ["a blob of no type", null, '{"title":"x","severity":2}'],
    ["what only begins as JSON", "application/json5", '{"title":"x","severity":2}'],
    ["what only ends as JSON", "text/json", '{"title":"x","severity":2}'],
    ["an event stream", "text/event-stream", 'data: {"title":"x","severity":2}'],
  ])("as %s is not taken", async (_name, type, body) => {
    const answer = await send("rest", "/incidents", { type, body });
    expect([answer.status, answer.problem.code]).toEqual([415, "unsupported"]);
  });

  it("that isn't JSON is reported as such", async () => {
    const answer = await send("rest", "/incidents", { body: '{"title":' });
    const [field] = answer.problem.fields ?? [];
    expect([answer.status, field?.field, field?.label]).toEqual([400, "(body)", "request body"]);
  });

  it.each<[string, object]>([
    ["a truth as text", { title: "x", severity: 2, restricted: "true" }],
    ["a text as a number", { title: 12, severity: 2 }],
    ["one value for a list", { title: "x", severity: 2, serviceIds: "a" }],
  ])("with %s is rejected, not read as what it might be", async (_name, body) => {
    expect((await send("rest", "/incidents", { body: JSON.stringify(body) })).status).toBe(400);
  });

  it("with a number as text is rejected too, and only a severity has two spellings", async () => {
    const body = JSON.stringify({ version: "1" });
    const { status, problem } = await send("rest", "/reviews/REV-1/archive", { body });
    expect([status, problem.fields?.map(({ field }) => field)]).toEqual([400, ["version"]]);
  });
});

it("knows every operation that accepts a file", () => {
  const takesFile = (schema: unknown): boolean =>
    JSON.stringify(z.toJSONSchema(schema as z.ZodType, { io: "input", unrepresentable: "any" })).includes('"binary"');
  const found = Object.entries(contract).flatMap(([noun, operations]) =>
    Object.entries(operations).flatMap(([name, one]) => {
      const { inputSchema } = (one as { "~orpc": { inputSchema?: unknown } })["~orpc"];
      return inputSchema && takesFile(inputSchema) ? [`${noun}.${name}`] : [];
    }),
  );
  expect(found.sort()).toEqual(Object.keys(UPLOADS).sort());
});

describe("a file as content in JSON", () => {
  const line = (n: number) => `2026-03-10 09:${String(n % 60).padStart(2, "0")} UTC Host ${n} was restarted\n`;
  const text = Array.from({ length: 40_000 }, (_, n) => line(n)).join("");
  const pieces = (body: object) => JSON.stringify(body).match(/.{1,65536}/gs) ?? [];

  it.each<[string, () => object]>([
    ["text", () => ({ content: text })],
    ["base64", () => ({ content: Buffer.from(text).toString("base64"), encoding: "base64" })],
  ])("may be larger than an ordinary body, as %s", async (_name, content) => {
    const body = pieces({ filename: "hosts.txt", zone: "UTC", ...content() });
    const answer = await send("rest", `/incidents/${key}/imports/preview`, { body });
    expect(answer.status, answer.text.slice(0, 300)).toBe(200);
    const { counts, filename } = JSON.parse(answer.text);
    expect([counts.created, filename]).toEqual([40_000, "hosts.txt"]);
  });

  it.each<[string, object, number, string]>([
    ["no base64", { content: `§${text}`, encoding: "base64" }, 400, "invalid"],
    ["another packing", { content: text, encoding: "hex" }, 400, "invalid"],
    ["as much in another field", { content: "a", zone: text }, 413, "too_large"],
    ["a list instead", { content: [text] }, 413, "too_large"],
    ["a field that is not there", { content: text, more: 1 }, 400, "invalid"],
    [
      "levels without an end",
      { content: text, mapping: JSON.parse(`${"[".repeat(60)}${"]".repeat(60)}`) },
      400,
      "invalid",
    ],
    ["more than an import may have", { content: "x".repeat(37 * MEBIBYTE) }, 413, "too_large"],
  ])("with %s is rejected", async (_name, fields, status, code) => {
    const answer = await send("rest", `/incidents/${key}/imports/preview`, {
      body: pieces({ filename: "a.txt", ...fields }),
    });
    expect([answer.status, answer.problem.code]).toEqual([status, code]);
  });

  it("isn't larger than an ordinary body if only the body names the incident", async () => {
    const body = pieces({ json: { key, filename: "a.txt", content: text }, meta: [] });
    const answer = await send("rpc", "/import/preview", { body });
    expect([answer.status, answer.problem.code]).toEqual([413, "too_large"]);
  });
});
