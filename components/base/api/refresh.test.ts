import { QueryClient, type QueryKey, QueryObserver } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { query, reads } from "./client.ts";
import { changedNoun, refresh } from "./refresh.ts";

const imports = reads.import.list("INC-1").queryKey;
const preview = [...query.import.preview.key(), "INC-1", "file", {}];
const story = reads.timeline.firstPage("INC-1").queryKey;
const metrics = reads.timeline.metrics("INC-1").queryKey;
const otherMetrics = reads.timeline.metrics("INC-2").queryKey;
const team = reads.team.list(false).queryKey;

/** Which of these are read again, by position. */
async function readAgain(keys: readonly QueryKey[], act: (client: QueryClient) => Promise<void>): Promise<boolean[]> {
  const client = new QueryClient();
  for (const key of keys) client.setQueryData<unknown>(key, {});
  await act(client);
  return keys.map((key) => client.getQueryState(key)?.isInvalidated ?? false);
}

it("reads the imports of a timeline again when it changed, and doesn't send a previewed file again", async () => {
  const found = await readAgain([imports, preview, team], (client) => refresh(client, "timeline"));
  expect(found).toEqual([true, false, false]);
});

it("reads a review again when its timeline changed, but not its text", async () => {
  const keys = [reads.review.get("REV-1").queryKey, reads.review.content("REV-1", 2).queryKey];
  expect(await readAgain(keys, (client) => refresh(client, "timeline"))).toEqual([true, false]);
});

it("reads the version of a strategic change again when an action may have joined it", async () => {
  const keys = [reads.strategicChange.get("SC-1").queryKey, reads.roadmap.get("SC-1").queryKey, team];
  expect(await readAgain(keys, (client) => refresh(client, "action_item"))).toEqual([true, true, false]);
});

it("leaves queries that already contain the change", async () => {
  const found = await readAgain([story, metrics, otherMetrics], (client) =>
    refresh(client, "timeline", [story, metrics]),
  );
  expect(found).toEqual([false, false, true]);
});

it("reads everything that shows any of several nouns", async () => {
  const found = await readAgain([story, team, imports], (client) =>
    refresh(client, new Set(["team", "import"] as const)),
  );
  expect(found).toEqual([false, true, true]);
});

it("reads everything again when people lost access", async () => {
  expect(await readAgain([story, team, preview], (client) => refresh(client, "access"))).toEqual([true, true, true]);
});

it("doesn't know a noun that no screen shows", () => {
  expect(changedNoun("timeline")).toBe("timeline");
  expect([changedNoun("audit"), changedNoun("toString")]).toEqual([null, null]);
});

it("reads only the list of messages again when one arrives, and the settings too when they change", async () => {
  const keys = [reads.notification.list("new").queryKey, reads.notification.settings().queryKey];
  expect(await readAgain(keys, (client) => refresh(client, "new_message"))).toEqual([true, false]);
  expect(await readAgain(keys, (client) => refresh(client, "notification_setting"))).toEqual([true, true]);
});

it("reports a failed read to the caller only if it asks", async () => {
  const client = new QueryClient();
  const { queryKey } = reads.review.get("REV-1");
  const observer = new QueryObserver(client, {
    queryKey,
    queryFn: () => Promise.reject(new Error("no answer")),
    retry: false,
  });
  const stop = observer.subscribe(() => undefined);
  await expect(refresh(client, "draft_text")).resolves.toBeUndefined();
  await expect(refresh(client, "draft_text", [], { throwOnError: true })).rejects.toThrow("no answer");
  stop();
});
