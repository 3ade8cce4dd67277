import { beforeEach, expect, it } from "vitest";
import { countSignIn, forgiveSignIn } from "./sign-in-tries.ts";

const REFUSED = { code: "rate_limited", details: { retryAfterSeconds: expect.any(Number) } };
const MO = "mo@example.com";

beforeEach(() => {
  Reflect.deleteProperty(globalThis, "afterwordLimiters");
});

async function fail(times: number, attempt: (turn: number) => { email: string; ip: string | null }): Promise<void> {
  for (let turn = 0; turn < times; turn++) await countSignIn(attempt(turn));
}

it("lets one address guess at one email ten times; its person elsewhere and others from there go on", async () => {
  await fail(10, () => ({ email: MO, ip: "10.0.0.1" }));
  await expect(countSignIn({ email: MO, ip: "10.0.0.1" })).rejects.toMatchObject(REFUSED);
  await expect(countSignIn({ email: MO, ip: "10.0.0.2" })).resolves.toBeUndefined();
  await expect(countSignIn({ email: "ann@example.com", ip: "10.0.0.1" })).resolves.toBeUndefined();
});

it("cannot be used to shut somebody out from one address, however often it tries", async () => {
  for (let i = 0; i < 300; i++) await countSignIn({ email: MO, ip: "10.0.0.1" }).catch(() => undefined);
  await expect(countSignIn({ email: MO, ip: "10.0.0.2" })).resolves.toBeUndefined();
});

it("slows one email, and locks it for nobody, while many addresses guess at it", async () => {
  const waits: number[] = [];
  const wait = async (ms: number) => waits.push(ms);
  for (let turn = 0; turn < 100; turn++) await countSignIn({ email: MO, ip: `10.0.1.${turn}` }, wait);
  expect(waits).toEqual([]);
  await countSignIn({ email: MO, ip: "10.0.0.1" }, wait);
  await countSignIn({ email: MO, ip: "10.0.0.1" }, wait);
  expect(waits).toEqual([3000, 3000]);
  await forgiveSignIn({ email: MO, ip: "10.0.0.1" });
  await countSignIn({ email: "ann@example.com", ip: "10.0.0.1" }, wait);
  expect(waits).toHaveLength(2);
});

it("looks at one guess at a slowed email after another, however many come at once, and keeps few waiting", async () => {
  let open = 0;
  let most = 0;
  const wait = async () => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((done) => setTimeout(done, 1));
    open -= 1;
  };
  for (let turn = 0; turn < 100; turn++) await countSignIn({ email: MO, ip: `10.0.1.${turn}` }, wait);
  const tries = Array.from({ length: 30 }, (_, turn) => countSignIn({ email: MO, ip: `10.0.2.${turn}` }, wait));
  const answers = await Promise.allSettled(tries);
  expect(most).toBe(1);
  expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(10);
  await expect(countSignIn({ email: MO, ip: "10.0.3.1" }, wait)).resolves.toBeUndefined();
});

it("waits when one address, or one IPv6 network, guesses at many emails", async () => {
  await fail(100, (turn) => ({ email: `p${turn}@example.com`, ip: `2001:db8::${turn}` }));
  await expect(countSignIn({ email: MO, ip: "2001:db8::ffff" })).rejects.toMatchObject(REFUSED);
  await expect(countSignIn({ email: MO, ip: "2001:db8:0:1::1" })).resolves.toBeUndefined();
});

it("counts failures only: a right password starts its person anew and does not cover guesses at others", async () => {
  for (let i = 0; i < 300; i++) {
    await countSignIn({ email: MO, ip: "10.0.0.1" });
    await forgiveSignIn({ email: MO, ip: "10.0.0.1" });
  }
  await fail(100, (turn) => ({ email: `p${turn}@example.com`, ip: "10.0.0.1" }));
  await expect(countSignIn({ email: MO, ip: "10.0.0.1" })).rejects.toMatchObject(REFUSED);
});

it("counts whoever has no address together", async () => {
  await fail(10, () => ({ email: MO, ip: null }));
  await expect(countSignIn({ email: MO, ip: null })).rejects.toMatchObject(REFUSED);
});
