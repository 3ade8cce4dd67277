import pino from "pino";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "#lib/people/member/demo-accounts.ts";
import { database as opened } from "#server/base/db/client.ts";
import { readConfig } from "#server/base/process/config.ts";
import { hashPassword } from "#server/people/auth/password.ts";
import { setUp } from "#server/people/member/index.ts";
import { makeContext } from "#server/testing/make-context.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { START_HOOKS } from "./start-hooks.ts";

const CODE = /one-time code:\n {2}(\S+)$/m;
const database = sharedDatabase();

beforeAll(async () => {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await database.prisma.user.createMany({
    data: DEMO_ACCOUNTS.map(({ email, role }) => ({
      id: crypto.randomUUID(),
      email,
      role,
      name: role,
      passwordHash,
      demo: true,
    })),
  });
});
afterAll(async () => {
  Reflect.deleteProperty(globalThis, "afterwordConfig");
});

async function start(env: Record<string, string>): Promise<string> {
  const config = readConfig(env);
  Object.assign(globalThis, { afterwordConfig: config });
  const lines: string[] = [];
  const log = pino({ level: "silent" });
  const { signal } = new AbortController();
  for (const hook of START_HOOKS)
    lines.push(...(await hook.run({ database: opened(), config, isEmbedded: true, log, signal })));
  return lines.join("\n");
}

it("prints the demo accounts if they can be used, and from where", async () => {
  const here = await start({});
  expect(here).toContain(`password ${DEMO_PASSWORD}`);
  expect(here).toContain("only work on this machine");
  expect(here).not.toMatch(CODE);
  expect(await start({ HOST: "0.0.0.0", AFTERWORD_DEMO: "1" })).toContain("lets anyone who reaches this server");
});

it.each([
  [{ HOST: "0.0.0.0" }, "HOST=0.0.0.0"],
  [{ HOST: "0.0.0.0", AFTERWORD_DEMO: "0" }, "AFTERWORD_DEMO=0"],
  [{ AFTERWORD_DEMO: "0" }, "AFTERWORD_DEMO=0"],
  [{ AFTERWORD_URL: "https://afterword.example.com" }, "AFTERWORD_URL=https://afterword.example.com"],
])("explains why they are rejected and how to continue, with a code for an admin: %o", async (env, reason) => {
  const text = await start(env);
  expect(text).toContain(`rejected because ${reason} is set`);
  expect(text).toContain("demo remove");
  expect(text).not.toContain(DEMO_PASSWORD);
  expect(text).toMatch(CODE);
});

it("offers no code once a real admin can sign in", async () => {
  const code = CODE.exec(await start({ HOST: "0.0.0.0" }))?.[1] ?? "";
  const visitor = makeContext(database.prisma, { kind: "system", label: "set-up" });
  const me = { code, name: "Ada", password: "a long password", address: "10.0.0.1" };
  const taken = setUp(visitor, { ...me, email: DEMO_ACCOUNTS[0]?.email ?? "" });
  await expect(taken).rejects.toMatchObject({ code: "invalid", details: { fields: [{ field: "email" }] } });
  await setUp(visitor, { ...me, email: "ada@example.com" });
  const text = await start({ HOST: "0.0.0.0" });
  expect(text).toContain("Sign in with your own account");
  expect(text).not.toMatch(CODE);
});

it("names whose work is exposed if demo accounts can be used from anywhere next to people's own accounts", async () => {
  const open = await start({ HOST: "0.0.0.0", AFTERWORD_DEMO: "1" });
  expect(open).toContain("1 person has their own account here. Anyone can read and change their records.");
  expect(await start({})).not.toContain("account of their own");
});
