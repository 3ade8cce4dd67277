import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { secret } from "#server/base/process/secret.ts";
import { authDesk, PASSWORD } from "#server/testing/auth-desk.ts";
import { makeToken } from "#server/testing/make-token.ts";
import { hashSecret } from "./one-time-secret.ts";
import { isHttps, readSession, sessionCookie } from "./session.ts";
import { signInWithPassword } from "./sign-in.ts";
import { endSignIn } from "./sign-out.ts";
import { readBearer } from "./token.ts";

const NAME = "next-auth.session-token";
const desk = authDesk();
const { member } = desk;
let now = new Date("2026-11-25T12:00:00Z");
const pass = (ms: number) => {
  now = new Date(now.getTime() + ms);
};
const signIn = (email: string, password = PASSWORD, ip = "10.2.0.1") =>
  signInWithPassword({ email, password, userAgent: "test", ip, isDemoAccepted: false }, now);
async function cookieOf(email: string): Promise<{ header: string; sid: string }> {
  const session = await signIn(email);
  if (!session) throw new Error("not signed in");
  const value = await encode({ token: { sub: session.id, sid: session.sid }, secret: secret() });
  return { header: `other=1; ${NAME}=${value}`, sid: session.sid };
}

describe("a password", () => {
  it("opens a session whatever the case of the email, and nothing else does", async () => {
    const mo = await member();
    expect(await signIn(mo.email.toUpperCase())).toMatchObject({ id: mo.id, sid: expect.any(String) });
    expect(await signIn(mo.email, "something else")).toBeNull();
    expect(await signIn("nobody@example.com")).toBeNull();
    await desk.prisma.user.update({ where: { id: mo.id }, data: { disabledAt: now } });
    expect(await signIn(mo.email)).toBeNull();
    expect(await desk.prisma.userSession.count({ where: { userId: mo.id } })).toBe(1);
  });

  it("is accepted after wrong ones from the same address, and both are in the audit log without any password", async () => {
    const mo = await member();
    for (let i = 0; i < 10; i++) expect(await signIn(mo.email, `guess ${i}`, "10.3.0.1")).toBeNull();
    expect(await signIn(mo.email.toUpperCase(), PASSWORD, "10.3.0.1")).not.toBeNull();
    await signIn("not an account but a secret", "guess 0", "10.3.0.3");
    await desk.prisma.user.update({ where: { id: mo.id }, data: { disabledAt: now } });
    await signIn(mo.email, PASSWORD, "10.3.0.4");
    const trail = await desk.prisma.auditEntry.findMany({
      where: { OR: [{ nounId: mo.id }, { after: { path: ["ip"], equals: "10.3.0.3" } }] },
      orderBy: { id: "asc" },
    });
    expect(trail.map(({ action, after }) => [action, (after as { reason?: string }).reason]).slice(9)).toEqual([
      ["member.sign_in_failed", "wrong_password"],
      ["member.signed_in", undefined],
      ["member.sign_in_failed", "unknown_account"],
      ["member.sign_in_failed", "access_ended"],
    ]);
    for (const secret of [PASSWORD, "guess ", "not an account"]) expect(JSON.stringify(trail)).not.toContain(secret);
  });

  it("restarts the count after the right one", async () => {
    const mo = await member();
    for (let i = 0; i < 9; i++) await signIn(mo.email, `guess ${i}`);
    expect(await signIn(mo.email)).not.toBeNull();
    for (let i = 0; i < 9; i++) expect(await signIn(mo.email, `guess ${i}`)).toBeNull();
    expect(await signIn(mo.email)).not.toBeNull();
  });
});

describe("a session", () => {
  it("is the person as they are now, so a new role counts at once", async () => {
    const mo = await member();
    const { header, sid } = await cookieOf(mo.email);
    expect(await readSession(new Headers({ cookie: header }), now)).toMatchObject({
      sessionId: sid,
      actor: { id: mo.id, role: "member" },
    });
    await desk.prisma.user.update({ where: { id: mo.id }, data: { role: "viewer" } });
    expect(await readSession(new Headers({ cookie: header }), now)).toMatchObject({
      actor: { role: "viewer", scopes: null },
    });
  });

  it("ends when it is revoked, signed out, idle for too long, or its person has lost access", async () => {
    const mo = await member();
    const [signedOut, idle, last] = [await cookieOf(mo.email), await cookieOf(mo.email), await cookieOf(mo.email)];
    await endSignIn(signedOut.sid, now);
    expect(await readSession(new Headers({ cookie: signedOut.header }), now)).toBeNull();
    const told = await desk.prisma.outboxEvent.findMany({ where: { topic: "access.changed" } });
    expect(told.map((event) => event.payload)).toEqual([{ sessionId: signedOut.sid }]);
    await endSignIn(signedOut.sid, now);
    const ended = { where: { nounId: mo.id, action: "member.signed_out" } };
    expect(await desk.prisma.auditEntry.findMany(ended)).toMatchObject([
      { actorId: mo.id, after: { sessionId: signedOut.sid } },
    ]);
    pass(7 * 60 * 60 * 1000);
    expect(await readSession(new Headers({ cookie: last.header }), now)).not.toBeNull();
    pass(2 * 60 * 60 * 1000);
    expect(await readSession(new Headers({ cookie: idle.header }), now)).toBeNull();
    expect(await readSession(new Headers({ cookie: last.header }), now)).not.toBeNull();
    await desk.prisma.user.update({ where: { id: mo.id }, data: { disabledAt: now } });
    expect(await readSession(new Headers({ cookie: last.header }), now)).toBeNull();
  });

  it("is read from one cookie or from chunks, and not from an invented one", async () => {
    expect(sessionCookie(`${NAME}.0=ab; ${NAME}.1=cd; x=y`, false)).toBe("abcd");
    expect(sessionCookie(`__Host-${NAME}=whole`, true)).toBe("whole");
    expect(sessionCookie(null, false)).toBeNull();
    expect(await readSession(new Headers({ cookie: `${NAME}=made-up` }), now)).toBeNull();
    const mo = await member();
    const session = await signIn(mo.email);
    const forged = await encode({ token: { sid: session?.sid ?? "" }, secret: "another secret" });
    expect(await readSession(new Headers({ cookie: `${NAME}=${forged}` }), now)).toBeNull();
  });
});

describe("the cookies of a request", () => {
  it.each(["%", "%zz", "%E0%A4%A", "%;%", "=", ";;;", "novalue", "a=%; b=%%", "__proto__=%", "100%=1", `${NAME}.0=%`])(
    "can contain %j next to ours",
    async (junk) => {
      const { header } = await cookieOf((await member()).email);
      for (const cookie of [`x=${junk}; ${header}`, `${header}; y=${junk}`, `${junk}; ${header}`])
        expect(await readSession(new Headers({ cookie }), now), cookie).not.toBeNull();
      expect(await readSession(new Headers({ cookie: `${NAME}=${junk}` }), now)).toBeNull();
    },
  );

  it("have ours over https only under the name that no http page and no neighbouring host can set", () => {
    const planted = `${NAME}=planted; __Secure-${NAME}=neighbour; __Host-${NAME}=ours`;
    expect(sessionCookie(planted, true)).toBe("ours");
    expect(sessionCookie(`${NAME}=planted; __Secure-${NAME}=neighbour`, true)).toBeNull();
    expect(sessionCookie(`${NAME}.0=planted`, true)).toBeNull();
    expect(sessionCookie(planted, false)).toBe("planted");
    expect(sessionCookie(`${NAME}=first; ${NAME}=second`, false)).toBe("first");
  });

  it("are https if the public address or a trusted proxy says so", () => {
    expect(isHttps(new Headers({ "x-forwarded-proto": "https" }))).toBe(true);
    expect(isHttps(new Headers({ "x-forwarded-proto": "https, http" }))).toBe(true);
    expect(isHttps(new Headers({ "x-forwarded-proto": "http" }))).toBe(false);
    expect(isHttps(new Headers())).toBe(false);
  });
});

describe("a token", () => {
  const make = async (userId: string, ended: { expiresAt?: Date; revokedAt?: Date } = {}) =>
    `Bearer ${await makeToken(desk.prisma, userId, ["read"], ended)}`;

  it("is its owner as they are now, with its scopes and its end", async () => {
    const mo = await member();
    const expiresAt = new Date(now.getTime() + 60_000);
    const header = await make(mo.id, { expiresAt });
    expect(await readBearer(header, now)).toMatchObject({
      sessionId: null,
      tokenExpiresAt: expiresAt,
      actor: { id: mo.id, scopes: ["read"] },
    });
    expect(await readBearer(header, expiresAt)).toBeNull();
    await desk.prisma.user.update({ where: { id: mo.id }, data: { disabledAt: now } });
    expect(await readBearer(header, now)).toBeNull();
  });

  it("identifies no one when it is revoked, unknown or not a bearer token", async () => {
    const mo = await member();
    const revoked = await make(mo.id, { revokedAt: now });
    for (const header of [revoked, "Bearer aw_unknown", "Basic abc", `Bearer ${hashSecret("x")} y`, "", null]) {
      expect(await readBearer(header, now)).toBeNull();
    }
  });
});
