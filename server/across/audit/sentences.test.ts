import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { actionWords } from "#lib/across/audit/action-words.ts";
import { ACTION_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import { REVIEW_STATUSES } from "#lib/base/vocabulary/review.ts";
import { CHANGE_STATUSES } from "#lib/base/vocabulary/strategic-change.ts";
import { projectRoot } from "#server/base/process/project-root.ts";

/** Each `action: "noun.verb"` that a verb writes into the audit trail, or a choice of two. */
const WRITTEN = /\baction:[^,{}`]*?"[a-z_]+\.[a-z_]+"[^,{}`]*/g;

const written = globSync("server/**/*.ts", { cwd: projectRoot() })
  .filter((file) => !file.endsWith(".test.ts"))
  .flatMap((file) => readFileSync(`${projectRoot()}/${file}`, "utf8").match(WRITTEN) ?? [])
  .flatMap((text) => text.match(/[a-z_]+\.[a-z_]+(?=")/g) ?? []);

const moved = (noun: string, statuses: readonly string[]) => statuses.map((status) => `${noun}.${status}`);

it.each([
  ...new Set([
    ...written,
    ...moved("review", REVIEW_STATUSES),
    ...moved("action_item", ACTION_STATUSES),
    ...moved("strategic_change", CHANGE_STATUSES),
    ...moved("finding", ["accepted", "dismissed", "restored", "unplaced"]),
  ]),
])("%s is told by a sentence of its own", (action) => {
  expect(actionWords(action)).not.toContain(":");
});

it("finds what the verbs write", () => {
  for (const action of ["incident.created", "member.signed_in", "gate.waived"]) expect(written).toContain(action);
});
