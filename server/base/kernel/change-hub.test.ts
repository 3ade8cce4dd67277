import { expect, it, vi } from "vitest";
import { ChangeHub } from "./change-hub.ts";

const change = { noun: "service", id: "s1", incidentId: null } as const;

it("tells everybody who listens, until they leave", () => {
  const hub = new ChangeHub();
  const [stays, goes] = [vi.fn(), vi.fn()];
  hub.subscribe(stays, vi.fn());
  hub.subscribe(goes, vi.fn())();
  hub.tell(change);
  expect(stays.mock.calls).toEqual([[change]]);
  expect(goes).not.toHaveBeenCalled();
});

it("lets go of who listens when it closes, and of who comes afterwards", () => {
  const hub = new ChangeHub();
  const [hears, before, left, after] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  hub.subscribe(hears, before);
  hub.subscribe(vi.fn(), left)();
  hub.close();
  hub.subscribe(hears, after);
  hub.tell(change);
  expect(before).toHaveBeenCalledOnce();
  expect(after).toHaveBeenCalledOnce();
  expect(left).not.toHaveBeenCalled();
  expect(hears).not.toHaveBeenCalled();
});
