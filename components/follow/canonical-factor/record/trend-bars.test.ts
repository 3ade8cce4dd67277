import { expect, it } from "vitest";
import { changeOf } from "./testing/condition.ts";
import { type DrawnBar, placeBars } from "./trend-bars.tsx";

const ROOM = { left: 100, right: 700, top: 10 };
const place = (from: number, to: number, words: string, room = ROOM) => {
  const bar = { from: String(from), to: String(to), doneTo: String(from) };
  const one: DrawnBar = { change: changeOf("SC-1"), bar, name: words, state: ", at risk" };
  const { placed, bottom } = placeBars([one], Number, room);
  return { ...placed[0]?.label, bottom };
};

it.each([
  ["before a bar that leaves room there", 500, 600, { x: 492, anchor: "end" }],
  ["after it otherwise", 120, 200, { x: 208, anchor: "start" }],
  ["over it where neither has room", 180, 660, { x: 180, anchor: "start" }],
])("puts the name of a change %s", (_, from, to, name) => {
  expect(place(from, to, "Eleven letters")).toMatchObject(name);
});

it("gives a bar with its name over it a taller line", () => {
  expect(place(500, 600, "Short").bottom).toBeLessThan(place(110, 690, "Eleven letters").bottom);
});

it("cuts a name that is longer than the drawing, and keeps its state", () => {
  const cut = place(100, 200, "x".repeat(80), { left: 100, right: 340, top: 0 });
  expect(cut.words).toMatch(/^x{20,}…, at risk$/);
  expect(cut.x).toBe(100);
});
