import { expect, it } from "vitest";
import { type FactorLinks, factorHoles } from "./factor-holes.ts";

const factor = (change: Partial<FactorLinks> = {}): FactorLinks => ({
  role: "contributor",
  status: "supported",
  evidenceForCount: 0,
  actions: [],
  changes: [],
  acceptedReason: null,
  ...change,
});

it.each<[string, Partial<FactorLinks>, boolean, boolean]>([
  ["nothing at all", {}, true, true],
  ["evidence", { evidenceForCount: 1 }, false, true],
  ["a hypothesis", { status: "hypothesis" }, false, true],
  ["a dispute without evidence", { status: "disputed" }, true, true],
  ["rejected", { status: "rejected" }, false, false],
  ["a mitigator", { role: "mitigator" }, true, false],
  ["an open action", { actions: [{ status: "proposed", declineKind: null }] }, true, false],
  ["a declined action", { actions: [{ status: "declined", declineKind: "wont_do" }] }, true, true],
  ["an action moved to a change", { actions: [{ status: "declined", declineKind: "moved_to_change" }] }, true, false],
  ["a strategic change", { changes: [{ status: "deferred" }] }, true, false],
  ["a declined change", { changes: [{ status: "declined" }] }, true, true],
  ["an acceptance", { acceptedReason: "Costs more than it saves" }, true, false],
  ["an empty acceptance", { acceptedReason: " " }, true, true],
])("%s: lacks evidence %s, lacks an answer %s", (_, change, lacksEvidence, lacksAnswer) => {
  expect(factorHoles(factor(change))).toEqual({ lacksEvidence, lacksAnswer });
});
