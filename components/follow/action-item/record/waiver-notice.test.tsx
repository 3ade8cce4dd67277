import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { EditContext, type EditLayerApi } from "../edit/edit-context.ts";
import { makeRow } from "../testing/make-row.ts";
import { WaiverNotice } from "./waiver-notice.tsx";

type Waiver = NonNullable<ActionItem["waiver"]>;

const REQUEST = {
  ...{ reason: "The storage move freezes it", mitigation: "On-call checks it each Monday", mine: false },
  ...{ requestedBy: "Maya", requestedAt: "2026-10-01T12:00:00.000Z", mayAnswer: false },
};
const WAIVER: Waiver = {
  ...{ ...REQUEST, status: "approved", until: "2026-11-15", approvers: "tpm_or_manager", longer: null },
  ...{ answeredBy: "Tess", answeredAt: "2026-10-02T12:00:00.000Z", leftStatus: "in_progress" },
};
const LONGER = { ...REQUEST, until: "2026-12-20", reason: "It takes until Christmas" };

interface Case {
  work?: boolean;
  teamDay?: string;
  waiver?: Partial<Waiver>;
}

/** Returns the headings and buttons of the notice. */
function shown({ work = true, teamDay = "2026-10-10", waiver = {} }: Case): string[] {
  const row = makeRow(1, { status: "waived", waivedUntil: WAIVER.until });
  const abilities = { ...row.abilities, work };
  const item = { ...row, abilities, teamDay, waiver: { ...WAIVER, ...waiver } } as unknown as ActionItem;
  const html = renderToString(
    <QueryClientProvider client={new QueryClient()}>
      <EditContext value={{} as unknown as EditLayerApi}>
        <WaiverNotice item={item} level={2} />
      </EditContext>
    </QueryClientProvider>,
  ).replaceAll("<!-- -->", "");
  const parts = html.matchAll(/<h2[^>]*>([^<]+)<|<button[^>]*>(?:<span[^>]*>)?([^<]+)</g);
  return [...parts].map(([, heading, button]) => (heading ?? button ?? "").replace(/ until .*/, ""));
}

it.each<[string, Case, string[]]>([
  ["who works on it", {}, ["Waived", "Ask for longer"]],
  ["who doesn't work on it", { work: false }, ["Waived"]],
  ["who works on it, once its day has come", { teamDay: "2026-11-15" }, ["Waived"]],
  [
    "who works on it, with a longer one requested",
    { waiver: { longer: LONGER } },
    ["Waived", "Longer waiver requested", "Withdraw the request"],
  ],
  [
    "who can answer the request",
    { work: false, waiver: { longer: { ...LONGER, mayAnswer: true } } },
    ["Waived", "Longer waiver requested", "Approve the longer waiver", "Reject the longer waiver"],
  ],
])("offers what can be done about a waiver in force to someone %s", (_, given, expected) =>
  expect(shown(given)).toEqual(expected),
);
