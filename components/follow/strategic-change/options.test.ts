import { expect, it } from "vitest";
import { decisionKind } from "./options.tsx";

it.each([
  [{ kind: "status", to: "funded" }, "done"],
  [{ kind: "status", to: "proposed" }, "open"],
  [{ kind: "status", to: "in_progress" }, "progress"],
  [{ kind: "status", to: "declined" }, "cancelled"],
  [{ kind: "left_out", to: "in_progress" }, "cancelled"],
  [{ kind: "narrowed", to: "in_progress" }, "progress"],
  [{ kind: "assessed", to: "funded" }, "open"],
] as const)("marks a decision by what it decides: %j", (decision, kind) => expect(decisionKind(decision)).toBe(kind));
