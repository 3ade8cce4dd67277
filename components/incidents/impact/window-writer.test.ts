import { expect, it } from "vitest";
import type { Impact, ImpactWindow } from "#lib/contract/impact.ts";
import type { WindowFields } from "./patch-impact.ts";
import { NOW_MS, sampleImpact, sampleWindow } from "./testing/sample-impact.ts";
import { createWindowWriter } from "./window-writer.ts";

const window = sampleWindow("a", "09:42:00", "09:51:00", 0.5);

/** A server that responds when told to. */
function setUp() {
  let impact: Impact = sampleImpact([window]);
  const sent: {
    version: number;
    fields: WindowFields;
    answer: (row: ImpactWindow) => void;
    refuse: (error: unknown) => void;
  }[] = [];
  const writer = createWindowWriter({
    read: () => impact,
    write: (change) => {
      impact = change(impact);
    },
    send: (_, version, fields) =>
      new Promise((answer, refuse) => {
        sent.push({ version, fields, answer, refuse });
      }),
    newerOf: (error) => (error instanceof Error ? null : (error as ImpactWindow)),
    now: () => NOW_MS,
  });
  const tick = () => new Promise((resolve) => setTimeout(resolve, 0));
  return { writer, sent, tick, shown: () => impact.windows.find(({ id }) => id === "a") };
}

it("shows a change at once and sends waiting ones together, with the returned version", async () => {
  const { writer, sent, tick, shown } = setUp();
  const first = writer.change(window, { weight: 0.6 });
  const second = writer.change(window, { weight: 0.7 });
  const third = writer.change(window, { reason: "both regions" });
  expect(shown()).toMatchObject({ weight: 0.7, reason: "both regions" });
  await tick();
  expect(sent.map(({ version, fields }) => [version, fields])).toEqual([[1, { weight: 0.7, reason: "both regions" }]]);
  sent[0]?.answer({ ...window, weight: 0.7, reason: "both regions", version: 2 });
  await Promise.all([first, second, third]);
  void writer.change(window, { weight: 0.8 });
  await tick();
  expect(sent[1]).toMatchObject({ version: 2, fields: { weight: 0.8 } });
});

it("keeps pending changes on top of a response", async () => {
  const { writer, sent, tick, shown } = setUp();
  const first = writer.change(window, { weight: 0.6 });
  await tick();
  void writer.change(window, { weight: 0.9 });
  sent[0]?.answer({ ...window, weight: 0.6, version: 2 });
  await first;
  expect(shown()).toMatchObject({ weight: 0.9, version: 2 });
});

it("rolls back a rejected change, to the newer window if there is one", async () => {
  const { writer, sent, tick, shown } = setUp();
  const failed = writer.change(window, { weight: 0.6 });
  await tick();
  sent[0]?.refuse(new Error("no answer"));
  await expect(failed).rejects.toThrow("no answer");
  expect(shown()).toMatchObject({ weight: 0.5, version: 1 });
  const late = writer.change(window, { weight: 0.6 });
  await tick();
  sent[1]?.refuse({ ...window, weight: 0.1, version: 5 });
  await expect(late).rejects.toMatchObject({ version: 5 });
  expect(shown()).toMatchObject({ weight: 0.1, version: 5 });
});
