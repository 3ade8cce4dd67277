import type { PointerEvent } from "react";
import { renderToString } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { useLongPress } from "./use-long-press.ts";

type Handlers = ReturnType<typeof useLongPress>;

function Row({ run, onMade }: { run: () => void; onMade: (handlers: Handlers) => void }) {
  onMade(useLongPress(run));
  return null;
}

it.each([
  ["one finger that stays", ["onPointerDown"], 1],
  ["a tap", ["onPointerDown", "onPointerUp"], 0],
  ["a finger that moves", ["onPointerDown", "onPointerMove"], 0],
  ["two fingers that zoom", ["onPointerDown", "onPointerDown", "onPointerMove", "onPointerUp"], 0],
] satisfies [string, (keyof Handlers)[], number][])("runs for a long press and nothing else: %s", (_, events, runs) => {
  vi.useFakeTimers();
  vi.stubGlobal("window", globalThis);
  const run = vi.fn();
  const made: Handlers[] = [];
  renderToString(<Row run={run} onMade={(handlers) => made.push(handlers)} />);
  const touch = { pointerType: "touch" } as PointerEvent;
  for (const name of events) made[0]?.[name](touch as never);
  vi.runAllTimers();
  expect(run).toHaveBeenCalledTimes(runs);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
