import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readConfig } from "#server/base/process/config.ts";
import { seal } from "#server/base/process/seal.ts";
import { readLinkable, type TrackerRecord } from "../load.ts";
import type { LocalVendor } from "../testing/local-vendor.ts";
import { VENDORS } from "../testing/vendors.ts";
import type { Target } from "./connector.ts";

const SECRET = "secret of the webhook";
const NOW = new Date("2026-03-02T10:00:00Z");
const LONG_AGO = "2026-01-01T00:00:00.000Z";

const allowing = (hosts: string) =>
  Object.assign(globalThis, { afterwordConfig: readConfig({ AFTERWORD_PRIVATE_HOSTS: hosts }) });

describe.each(VENDORS)("$name", ({ connector, start, project, account, ...vendor }) => {
  let local: LocalVendor;
  let target: Target;
  beforeEach(async () => {
    local = await start();
    allowing(new URL(local.origin).host);
    target = { baseUrl: local.origin, project, token: local.world.token, account };
  });
  afterEach(() => local.close());

  const person = () => local.world.people[0]?.id ?? "";
  const issueOf = async (text = "1") => {
    const found = await connector.find(target, text);
    if (!found) throw new Error("not found");
    return found;
  };

  it("says whose token it is, and who can be assigned", async () => {
    const found = await connector.check(target);
    expect(found.title).toBe(vendor.title);
    expect(found.people.map(({ id }) => id)).toEqual(local.world.people.map(({ id }) => id));
    expect(found.people.map(({ id }) => id)).toContain(found.who.id);
  });

  it("finds an issue by address, reference and number, and none of another project", async () => {
    local.world.add();
    const second = local.world.add({ title: "Lock the routing table", due: "2026-03-20", assignee: person() });
    local.world.change(second, { labels: ["doing"] });
    for (const text of vendor.texts(2, local.origin)) {
      const found = await connector.find(target, text);
      expect(found, text).toMatchObject({
        ...{ title: "Lock the routing table", state: "open", due: "2026-03-20", labels: ["doing"] },
        ...{ assignee: { id: person() }, updatedAt: second.updatedAt },
      });
      expect(new URL(found?.url ?? "").origin).toBe(local.origin);
      expect(await connector.find(target, found?.ref ?? ""), "by its reference").toEqual(found);
      expect(await connector.find(target, found?.url ?? ""), "by its address").toEqual(found);
      expect(await connector.read(target, found?.id ?? ""), "by its id").toEqual(found);
    }
    const others = [
      ...vendor.foreign(local.origin),
      "99",
      "",
      "not an issue",
      "-1",
      "1".repeat(40),
      "https://[",
      `${local.origin}/1`,
    ];
    for (const text of others) expect(await connector.find(target, text), text).toBeNull();
  });

  it("links no issue by its id if it is in a project of another connection, or of none", async () => {
    local.world.add();
    const { id } = await issueOf();
    const reached = (targets: string[]) => {
      const sealedToken = seal(target.token, "connection");
      const row = { id: "connection", vendor: vendor.vendor, baseUrl: local.origin, account, sealedToken, targets };
      return row as unknown as TrackerRecord;
    };
    const other = project.includes("/") ? "acme/web" : "OTHER";
    expect(await readLinkable(reached([project]), project, id)).toMatchObject({ id });
    expect(await readLinkable(reached([other]), project, id), "a project that isn't included").toBeNull();
    expect(await readLinkable(reached([other]), other, id), "an id from elsewhere").toBeNull();
    expect(await readLinkable(reached([project]), project, id.replace(/1$/, "7")), "an id of nothing").toBeNull();
  });

  it("reads no issue that is gone", async () => {
    local.world.add();
    const { id } = await issueOf();
    const gone = id.replace(/\d$/, "9");
    expect(await connector.read(target, gone)).toBeNull();
    await expect(connector.update(target, gone, { title: "x" })).rejects.toMatchObject({ fault: "missing" });
  });

  it("returns all that changed since an instant, page by page, the earliest first", async () => {
    for (let n = 0; n < 7; n++) local.world.add();
    const [, second] = local.world.issues;
    if (second) local.world.change(second, { title: "Changed last" });
    const titlesSince = async (since: string, between = () => {}) => {
      const titles: string[] = [];
      for (let page: string | null = null, asked = 0; asked === 0 || page !== null; asked++) {
        const { issues, next } = await connector.changedSince(target, since, page);
        titles.push(...issues.map(({ title }) => title));
        if (asked === 0) between();
        page = next;
        expect(asked).toBeLessThan(20);
      }
      return titles;
    };
    const all = ["Issue 1", "Issue 3", "Issue 4", "Issue 5", "Issue 6", "Issue 7", "Changed last"];
    const once = (titles: string[]) => titles.filter((title, at) => titles.indexOf(title) === at);
    expect(once(await titlesSince(LONG_AGO))).toEqual(all);
    const fifth = local.world.numbered(5);
    expect(once(await titlesSince(fifth?.updatedAt ?? ""))).toEqual(["Issue 5", "Issue 6", "Issue 7", "Changed last"]);
    expect(await titlesSince("2027-12-01T11:00:00.000Z")).toEqual([]);
    const [first] = local.world.issues;
    const during = await titlesSince(
      LONG_AGO,
      () => first && local.world.change(first, { title: "Changed meanwhile" }),
    );
    expect(during, "nothing is skipped when an issue changes between two pages").toEqual(
      expect.arrayContaining(all.slice(1)),
    );
  });

  it("returns all of many issues that changed at the same instant", async () => {
    for (let n = 0; n < 5; n++) local.world.add();
    for (const one of local.world.issues) one.updatedAt = "2026-03-02T09:30:00.000Z";
    const ids = new Set<string>();
    for (let page: string | null = null, asked = 0; asked === 0 || page !== null; asked++) {
      const found = await connector.changedSince(target, LONG_AGO, page);
      for (const { id } of found.issues) ids.add(id);
      page = found.next;
    }
    expect(ids.size).toBe(5);
  });

  it("creates an issue with all its fields, and one with few", async () => {
    const body = "Found in INC-204.\n\nDone when:\nthe table is locked\n\nhttps://afterword.example/actions/ACT-151";
    const wanted = { title: "Lock the table", body, labels: ["doing", "priority: P1"], due: "2026-03-20" };
    const made = await connector.create(target, { ...wanted, assignee: person() });
    expect(made).toMatchObject({
      title: "Lock the table",
      state: "open",
      due: "2026-03-20",
      assignee: { id: person() },
    });
    expect(made.labels.map((one) => one.replace(/\s+|:-/g, (gap) => (gap === ":-" ? ": " : gap))).sort()).toEqual(
      wanted.labels,
    );
    expect(local.world.issues[0]?.body).toBe(body);
    const few = await connector.create(target, { title: "Few", body: "", labels: [], assignee: null, due: null });
    expect(few).toMatchObject({ title: "Few", due: null, assignee: null, labels: [] });
    expect(await connector.read(target, few.id)).toEqual(few);
  });

  it.each([
    ["title", { title: "Another title" }, { title: "Another title" }],
    ["a long title", { title: `${"long ".repeat(60)}.` }, { title: expect.stringMatching(/^long /) }],
    ["assignee", { assignee: "second" }, { assignee: { id: "second" } }],
    ["nobody as assignee", { assignee: null }, { assignee: null }],
    ["due date", { due: "2026-12-31" }, { due: "2026-12-31" }],
    ["no due date", { due: null }, { due: null }],
    [
      "labels",
      { addLabels: ["blocked", "doing"], removeLabels: ["late", "unknown"] },
      { labels: ["doing", "blocked"] },
    ],
    ["body", { body: "One paragraph" }, {}],
    ["completed", { state: "completed" }, { state: "completed" }],
    ["not planned", { state: "not_planned" }, { state: "not_planned" }],
    ["nothing", {}, {}],
    [
      "several",
      { title: "T", due: null, state: "completed", assignee: null },
      { title: "T", due: null, state: "completed" },
    ],
  ] as const)("changes %s, and nothing else", async (_, change, expected) => {
    const second = local.world.people[1]?.id ?? "";
    const real = (value: object) => JSON.parse(JSON.stringify(value).replaceAll('"second"', JSON.stringify(second)));
    const before = local.world.add({ title: "Before", due: "2026-03-20", assignee: person(), body: "Body" });
    const first = await issueOf();
    const { id } = first;
    await connector.update(target, id, { addLabels: ["doing", "late"] });
    const { updatedAt: _was, ...was } = await issueOf();
    const wanted = "title" in expected ? expected : real(expected);
    const { updatedAt: _is, ...is } = await connector.update(target, id, real(change));
    expect({ ...is, labels: [...is.labels].sort() }).toEqual({
      ...{ ...was, labels: [...was.labels].sort() },
      ...wanted,
      ...("labels" in expected ? { labels: [...expected.labels].sort() } : {}),
      ...("assignee" in expected
        ? { assignee: expected.assignee === null ? null : expect.objectContaining({ id: second }) }
        : {}),
      ...("state" in expected && "assignee" in change ? { assignee: null } : {}),
      ...("state" in expected ? { labels: expect.arrayContaining(["doing", "late"]) } : {}),
    });
    expect(await connector.read(target, id)).toMatchObject(is);
    expect(before.body).toBe("body" in change ? change.body : "Body");
  });

  it("says who gave an issue its present date, and no one for another date", async () => {
    const issue = local.world.add({ due: "2026-03-20" });
    const { id } = await issueOf();
    const since = issue.updatedAt;
    const [first = "", second] = local.world.people.map((one) => one.id);
    const moverOf = (due: string | null) => connector.dueMover(target, { id, due }, since);
    expect(await moverOf("2026-03-19")).toBeNull();
    for (let days = 21; days < 30; days++) local.world.change(issue, { due: `2026-03-${days}` }, second);
    local.world.change(issue, { due: "2026-04-05" }, first);
    expect([await moverOf("2026-04-05"), await moverOf("2026-03-29")]).toEqual([first, null]);
    local.world.change(issue, { title: "Another title" }, second);
    expect(await moverOf("2026-04-05")).toBe(first);
    local.world.change(issue, { due: null }, second);
    expect([await moverOf(null), await moverOf("2026-04-05")]).toEqual([second, null]);
  });

  it("closes both ways, one after the other, and opens again", async () => {
    local.world.add();
    const { id } = await issueOf();
    const states = [
      "completed",
      "completed",
      "not_planned",
      "not_planned",
      "completed",
      "open",
      "open",
      "not_planned",
      "open",
    ] as const;
    for (const state of states) {
      expect((await connector.update(target, id, { state })).state).toBe(state);
      expect(local.world.issues[0]?.state).toBe(state);
    }
    const started = await connector.update(target, id, { state: "started" });
    expect(started.state).toBe(vendor.hasStarted ? "started" : "open");
  });

  it("rejects or leaves out a person that the tracker doesn't know", async () => {
    local.world.add({ assignee: person() });
    const { id } = await issueOf();
    const assignee = `${person()}9`;
    const is = await connector.update(target, id, { assignee }).catch((error: unknown) => error);
    expect(is).toSatisfy((one: { fault?: string; assignee?: { id: string } }) =>
      one.fault === undefined ? one.assignee?.id === person() : one.fault === "rejected",
    );
    expect(local.world.issues[0]?.assignee).toBe(person());
  });

  it.each([
    [
      "401",
      { status: 401, body: { message: "Bad token glpat-local lin_api_local jira-local token-of-robin" } },
      { fault: "token" },
    ],
    ["403", { status: 403, body: { message: "Not allowed" } }, { fault: "token" }],
    ["404", { status: 404, body: { message: "Not found" } }, { fault: "missing" }],
    [
      "429 with a time",
      { status: 429, headers: { "retry-after": "17" }, body: {} },
      { fault: "wait", retryAfterSeconds: 17 },
    ],
    [
      "429 with a date",
      { status: 429, headers: { "retry-after": "Mon, 02 Mar 2026 10:00:00 GMT" }, body: "" },
      { fault: "wait", retryAfterSeconds: null },
    ],
    ["500", { status: 500, body: "<html>" }, { fault: "unreachable" }],
    ["503", { status: 503, body: { message: "Deploy in progress" } }, { fault: "unreachable" }],
    [
      "400",
      { status: 400, body: { errorMessages: ["First line\nsecond"], message: "First line\nsecond" } },
      { fault: "rejected" },
    ],
    ["a page of a proxy", { status: 200, body: "<html>Sign in</html>" }, { fault: "answer" }],
    ["another shape", { status: 200, body: { data: { issues: 5 }, issues: 5 } }, { fault: "answer" }],
    ["null", { status: 200, body: "null" }, { fault: "answer" }],
    ["nothing", { status: 200 }, { fault: "answer" }],
    ["5 MB", { status: 200, body: `"${"x".repeat(5_000_000)}"` }, { fault: "answer" }],
    [
      "a redirect to a private address",
      { status: 302, headers: { location: "http://10.0.0.1/" } },
      { fault: "answer" },
    ],
  ])("explains a response of %s", async (_, answer, expected) => {
    local.faults.push(answer);
    const error = await connector.changedSince(target, LONG_AGO, null).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "TrackerError", ...expected });
    expect(String(error)).not.toContain(target.token);
    expect(String(error)).not.toContain("second");
    expect(local.asked.length).toBe(1);
  });

  it("can't reach a tracker that is down, in a private network, or isn't a web address", async () => {
    const find = (baseUrl: string) => connector.find({ ...target, baseUrl }, "1");
    allowing("127.0.0.1");
    await expect(find("http://127.0.0.1:1")).rejects.toMatchObject({ fault: "unreachable" });
    allowing("other.example");
    await expect(find(local.origin)).rejects.toMatchObject({
      fault: "unreachable",
      message: expect.stringMatching(/private network.*AFTERWORD_PRIVATE_HOSTS/),
    });
    await expect(find("ftp://127.0.0.1")).rejects.toMatchObject({ name: "TrackerError" });
  });

  it("rejects a wrong token, and keeps it out of the words", async () => {
    const wrong = { ...target, token: "wrong-token" };
    for (const refused of [
      () => connector.check(wrong),
      () => connector.find(wrong, "1"),
      () => connector.create(wrong, { title: "x", body: "", labels: [], assignee: null, due: null }),
    ])
      await expect(refused()).rejects.toMatchObject({
        fault: "token",
        message: expect.not.stringMatching(/wrong-token/),
      });
    expect(local.world.issues).toEqual([]);
  });

  describe("its webhook", () => {
    const read = (sent: object, signed: (body: string) => Record<string, string>) => {
      const body = JSON.stringify(sent);
      return { headers: new Headers(signed(body)), bytes: Buffer.from(body) };
    };
    const check = (sent: object, signed: (body: string) => Record<string, string>, now = NOW, secret = SECRET) => {
      const { headers, bytes } = read(sent, signed);
      return connector.webhook.verify(headers, bytes, secret, now);
    };
    const signed = (body: string) => vendor.sign(body, SECRET);

    it("is read if the secret signed it", async () => {
      local.world.add();
      local.world.add();
      const { body, other, project: from } = vendor.hook(2, NOW);
      expect(check(body, signed)).toBe(true);
      const { headers, bytes } = read(body, signed);
      const { id } = await issueOf("2");
      expect(connector.webhook.read(headers, bytes)).toEqual({ is: "issues", project: from, issueIds: [id] });
      const ignored = read(other, signed);
      expect(connector.webhook.read(ignored.headers, ignored.bytes)).toMatchObject({ is: "ignored" });
      for (const wrong of ["", "null", "[]", "{", '{"issue":5}'])
        expect(() => connector.webhook.read(headers, Buffer.from(wrong)), wrong).toThrow(
          expect.objectContaining({ fault: "answer" }),
        );
    });

    it("is rejected without a signature, with another one, and with another secret", () => {
      const { body } = vendor.hook(1, NOW);
      expect(check(body, () => ({}))).toBe(false);
      expect(check(body, signed, NOW, "another secret")).toBe(false);
      expect(
        check(body, (text) => mapped(signed(text), (value) => `${value.slice(0, -1)}${value.endsWith("0") ? 1 : 0}`)),
      ).toBe(false);
      expect(check(body, (text) => mapped(signed(text), () => ""))).toBe(false);
    });
  });
});

const mapped = (headers: Record<string, string>, to: (value: string) => string) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, to(value)]));
