import { beforeEach, expect, it } from "vitest";
import { sharedDatabase } from "#server/testing/test-database.ts";
import { countSignIn, forgiveSignIn, type SignInTry } from "./sign-in-tries.ts";

const REFUSED = { code: "rate_limited", details: { retryAfterSeconds: expect.any(Number) } };
const MO = "mo@example.com";
const HOME = "10.0.0.1";

const database = sharedDatabase();

beforeEach(() => database.prisma.guessCount.deleteMany());

/** Delays of the attempts in ms, one entry for each that waited. */
async function fail(times: number, attempt: (turn: number) => SignInTry): Promise<number[]> {
  const waits: number[] = [];
  for (let turn = 0; turn < times; turn++) await countSignIn(attempt(turn), async (ms) => waits.push(ms));
  return waits;
}
const once = async (attempt: SignInTry) => (await fail(1, () => attempt))[0] ?? 0;

it("slows one email from one address after ten failures, more each time, and never locks it", async () => {
  expect(await fail(10, () => ({ email: MO, ip: HOME }))).toEqual([]);
  expect(await fail(6, () => ({ email: MO, ip: HOME }))).toEqual([1000, 2000, 4000, 8000, 8000, 8000]);
  expect(await fail(80, () => ({ email: MO, ip: HOME }))).toHaveLength(80);
  expect(await once({ email: MO, ip: "10.0.0.2" })).toBe(0);
  expect(await once({ email: "ann@example.com", ip: HOME })).toBe(0);
});

it("slows an address that guesses at many emails, and accepts everyone there with the right password", async () => {
  expect(await fail(100, (turn) => ({ email: `p${turn}@example.com`, ip: HOME }))).toEqual([]);
  for (let i = 0; i < 500; i++) await once({ email: `q${i}@example.com`, ip: HOME });
  const waits = await Promise.all(Array.from({ length: 20 }, (_, n) => once({ email: `r${n}@example.com`, ip: HOME })));
  expect(Math.max(...waits)).toBe(8000);
  expect(await once({ email: MO, ip: "10.0.0.2" })).toBe(0);
});

it("doesn't slow a device that signed in before, whatever happens to its address and its account", async () => {
  await fail(300, (turn) => ({ email: `p${turn}@example.com`, ip: HOME }));
  await fail(300, (turn) => ({ email: MO, ip: `10.0.${turn % 250}.7` }));
  await fail(50, () => ({ email: MO, ip: HOME }));
  expect(await once({ email: MO, ip: HOME })).toBe(8000);
  expect(await once({ email: MO, ip: HOME, deviceId: "laptop" })).toBe(0);
});

it("slows such a device too if it guesses itself, but not for another account on it", async () => {
  const waits = await fail(14, () => ({ email: MO, ip: HOME, deviceId: "laptop" }));
  expect(waits).toEqual([1000, 2000, 4000, 8000]);
  expect(await once({ email: MO, ip: HOME })).toBe(0);
  expect(await once({ email: "ann@example.com", ip: HOME, deviceId: "laptop" })).toBe(0);
});

it("slows one email while many addresses guess at it", async () => {
  expect(await fail(100, (turn) => ({ email: MO, ip: `10.0.1.${turn}` }))).toEqual([]);
  expect(await fail(2, () => ({ email: MO, ip: HOME }))).toEqual([1000, 2000]);
  await forgiveSignIn({ email: MO, ip: HOME });
  expect(await once({ email: "ann@example.com", ip: HOME })).toBe(0);
});

it("checks guesses at a slowed email one after another, however many arrive at once, and lets few wait", async () => {
  await fail(100, (turn) => ({ email: MO, ip: `10.0.1.${turn}` }));
  let open = 0;
  let most = 0;
  const everyoneIsHere = Promise.withResolvers<void>();
  const wait = async () => {
    open += 1;
    most = Math.max(most, open);
    await everyoneIsHere.promise;
    open -= 1;
  };
  let turnedAway = 0;
  const tries = Array.from({ length: 30 }, (_, turn) => countSignIn({ email: MO, ip: `10.0.2.${turn}` }, wait));
  for (const one of tries) one.catch(() => turnedAway++);
  await expect.poll(() => turnedAway).toBe(10);
  everyoneIsHere.resolve();
  const answers = await Promise.allSettled(tries);
  expect(most).toBe(1);
  const refused = answers.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(10);
  expect(refused[0]).toMatchObject({ reason: REFUSED });
  await expect(countSignIn({ email: MO, ip: "10.0.3.1" }, wait)).resolves.toBeUndefined();
});

it("counts an IPv6 network as one address", async () => {
  await fail(100, (turn) => ({ email: `p${turn}@example.com`, ip: `2001:db8::${turn}` }));
  expect(await once({ email: MO, ip: "2001:db8::ffff" })).toBe(1000);
  expect(await once({ email: MO, ip: "2001:db8:0:1::1" })).toBe(0);
});

it("counts failures only: a right password resets its person and doesn't cover guesses at others", async () => {
  for (let i = 0; i < 300; i++) {
    expect(await once({ email: MO, ip: HOME })).toBe(0);
    await forgiveSignIn({ email: MO, ip: HOME });
  }
  await fail(100, (turn) => ({ email: `p${turn}@example.com`, ip: HOME }));
  expect(await once({ email: MO, ip: HOME })).toBe(1000);
});

it("counts everyone without an address together", async () => {
  await fail(10, () => ({ email: MO, ip: null }));
  expect(await once({ email: MO, ip: null })).toBe(1000);
});
