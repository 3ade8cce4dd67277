import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { readConfig } from "#server/base/process/config.ts";
import { type Reply, says, sends, startChatServer } from "#server/testing/chat-server.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { complete } from "./complete.ts";
import { assistConnection, configureAssistant, getAssistSetting, testAssistant } from "./setting.ts";

let database: TestDatabase;
let chat: Awaited<ReturnType<typeof startChatServer>>;
let admin: UserActor;
const as = (actor: UserActor) => makeContext(database.prisma, actor);
const settings = (env: Record<string, string>) => Object.assign(globalThis, { afterwordConfig: readConfig(env) });
const SECRET = "a secret of these tests, long enough";
const useSecret = (afterwordSecret: string) =>
  Object.assign(globalThis, { afterwordSecret, afterwordSealingKey: undefined });

beforeAll(async () => {
  useSecret(SECRET);
  database = await testDatabase();
  chat = await startChatServer();
  admin = await makeUser(database.prisma, "admin", "Ada");
});
afterAll(async () => {
  await chat.close();
  await database.close();
});
beforeEach(() => {
  settings({ AFTERWORD_PRIVATE_HOSTS: "127.0.0.1" });
  chat.asked.length = 0;
  chat.reply = says("ready");
});

const configure = async (fields: Omit<Parameters<typeof configureAssistant>[1], "version">) =>
  configureAssistant(as(admin), { version: (await getAssistSetting(as(admin))).version, ...fields });
const entries = () =>
  database.prisma.auditEntry.findMany({ where: { noun: "assist_setting" }, orderBy: { id: "asc" } });

describe("the setting", () => {
  it("is off at first, and only an admin can read, change or test it", async () => {
    expect(await getAssistSetting(as(admin))).toEqual({ enabled: false, url: "", model: "", key: "none", version: 1 });
    expect(await assistConnection(as(admin))).toBeNull();
    const member = await makeUser(database.prisma, "tpm", "Tim");
    for (const refused of [
      () => getAssistSetting(as(member)),
      () => configureAssistant(as(member), { version: 1, enabled: false }),
      () => testAssistant(as(member)),
    ])
      await expect(refused()).rejects.toMatchObject({ code: "forbidden" });
  });

  it("keeps the key encrypted, and out of answers and the audit log", async () => {
    const setting = await configure({ url: chat.url, model: "small", key: "sk-very-secret", enabled: true });
    expect(setting).toMatchObject({ enabled: true, key: "stored" });
    const row = await database.prisma.assistSetting.findFirstOrThrow();
    expect(Buffer.from(row.sealedKey ?? "").toString("latin1")).not.toContain("sk-very-secret");
    expect(JSON.stringify([setting, await entries()])).not.toContain("sk-very-secret");
    expect((await entries()).at(-1)).toMatchObject({
      action: "assist_setting.updated",
      before: { keyStored: false },
      after: { keyStored: true, model: "small" },
    });
    expect(await testAssistant(as(admin))).toMatchObject({ ok: true });
    expect(chat.asked).toMatchObject([
      { url: "/v1/chat/completions", authorization: "Bearer sk-very-secret", body: { model: "small", stream: false } },
    ]);
  });

  it("prefers the key of the environment", async () => {
    settings({ AFTERWORD_PRIVATE_HOSTS: "127.0.0.1", AFTERWORD_AI_KEY: "sk-of-the-server" });
    expect(await getAssistSetting(as(admin))).toMatchObject({ key: "environment" });
    await testAssistant(as(admin));
    expect(chat.asked[0]?.authorization).toBe("Bearer sk-of-the-server");
  });

  it("says that a key of another secret can't be read", async () => {
    useSecret("another secret of the tests, long enough");
    expect(await getAssistSetting(as(admin))).toMatchObject({ key: "unreadable" });
    expect(await testAssistant(as(admin))).toMatchObject({ ok: false, message: /Enter it again/ });
    useSecret(SECRET);
  });

  it("gives a stored key to no other host", async () => {
    expect(await configure({ url: `${chat.url}/deeper` })).toMatchObject({ key: "stored" });
    const other = await startChatServer();
    expect(await configure({ url: other.url })).toMatchObject({ key: "none" });
    await testAssistant(as(admin));
    expect(other.asked).toMatchObject([{ authorization: undefined }]);
    await other.close();
    await configure({ url: chat.url });
  });

  it.each([
    [{ url: "" }, "url", "enter the URL"],
    [{ model: "" }, "model", "enter a model"],
    [{ url: "http://api.example.com/v1" }, "url", "use https://"],
    [{ url: "https://me:pass@api.example.com/v1" }, "url", "user name or password"],
    [{ url: "https://api.example.com/v1?key=1" }, "url", "? or #"],
  ])("rejects %o", async (fields, field, message) => {
    const refused = configure({ enabled: true, ...fields });
    await expect(refused).rejects.toMatchObject({
      details: { fields: [{ field, message: expect.stringContaining(message) }] },
    });
  });

  it("rejects a stale version with the newer row", async () => {
    const stale = configureAssistant(as(admin), { version: 1, model: "other" });
    await expect(stale).rejects.toMatchObject({ code: "conflict", details: { current: { model: "small" } } });
  });
});

describe("a test of the setting says what failed, without words of the other server", () => {
  it.each<[string, Reply, RegExp]>([
    ["no JSON", sends(200, "<html>leak</html>"), /isn't JSON/],
    ["JSON of another form", sends(200, '{"leak":1}'), /isn't a chat completion/],
    ["a wrong key", sends(401, "leak"), /key was rejected \(status 401\)/],
    ["no rights", sends(403, "leak"), /key was rejected \(status 403\)/],
    ["an unknown model", sends(404, "leak"), /URL or this model/],
    ["a bad request", sends(400, "leak"), /rejected the request \(status 400\)/],
    ["too many requests", sends(429, "leak", { "retry-after": "30" }), /Try again in 30 s/],
    ["too many requests until a date", sends(429, "leak", { "retry-after": "Wed, 21 Oct 2026" }), /Try again later/],
    ["a failure", sends(500, "leak"), /failed \(status 500\)/],
    ["a redirect to credentials of a cloud", sends(302, "", { location: "http://169.254.169.254/leak" }), /redirects/],
    ["an empty answer", says("  "), /was empty/],
    ["half an answer", says("leak", "length"), /incomplete/],
    ["a closed connection", (response) => response.destroy(), /closed the connection/],
    ["too much", sends(200, "x".repeat(1_100_000)), /larger than 1 MB/],
  ])("%s", async (_, reply, message) => {
    chat.reply = reply;
    const { ok, message: said } = await testAssistant(as(admin));
    expect(said).toMatch(message);
    expect(said).not.toContain("leak");
    expect(ok).toBe(false);
    expect(chat.asked).toHaveLength(1);
  });

  it.each([
    ["in a private network", "http://127.0.0.1:1/v1", {}, /private network.*AFTERWORD_PRIVATE_HOSTS/],
    ["that doesn't run", "http://127.0.0.1:1/v1", { AFTERWORD_PRIVATE_HOSTS: "127.0.0.1" }, /refused the connection/],
    ["by a name of this machine", "https://localhost:1/v1", {}, /private network/],
    ["with credentials of a cloud", "https://169.254.169.254/v1", {}, /private network/],
  ])("of a host %s", async (_, url, env, message) => {
    await database.prisma.assistSetting.updateMany({ data: { url } });
    settings(env);
    expect(await testAssistant(as(admin))).toMatchObject({ ok: false, message: expect.stringMatching(message) });
    await database.prisma.assistSetting.updateMany({ data: { url: chat.url } });
  });
});

describe("a question", () => {
  const ask = (signal = new AbortController().signal, withinMs = 5000) =>
    complete(
      { url: chat.url, model: "small", key: null },
      { messages: [{ role: "user", content: "?" }], maxTokens: 5, signal, withinMs },
    );

  it("limits the tokens by the name that the model knows", async () => {
    chat.reply = (response, asked) =>
      ("max_tokens" in asked.body ? sends(400, '{"error":"use max_completion_tokens"}') : says("fine"))(
        response,
        asked,
      );
    expect(await ask()).toBe("fine");
    expect(chat.asked[1]?.body).toMatchObject({ max_completion_tokens: 5 });
  });

  it.each<[string, Reply]>([
    ["never answers", () => undefined],
    [
      "trickles",
      (response) => {
        response.writeHead(200, { "content-type": "application/json" });
        const drip = setInterval(() => response.write(" "), 20);
        response.on("close", () => clearInterval(drip));
      },
    ],
  ])("ends in time if the API %s", async (_, reply) => {
    chat.reply = reply;
    await expect(ask(undefined, 300)).rejects.toThrow("No complete answer within 1 s");
  });

  it("ends as soon as no one wants it", async () => {
    let closed: () => void = () => undefined;
    const isClosed = new Promise<void>((resolve) => {
      closed = resolve;
    });
    chat.reply = (response) => response.on("close", closed);
    const unwanted = new AbortController();
    const answer = ask(unwanted.signal, 60_000);
    setTimeout(() => unwanted.abort(new Error("cancelled")), 50);
    await expect(answer).rejects.toThrow("cancelled");
    await isClosed;
  });
});
