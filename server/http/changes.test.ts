import { beforeAll, describe, expect, it, vi } from "vitest";
import { openDatabase, shareDatabase } from "#server/base/db/client.ts";
import { running } from "#server/base/kernel/running.ts";
import { createIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { makeToken } from "#server/testing/make-token.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { serveChanges } from "./changes.ts";

const database = sharedDatabase();
let token: string;
let hiddenId: string;

beforeAll(async () => {
  const reader = await makeUser(database.prisma, "viewer");
  const maker = makeContext(database.prisma, await makeUser(database.prisma, "member"));
  token = await makeToken(database.prisma, reader.id, ["read"]);
  const fields = {
    kind: "incident",
    serviceIds: [],
    resolvedAt: null,
    timeZone: "UTC",
    impactText: "",
    restricted: false,
  } as const;
  const incident = await createIncident(maker, { ...fields, serviceIds: [], title: "Secret", severity: 1 });
  await restrictIncident(maker, { key: incident.key, version: 1, restricted: true, userIds: [], teamIds: [] });
  hiddenId = incident.id;
});

const open = (bearer: string, signal?: AbortSignal, query = "") =>
  serveChanges(
    new Request(`http://127.0.0.1/api/changes${query}`, {
      headers: { authorization: `Bearer ${bearer}` },
      ...(signal ? { signal } : {}),
    }),
  );

describe("the stream of changes", () => {
  it("is closed to anyone who isn't signed in", async () => {
    expect((await open("aw_nobody")).status).toBe(401);
  });

  it("sends nouns and ids of what one can see, and nothing else", async () => {
    const leaving = new AbortController();
    const response = await open(token, leaving.signal);
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let heard = "";
    const read = (async () => {
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read())
        heard += decoder.decode(part.value);
    })();
    running().changes.tell({ noun: "timeline", id: hiddenId, incidentId: hiddenId });
    running().changes.tell({ noun: "service", id: "s1", incidentId: null });
    await expect.poll(() => heard).toContain('data: {"noun":"service","id":"s1"}');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).not.toContain(hiddenId);
    leaving.abort();
    await read;
  });

  it("says again and again that the server is here, and whether its database is late", async () => {
    vi.useFakeTimers({ toFake: ["setInterval"] });
    const leaving = new AbortController();
    const response = await open(token, leaving.signal);
    running().pulse = { isSilent: false, isLate: false };
    vi.advanceTimersByTime(4000);
    running().pulse = { isSilent: false, isLate: true };
    vi.advanceTimersByTime(4000);
    running().pulse = null;
    leaving.abort();
    vi.useRealTimers();
    expect(await response.text()).toBe("retry: 3000\n\nevent: here\ndata: ok\n\nevent: here\ndata: late\n\n");
  });

  it("ends if it isn't known who can receive a change, so the screen reads again", async () => {
    const response = await open(token);
    const unreachable = openDatabase("postgresql://nobody@127.0.0.1:1/none", { poolSize: 1, logPoolSize: 1 });
    shareDatabase(unreachable);
    running().changes.tell({ noun: "timeline", id: hiddenId, incidentId: hiddenId });
    expect(await response.text()).toBe("retry: 3000\n\n");
    database.share();
    await unreachable.close();
  });

  it("starts with what changed since the page was rendered, once per record, and with nothing older", async () => {
    const maker = makeContext(database.prisma, await makeUser(database.prisma, "tpm"));
    const drawn = Date.now() + 60_000;
    const at = (ms: number) => ({ ...maker, now: () => new Date(drawn + ms) });
    const fields = { kind: "incident", resolvedAt: null, timeZone: "UTC", impactText: "", restricted: false } as const;
    const before = await createIncident(maker, { ...fields, serviceIds: [], title: "Before", severity: 3 });
    // Its transaction was open while the page was rendered, so the page shows nothing of it.
    const amid = await createIncident(at(-3000), { ...fields, serviceIds: [], title: "Amid", severity: 3 });
    const after = await createIncident(at(1000), { ...fields, serviceIds: [], title: "After", severity: 3 });
    const leaving = new AbortController();
    const reader = (await open(token, leaving.signal, `?since=${drawn}`)).body?.getReader();
    let heard = "";
    const decoder = new TextDecoder();
    while (!heard.includes(after.id) || !heard.includes(amid.id))
      heard += decoder.decode((await reader?.read())?.value);
    leaving.abort();
    expect(heard).not.toContain(before.id);
    expect(heard).not.toContain(hiddenId);
  });

  it("ends when the person signs out, is disabled or changes teams, and limits how many are open", async () => {
    const { userId } = await database.prisma.apiToken.findFirstOrThrow();
    const first = await open(token);
    running().changes.end({ userId: crypto.randomUUID() });
    running().changes.end({ userId });
    expect(await first.text()).toBe("retry: 3000\n\n");
    const leaving = new AbortController();
    const many = await Promise.all(Array.from({ length: 40 }, () => open(token, leaving.signal)));
    expect(many.filter(({ status }) => status === 200)).toHaveLength(30);
    expect(many.at(-1)?.headers.get("retry-after")).toBe("60");
    leaving.abort();
    expect((await open(token, leaving.signal)).status).toBe(200);
  });

  it("ends when the server stops, for current and for later listeners", async () => {
    const before = await open(token);
    running().changes.close();
    const after = await open(token);
    for (const response of [before, after]) expect(await response.text()).toBe("retry: 3000\n\n");
  });
});
