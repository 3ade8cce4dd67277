import { ORPCError } from "@orpc/client";
import { expect, it, vi } from "vitest";
import { stateOf } from "./block-frame.tsx";

const wire = (code: string, status: number) =>
  new ORPCError(code.toUpperCase(), { status, data: { code, title: "No" }, message: "No" });
const read = { isPending: false, isError: false, error: null, refetch: vi.fn() };

it.each([
  ["pending", { ...read, isPending: true }],
  ["ready", read],
  ["hidden", { ...read, isError: true, error: wire("not_found", 404) }],
])("a live block is %s", (state, given) => expect(stateOf(given)).toBe(state));

it("a live block whose records couldn't be read can read them again", () => {
  const state = stateOf({ ...read, isError: true, error: new Error("network") });
  if (typeof state === "object") state.retry();
  expect(read.refetch).toHaveBeenCalledOnce();
});
