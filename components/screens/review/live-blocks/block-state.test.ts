import { ORPCError } from "@orpc/client";
import { expect, it } from "vitest";
import { stateOf } from "./block-frame.tsx";

const wire = (code: string, status: number) =>
  new ORPCError(code.toUpperCase(), { status, data: { code, title: "No" }, message: "No" });

it.each([
  ["pending", { isPending: true, isError: false, error: null }],
  ["ready", { isPending: false, isError: false, error: null }],
  ["hidden", { isPending: false, isError: true, error: wire("not_found", 404) }],
  ["failed", { isPending: false, isError: true, error: new Error("network") }],
])("a live block is %s", (state, read) => expect(stateOf(read)).toBe(state));
