import type { QueryClient } from "@tanstack/react-query";
import { query } from "#components/base/api/client.ts";
import { isGone } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { isPages } from "#components/base/api/with-row.ts";
import type { ActionDetails } from "#lib/contract/action-details.ts";
import type { ActionItem, ActionItemRow } from "#lib/contract/action-item.ts";
import { pointsShown } from "#lib/follow/action-item/evidence.ts";
import { isPlaced } from "#lib/follow/action-item/query/query.ts";
import type { ActionListInput } from "#lib/story/action-list.ts";
import { type Pages, patchRow, placeRow } from "./list-cache.ts";

/** Returns the input of a cached list, which is in its key. */
function inputOf(queryKey: readonly unknown[]): ActionListInput {
  const options = queryKey[1];
  const input = typeof options === "object" && options !== null && "input" in options ? options.input : null;
  return typeof input === "object" && input !== null ? input : {};
}

const lists = (client: QueryClient) =>
  client.getQueryCache().findAll({ queryKey: query.actionItem.list.key({ type: "infinite" }) });

/** Returns the row as the cache has it now: the whole record, otherwise the row of a list. */
export function cachedRow(client: QueryClient, key: string): ActionItemRow | undefined {
  const whole = client.getQueryData<ActionItem>(query.actionItem.get.queryKey({ input: { key } }));
  if (whole) return whole;
  for (const { state } of lists(client)) {
    const found = isPages<Pages>(state.data)
      ? state.data.pages.flatMap((page) => page.items).find((row) => row.key === key)
      : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Changes a row wherever it is shown, without moving it. */
export function patchEverywhere(
  client: QueryClient,
  key: string,
  change: <Row extends ActionItemRow>(row: Row) => Row,
) {
  const whole = query.actionItem.get.queryKey({ input: { key } });
  // A record that was hidden from this person isn't shown again.
  if (!isGone(client.getQueryState(whole)?.error))
    client.setQueryData<ActionItem>(whole, (row) => (row ? change(row) : row));
  for (const { queryKey, state } of lists(client)) {
    if (isPages<Pages>(state.data)) client.setQueryData(queryKey, patchRow(state.data, key, change));
  }
}

/** Returns the list row for a whole record. */
function rowOf(item: ActionItem): ActionItemRow {
  const { id, key, title, type, priority, status, blockedReason, blockedUntil, blockedBy } = item;
  const { owner, team, askedVerifier, dueDate, originalDueDate, dueMoves, promised, effortDays } = item;
  const { incident, review, threadId, waivedUntil, archived, demo, createdAt, version, abilities } = item;
  return {
    ...{ id, key, title, type, priority, status, blockedReason, blockedUntil, blockedBy },
    ...{ owner, team, askedVerifier, dueDate, originalDueDate, dueMoves, promised, effortDays },
    ...{ incident, review, threadId, waivedUntil, archived, demo, createdAt, version, abilities },
    details: detailsOf(item),
  };
}

/** Returns the details of the list row for a whole record. */
function detailsOf(item: ActionItem): ActionDetails {
  const { changes, issues, trackerUrl, implementedBy, implementedAt, verifiedBy, verifiedAt, updatedAt, effect } = item;
  return {
    ...{ changes, issues, trackerUrl, implementedBy, implementedAt, verifiedBy, verifiedAt, updatedAt },
    effectDueOn: effect?.dueOn ?? null,
    effectAnswer: effect?.answer?.answer ?? null,
    evidence: pointsShown(item.points, item.evidenceList),
  };
}

/** Stores a response of the server: the record, and its place in every list that contains it. */
export function settleEverywhere(client: QueryClient, item: ActionItem, meId: string | undefined): void {
  client.setQueryData(query.actionItem.get.queryKey({ input: { key: item.key } }), item);
  for (const { queryKey, state } of lists(client)) {
    if (isPages<Pages>(state.data))
      client.setQueryData(queryKey, placeRow(state.data, rowOf(item), inputOf(queryKey), meId));
  }
}

/** Stores the row of a response, with what the record had besides until it is read again. */
export function settleRow(client: QueryClient, row: ActionItemRow, meId: string | undefined): void {
  const whole = query.actionItem.get.queryKey({ input: { key: row.key } });
  client.setQueryData<ActionItem>(whole, (item) => (item ? { ...item, ...row } : item));
  void client.invalidateQueries({ queryKey: whole });
  for (const { queryKey, state } of lists(client)) {
    if (isPages<Pages>(state.data)) client.setQueryData(queryKey, placeRow(state.data, row, inputOf(queryKey), meId));
  }
}

/**
 * Reads everything again that shows action items in another form. Lists and records already have the response, except
 * lists whose order or filter only the server computes.
 */
export async function refreshAround(client: QueryClient): Promise<void> {
  const moved = lists(client).filter(({ queryKey }) => !isPlaced(inputOf(queryKey)));
  await Promise.all([
    refresh(client, "action_item", [query.actionItem.list.key({ type: "infinite" }), query.actionItem.get.key()]),
    ...moved.map(({ queryKey }) => client.invalidateQueries({ queryKey, exact: true })),
  ]);
}
