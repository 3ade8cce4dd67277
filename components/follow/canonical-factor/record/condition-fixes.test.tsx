import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { reads } from "#components/base/api/client.ts";
import type { CanonicalFactor } from "#lib/contract/canonical-factor.ts";
import type { Me } from "#lib/contract/me.ts";
import { ConditionFixes } from "./condition-fixes.tsx";
import { condition, fixOf } from "./testing/condition.ts";

const ME: Me = {
  ...{
    id: "me",
    email: "me@example.com",
    name: "Me",
    role: "member",
    singleKeys: true,
    digestHour: 7,
    digestDays: [1],
  },
  ...{ teams: [], may: [], unread: 0, demo: false, timeZone: "UTC" },
};
const FACTOR: CanonicalFactor["factors"][number] = {
  ...{ id: "factor", number: 1, version: 1, statement: "Dumps fail unseen", role: "contributor" },
  ...{ reviewKey: "REV-1", incidentKey: "INC-1", abilities: { edit: false } },
};
it.each<[Me["may"], CanonicalFactor["factors"], boolean]>([
  [["action.create"], [FACTOR], true],
  [["action.create"], [], false],
  [[], [FACTOR], false],
])("offers a new action to those who can create one, for a factor: %j", (may, factors, isOffered) => {
  const client = new QueryClient();
  client.setQueryData(reads.me.get().queryKey, { ...ME, may });
  const shown = renderToString(
    <QueryClientProvider client={client}>
      <ConditionFixes condition={condition({ factors })} />
    </QueryClientProvider>,
  );
  expect(shown.includes("New action")).toBe(isOffered);
});

it.each([
  [null, "from INC-1, blocked: Waits for the storage team"],
  ["2020-02-20", "from INC-1, blocked until Thu 20 Feb 2020: Waits for the storage team"],
])("says why a fix is blocked, and until when: %s", (blockedUntil, words) => {
  const fix = fixOf("ACT-1", { blockedReason: "Waits for the storage team", blockedUntil });
  const shown = renderToString(
    <QueryClientProvider client={new QueryClient()}>
      <ConditionFixes condition={condition({ fixes: [fix] })} />
    </QueryClientProvider>,
  );
  expect(shown).toContain(words);
});

it.each([
  [null, "and it recurred. Did this fix work? "],
  ["partly", "and it recurred. Did this fix work? Partly."],
] as const)("asks whether a fix worked after which it recurred, and shows the answer: %s", (worked, words) => {
  const fix = fixOf("ACT-1", { status: "verified", verifiedAt: "2020-01-09T09:00:00.000Z", worked });
  const shown = renderToString(
    <QueryClientProvider client={new QueryClient()}>
      <ConditionFixes condition={condition({ fixes: [fix] })} />
    </QueryClientProvider>,
  );
  expect(shown.replaceAll("<!-- -->", "")).toContain(`${words}</p>`);
});
