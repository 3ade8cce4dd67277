import { describe, expect, it } from "vitest";
import { authDesk, PASSWORD } from "#server/testing/auth-desk.ts";
import { readSession } from "./session.ts";
import { serveSignInForm } from "./sign-in-form.ts";

const origin = "http://127.0.0.1:4100";
const desk = authDesk();
const account = async () => (await desk.member()).email;
const send = (fields: Record<string, string>, isDemoAccepted = false) =>
  serveSignInForm({ form: new URLSearchParams(fields), headers: new Headers(), origin, isDemoAccepted });

describe("the sign-in form without a script", () => {
  it.each([
    ["/reviews/REV-1", "/reviews/REV-1"],
    ["", "/"],
    ["https://evil.example/", "/"],
    ["//evil.example", "/"],
  ])("continues to the requested page, %j, with a session", async (next, to) => {
    const email = await account();
    const answer = await send({ email: email.toUpperCase(), password: PASSWORD, next });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${origin}${to}`]);
    const cookies = answer.headers.getSetCookie();
    expect(cookies.every((cookie) => /HttpOnly; SameSite=Lax/.test(cookie))).toBe(true);
    const cookie = cookies.map((one) => one.split(";")[0]).join("; ");
    expect((await readSession(new Headers({ cookie }), new Date()))?.actor.name).toMatch(/^Mo /);
  });

  it.each([
    [{ password: "wrong" }, "error=credentials"],
    [{ password: "wrong", next: "/actions" }, "error=credentials&next=%2Factions"],
    [{ email: "nobody@example.com" }, "error=credentials"],
    [{ email: "", password: "" }, "error=credentials"],
  ])("comes back with the reason: %j", async (more, query) => {
    const answer = await send({ email: await account(), password: PASSWORD, ...more });
    expect(answer.headers.get("location")).toBe(`${origin}/signin?${query}`);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it("explains if demo accounts can't be used", async () => {
    const demo = await account();
    await desk.prisma.user.update({ where: { email: demo }, data: { demo: true } });
    expect((await send({ email: demo, password: PASSWORD })).headers.get("location")).toMatch(/error=demo$/);
    expect((await send({ email: demo, password: PASSWORD }, true)).headers.get("location")).toBe(`${origin}/`);
  });
});
