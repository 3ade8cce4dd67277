import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { encode } from "next-auth/jwt";
import { uuidv7 } from "uuidv7";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { markAddress } from "#server/base/kernel/client-address.ts";
import { readConfig } from "#server/base/process/config.ts";
import { secret } from "#server/base/process/secret.ts";
import { createResetLink, openResetLink } from "#server/people/member/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { makeToken } from "#server/testing/make-token.ts";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { acceptsDemo } from "./demo-access.ts";
import { httpContext } from "./http-context.ts";
import { hashPassword } from "./password.ts";
import { signInWithPassword } from "./sign-in.ts";
import { socketIdentity } from "./socket-identity.ts";

const PASSWORD = "afterword-demo";
const database = sharedDatabase();
let server: Server;
/** The headers of the last request, as the server marked them. */
let seen = new Headers();
const accounts = new Map<"demo" | "own", { email: string; cookie: string; bearer: string }>();

beforeAll(async () => {
  Object.assign(globalThis, { afterwordSecret: "a secret of this test, long enough" });
  for (const kind of ["demo", "own"] as const) accounts.set(kind, await makeAccount(kind === "demo"));
  server = createServer((incoming, response) => {
    markAddress(incoming, 0);
    seen = new Headers(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => setConfig({}));
afterAll(async () => {
  Reflect.deleteProperty(globalThis, "afterwordConfig");
  server.close();
});

const setConfig = (env: Record<string, string>) => Object.assign(globalThis, { afterwordConfig: readConfig(env) });

async function makeAccount(demo: boolean) {
  const { id } = await makeUser(database.prisma, "admin");
  const passwordHash = await hashPassword(PASSWORD);
  const { email } = await database.prisma.user.update({ where: { id }, data: { demo, passwordHash } });
  const session = await signIn(email, true);
  const value = await encode({ token: { sid: session?.sid ?? "" }, secret: secret() });
  const cookie = `next-auth.session-token=${value}; __Host-next-auth.session-token=${value}`;
  return { email, cookie, bearer: `Bearer ${await makeToken(database.prisma, id, ["read"])}` };
}

const signIn = (email: string, isDemoAccepted: boolean) =>
  signInWithPassword({ email, password: PASSWORD, userAgent: null, ip: uuidv7(), isDemoAccepted }, new Date());

/** Sends a request as it would come over the network, and returns the headers as the server marked them. */
async function ask(headers: Record<string, string>): Promise<void> {
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve, reject) => {
    request({ port, host: "127.0.0.1", headers }, (response) => response.resume().on("end", resolve))
      .on("error", reject)
      .end();
  });
}

async function ways(kind: "demo" | "own"): Promise<Record<string, boolean>> {
  const { email, cookie, bearer } = accounts.get(kind) ?? { email: "", cookie: "", bearer: "" };
  const by = (name: string, value: string) => {
    const headers = new Headers(seen);
    headers.set(name, value);
    return headers;
  };
  const contextBy = (name: string, value: string) =>
    httpContext(new Request("http://page.invalid", { headers: by(name, value) }));
  const ctx = makeContext(database.prisma, { kind: "system", label: "cli" });
  const isDemoAccepted = acceptsDemo(seen);
  const token = await createResetLink(ctx, { email, origin: "" })
    .then(({ url }) => url.split("/").at(-1) ?? "")
    .catch(() => "");
  return {
    session: (await contextBy("cookie", cookie)).signedIn !== null,
    token: (await contextBy("authorization", bearer)).signedIn !== null,
    socket: (await socketIdentity(by("cookie", cookie), uuidv7())) !== "signed_out",
    signIn: (await signIn(email, (await contextBy("x", "y")).isDemoAccepted).catch(() => null)) !== null,
    reset: (await openResetLink(ctx, { token, isDemoAccepted })) !== null,
  };
}

const all = (is: boolean) => ({ session: is, token: is, socket: is, signIn: is, reset: is });
const HERE = { host: "localhost:3000" };

it.each<[string, Record<string, string>, Record<string, string>, boolean]>([
  ["on loopback", {}, HERE, true],
  ["on loopback by another of its names", { HOST: "::1" }, { host: "127.8.0.1:3000" }, true],
  ["on loopback from its own page", {}, { ...HERE, origin: "http://127.0.0.1:3000" }, true],
  ["with a public address that is this machine", { AFTERWORD_URL: "http://localhost:8080" }, HERE, true],
  ["on every address", { HOST: "0.0.0.0" }, HERE, false],
  ["on every IPv6 address", { HOST: "::" }, HERE, false],
  ["on a name that only begins like loopback", { HOST: "127.example.com" }, HERE, false],
  ["with a public address", { AFTERWORD_URL: "https://afterword.example.com" }, HERE, false],
  ["on loopback without demo data", { AFTERWORD_DEMO: "0" }, HERE, false],
  ["on every address without demo data", { HOST: "0.0.0.0", AFTERWORD_DEMO: "0" }, HERE, false],
  ["with X-Forwarded-For", {}, { ...HERE, "x-forwarded-for": "203.0.113.9" }, false],
  ["with X-Forwarded-Proto, also of a trusted proxy", {}, { ...HERE, "x-forwarded-proto": "https" }, false],
  ["with Forwarded", {}, { ...HERE, forwarded: "for=203.0.113.9" }, false],
  ["with Via", {}, { ...HERE, via: "1.1 proxy" }, false],
  ["with a header of a load balancer", {}, { ...HERE, "x-cluster-client-ip": "203.0.113.9" }, false],
  ["with a header of a gateway", {}, { ...HERE, "x-proxyuser-ip": "203.0.113.9" }, false],
  ["with a header of an application server", {}, { ...HERE, "wl-proxy-client-ip": "203.0.113.9" }, false],
  ["with a header of a tunnel", {}, { ...HERE, "tailscale-user-login": "ann@example.com" }, false],
  ["with the original address", {}, { ...HERE, "x-original-forwarded-for": "203.0.113.9" }, false],
  [
    "with what a browser sends",
    {},
    { ...HERE, "sec-fetch-site": "same-origin", "sec-ch-ua-platform": "Linux", dnt: "1" },
    true,
  ],
  ["with a header of a CDN", {}, { ...HERE, "cf-connecting-ip": "203.0.113.9" }, false],
  ["at another host", {}, { host: "afterword.example.com" }, false],
  ["at a host that only begins like loopback", {}, { host: "localhost.example.com:3000" }, false],
  ["from a page of another host", {}, { ...HERE, origin: "https://afterword.example.com" }, false],
  ["with the mark sent along", { HOST: "0.0.0.0" }, { ...HERE, "x-afterword-direct": "1" }, false],
  ["at another host with the mark sent along", {}, { host: "10.0.0.5", "x-afterword-direct": "1" }, false],
  ["anywhere where that was said", { HOST: "0.0.0.0", AFTERWORD_DEMO: "1" }, { host: "10.0.0.5", via: "x" }, true],
])("demo accounts %s: every way in agrees, and own accounts are let in", async (_name, env, headers, accepted) => {
  setConfig(env);
  await ask(headers);
  expect(await ways("demo")).toEqual(all(accepted));
  expect(await ways("own")).toEqual(all(true));
});
