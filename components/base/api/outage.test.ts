import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type OutageWatch, watchOutage } from "./outage.ts";

const notices = vi.hoisted(() => ({ shown: [] as string[] }));
vi.mock("#components/ui/overlays/toast.tsx", () => ({
  toastDone: (words: string) => notices.shown.push(words),
  toastError: (words: string) => {
    notices.shown.push(words);
    return () => notices.shown.splice(notices.shown.indexOf(words), 1);
  },
}));

const onBack = vi.fn();
let readiness: () => Promise<Response>;
let watch: OutageWatch;

const says =
  (told: object, status = 200) =>
  () =>
    Promise.resolve(Response.json(told, { status }));
const isWell = says({ state: "ready", database: "ok" });
const isGone = () => Promise.reject(new TypeError("Failed to fetch"));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.stubGlobal("fetch", () => readiness());
  notices.shown = [];
  onBack.mockReset();
  watch = watchOutage(onBack);
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.each([
  ["the server is gone", isGone, /^No response from the server/],
  ["the server stops", says({ state: "stopping", database: "ok" }, 503), /^No response from the server/],
  ["a proxy has no server", async () => new Response("Bad gateway", { status: 502 }), /^No response from the server/],
  ["the database is silent", says({ state: "ready", database: "failing" }, 503), /^The database doesn't respond/],
])("says once that %s, until it is back, and then reads again", async (_, fault, words) => {
  readiness = fault;
  watch.suspect();
  watch.suspect();
  await vi.advanceTimersByTimeAsync(9000);
  expect(notices.shown).toEqual([expect.stringMatching(words)]);
  expect(onBack).not.toHaveBeenCalled();
  readiness = isWell;
  await vi.advanceTimersByTimeAsync(2000);
  expect(notices.shown).toEqual(["Connected again"]);
  expect(onBack).toHaveBeenCalledTimes(1);
});

test("names the database once the server is back without it", async () => {
  readiness = isGone;
  watch.suspect();
  await vi.advanceTimersByTimeAsync(1000);
  readiness = says({ state: "ready", database: "failing" }, 503);
  await vi.advanceTimersByTimeAsync(2000);
  expect(notices.shown).toEqual([expect.stringMatching(/^The database doesn't respond/)]);
});

test.each([
  ["the server responds", isWell],
  ["only another part fails", says({ state: "ready", database: "ok", jobs: "failing" }, 503)],
  ["a proxy hides the address", async () => new Response("<h1>Not found</h1>", { status: 404 })],
])("says nothing while %s, and can be asked again later", async (_, health) => {
  readiness = health;
  watch.suspect();
  await vi.advanceTimersByTimeAsync(9000);
  expect(notices.shown).toEqual([]);
  readiness = isGone;
  watch.suspect();
  await vi.advanceTimersByTimeAsync(1000);
  expect(notices.shown).toHaveLength(1);
});

test("leaves no notice behind when the page is left", async () => {
  readiness = isGone;
  watch.suspect();
  await vi.advanceTimersByTimeAsync(1000);
  watch.stop();
  expect(notices.shown).toEqual([]);
});
