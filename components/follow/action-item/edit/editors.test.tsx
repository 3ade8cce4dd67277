import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { reads } from "#components/base/api/client.ts";
import { pickerOf } from "#components/ui/choices/value-list.tsx";
import type { PointAnswer } from "#lib/base/vocabulary/action-item.ts";
import type { ActionEvidence } from "#lib/contract/action-evidence.ts";
import type { Member } from "#lib/contract/member.ts";
import { EvidenceList } from "../evidence-list.tsx";
import { makeRow } from "../testing/make-row.ts";
import { EditContext, type EditLayerApi } from "./edit-context.ts";
import { FieldEditor } from "./field-editor.tsx";
import { FileField } from "./file-field.tsx";
import { currentDraft, isOver, sentAnswers, VERIFICATIONS, type VerificationDraft, whyNotYet } from "./verification.ts";
import { LeftOut, Promised } from "./verify-dialog.tsx";
import { latestDay } from "./waive-dialog.tsx";

const ignore = () => undefined;
const layer = { change: ignore } as unknown as EditLayerApi;
const shown = (client: QueryClient, part: ReactNode) =>
  renderToString(
    <QueryClientProvider client={client}>
      <EditContext value={layer}>{part}</EditContext>
    </QueryClientProvider>,
  );

const ada: Member = {
  ...{ id: "ada", name: "Ada", email: "ada@example.com", role: "member", disabled: false, teams: [] },
  ...{ lastSeenAt: null, openSessions: null, version: 1 },
};
const row = makeRow(1, { owner: { id: "zoe", name: "Zoe" } });

it("starts at an owner who isn't among the people loaded", () => {
  const client = new QueryClient();
  client.setQueryData(reads.member.found("").queryKey, { items: [ada], nextCursor: "more" });
  const options = shown(client, <FieldEditor field="owner" rows={[row]} onClose={ignore} />).split('role="option"');
  expect(options).toHaveLength(3);
  expect(options[1]).toMatch(/Zoe.*, chosen/s);
  expect(options[2]).toMatch(/Ada(?!.*chosen)/s);
});

it("asks a person to verify, with those whom a rule excludes, and anyone last", () => {
  const client = new QueryClient();
  const zoe: Member = { ...ada, id: "zoe", name: "Zoe" };
  client.setQueryData(reads.member.found("").queryKey, { items: [ada, zoe], nextCursor: null });
  const toVerify = makeRow(1, { ...row, status: "implemented", priority: "P1" });
  const list = shown(client, <FieldEditor field="verifier" rows={[toVerify]} onClose={ignore} />);
  const options = list.split('role="option"').slice(1);
  expect(options.map((option) => />(Ada|Zoe|Anyone)</.exec(option)?.[1])).toEqual(["Ada", "Zoe", "Anyone"]);
  expect(options[1]).toContain("Owns it");
});

it.each([
  ["the chosen value of one", ["zoe"], true, "zoe", "kept"],
  ["another value of one", ["zoe"], true, "ada", "picked ada"],
  ["a value of one, with none chosen", [], true, "ada", "picked ada"],
  ["a chosen value of several, to remove it", ["zoe"], false, "zoe", "picked zoe"],
])("changes nothing by picking %s: %j", (_, chosen, isSingle, value, result) => {
  const done: string[] = [];
  const keep = { onKeep: () => void done.push("kept") };
  pickerOf({ chosen, onPick: (one) => void done.push(`picked ${one}`), ...(isSingle ? keep : {}) })(value);
  expect(done).toEqual([result]);
});

it.each([
  ["while it is chosen", null, ["3 min.log, 21 B", "Remove the file"], ["Sending"]],
  ["while it is sent", 0.4, ["3 min.log, 21 B", 'disabled=""'], ["Remove"]],
])("shows a file %s", (_, sent, has, hasNot) => {
  const file = new File(["Back after 3 min 40 s"], "3 min.log");
  const html = renderToString(
    <EditContext value={{ sent } as unknown as EditLayerApi}>
      <FileField file={file} onChange={ignore} />
    </EditContext>,
  );
  for (const part of has) expect(html).toContain(part);
  for (const part of hasNot) expect(html).not.toContain(part);
});

const PIECE: ActionEvidence = {
  ...{ id: "e", kind: "file", title: null, url: null, text: null, event: null, point: "It is on" },
  file: {
    name: "Drill of 13 February.log",
    mediaType: "text/plain",
    size: 14_336,
    href: "/api/v1/action-items/ACT-1/evidence/e/file",
  },
  ...{ method: "Drill", addedBy: "Zoe", addedAt: "2026-11-02T09:00:00.000Z" },
};
it("shows a file with its type and size, as a download, and offers its point to those who can change it", () => {
  const read = shown(new QueryClient(), <EvidenceList evidence={[PIECE]} />).replaceAll("<!-- -->", "");
  expect(read).toContain('href="/api/v1/action-items/ACT-1/evidence/e/file" download="Drill of 13 February.log"');
  expect(read).toMatch(/File, 14 kB\. Drill, Zoe/);
  expect(read).toContain("For “It is on”");
  expect(read).not.toContain("Change the point");
  const pointing = { points: ["It pages", "It is on"], onPoint: ignore };
  expect(shown(new QueryClient(), <EvidenceList evidence={[PIECE]} pointing={pointing} />)).toContain(
    "Change the point for evidence: Drill of 13 February.log",
  );
  const only = { points: ["It is on"], onPoint: ignore };
  expect(shown(new QueryClient(), <EvidenceList evidence={[PIECE]} pointing={only} />)).not.toContain(
    "Change the point",
  );
});

const TWO = ["It pages", "It is on"];
it.each([
  ["loading", undefined, {}, "Its points are still loading"],
  ["without points", [], {}, undefined],
  ["with one of two answered", TWO, { "It pages": "met" }, "Check each point first"],
  ["with one not checked", TWO, { "It pages": "met", "It is on": "not_checked" }, "Check each point first"],
  ["with both met", TWO, { "It pages": "met", "It is on": "met" }, undefined],
  ["with one not met", TWO, { "It is on": "not_met" }, "A point isn't met. Send it back on its own."],
  [
    "with a point that was reworded",
    ["It pages", "It stays on"],
    { "It pages": "met", "It is on": "met" },
    "Check each point first",
  ],
  [
    "with a point that was added",
    [...TWO, "It is quiet"],
    { "It pages": "met", "It is on": "met" },
    "Check each point first",
  ],
  ["with a point removed that wasn't met", ["It pages"], { "It pages": "met", "It is on": "not_met" }, undefined],
  ["with its points in another order", ["It is on", "It pages"], { "It pages": "met", "It is on": "met" }, undefined],
] satisfies [string, string[] | undefined, Record<string, PointAnswer>, string | undefined][])(
  "verifies an action once its points are loaded and met: %s",
  (_, points, given, reason) => expect(whyNotYet(points, new Map(Object.entries(given)))).toBe(reason),
);

it.each([
  [TWO, { "It pages": "met", "It is on": "not_met" }, ["1 met", "2 not_met"]],
  [TWO, { "It is on": "met" }, ["2 met"]],
  [["It is on", "It pages"], { "It pages": "met", "It is on": "not_met" }, ["1 not_met", "2 met"]],
  [["It stays on"], { "It is on": "met" }, []],
  [[], {}, []],
] satisfies [string[], Record<string, PointAnswer>, string[]][])(
  "sends to the points %j each its own answer of %j",
  (points, given, sent) =>
    expect(
      sentAnswers(points, new Map(Object.entries(given))).map(({ point, answer }) => `${point} ${answer}`),
    ).toEqual(sent),
);

const MET = new Map<string, PointAnswer>([["It pages", "met"]]);
const THEN = "2026-11-02T09:00:00.000Z";
it.each([
  ["an answer", { given: MET, note: "" }, true],
  ["a note", { given: new Map(), note: "Saw it page" }, true],
  ["an answer that was withdrawn", { given: new Map([["It pages", "not_checked"]]), note: "" }, false],
  ["blanks", { given: new Map(), note: " \n" }, false],
] satisfies [string, Omit<VerificationDraft, "implementedAt">, boolean][])(
  "keeps the draft of a verification with %s: %o",
  (_, draft, isKept) => expect(VERIFICATIONS.isWritten({ ...draft, implementedAt: THEN })).toBe(isKept),
);

it.each([
  ["while the action is loading", undefined, true, false],
  ["while it is to be verified", { status: "implemented", implementedAt: THEN }, true, false],
  ["once it is verified", { status: "verified", implementedAt: THEN }, true, true],
  ["once it is sent back", { status: "in_progress", implementedAt: THEN }, true, true],
  ["once it was implemented again", { status: "implemented", implementedAt: "2026-11-09T09:00:00.000Z" }, false, true],
] satisfies [string, Parameters<typeof isOver>[1], boolean, boolean][])(
  "shows the draft of a verification, or drops it, %s",
  (_, item, isShown, over) => {
    const draft = { given: MET, note: "Saw it page", implementedAt: THEN };
    expect(currentDraft(draft, item).given.size > 0).toBe(isShown);
    expect(isOver(draft, item)).toBe(over);
  },
);

it.each([
  ["the day of the team, not the reader's", ["2026-11-03"], "2026-11-02", "2026-11-03"],
  ["an earlier day of the team", ["2026-11-01"], "2026-11-02", "2026-11-01"],
  ["the latest of several", ["2026-11-01", "2026-11-03", undefined], "2026-11-02", "2026-11-03"],
  ["the reader's until it is known", [undefined], "2026-11-02", "2026-11-02"],
])("counts a waiver from %s", (_, days, mine, day) => expect(latestDay(days, mine)).toBe(day));

it("says that what it promised couldn't be loaded, and offers to load it again", async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, retryOnMount: false } } });
  const promised = () => shown(client, <Promised row={row} given={new Map()} onAnswer={ignore} />);
  expect(promised()).toContain("Loading");
  const queryFn = () => Promise.reject(new Error("offline"));
  await client.prefetchQuery({ queryKey: reads.actionItem.get(row.key).queryKey, queryFn });
  expect(promised()).toMatch(/Couldn.*t load.*ACT-1.*Try again/s);
});

it("names those of several actions that aren't verified, with their reasons", () => {
  const checks = [1, 2, 3].map((number) => ({
    row: makeRow(number),
    reason: number === 1 ? undefined : `Why ${number}`,
  }));
  const html = shown(new QueryClient(), <LeftOut checks={checks} />);
  expect(html).toContain("2 actions are left out");
  expect(
    [...html.matchAll(/href="([^"]+)"[^>]*>[^<]+<\/a>\s*(?:<!-- -->)?\s*([^<]+)/g)].map(([, ...two]) => two),
  ).toEqual([
    ["/actions/ACT-2", "Why 2"],
    ["/actions/ACT-3", "Why 3"],
  ]);
  expect(shown(new QueryClient(), <LeftOut checks={checks.slice(0, 1)} />)).toBe("");
});
