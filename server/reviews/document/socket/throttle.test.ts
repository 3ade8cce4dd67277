import { expect, test } from "vitest";
import { serverFixture } from "../testing/server-fixture.ts";
import { until } from "../testing/test-client.ts";
import { Throttle } from "./throttle.ts";

const fixture = serverFixture({ settings: { bytesPerSecond: 500_000 } });

test("a burst is accepted, then frames wait for their turn", () => {
  const throttle = new Throttle({ framesPerSecond: 10, bytesPerSecond: 1_000_000 });
  const start = performance.now();
  const waits = Array.from({ length: 45 }, () => throttle.take(10, start));
  expect(waits.slice(0, 40).every((ms) => ms === 0)).toBe(true);
  expect(waits[44]).toBe(500);
  expect(throttle.take(10, start + 2_000)).toBe(0);
});

test("bytes count as well", () => {
  const throttle = new Throttle({ framesPerSecond: 1_000, bytesPerSecond: 1_000 });
  const start = performance.now();
  expect(throttle.take(4_000, start)).toBe(0);
  expect(throttle.take(1_000, start)).toBe(1_000);
  expect(throttle.take(500, start + 1_000)).toBe(500);
});

test("a flood is slowed down, loses nothing and doesn't slow down others", async () => {
  const { server, open } = fixture;
  const documentId = await server.addDocument();
  const flood = open(documentId, server.addPerson("Mallory").userId);
  const ana = open(documentId, server.addPerson("Ana").userId);
  await Promise.all([flood.loaded(), ana.loaded()]);
  const start = performance.now();
  for (let i = 0; i < 60; i++) flood.type("x".repeat(50_000));
  ana.type("quick");
  await ana.saved();
  expect(flood.save).toBe("saving"); // Ana came through while the flood still waits
  await until("the flood is through", () => flood.save === "saved");
  expect(performance.now() - start).toBeGreaterThan(1_500); // 3 MB at 500 kB a second after a burst of 2 MB
});
