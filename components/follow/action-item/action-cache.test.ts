import { ORPCError } from "@orpc/client";
import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { query } from "#components/base/api/client.ts";
import { patchEverywhere } from "./action-cache.ts";
import { makeRow } from "./testing/make-row.ts";

it("changes a record where it is shown, but doesn't show one again that was hidden from this person", async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const row = makeRow(1);
  const queryKey = query.actionItem.get.queryKey({ input: { key: row.key } });
  const rename = (title: string) => patchEverywhere(client, row.key, (shown) => ({ ...shown, title }));
  client.setQueryData(queryKey, { ...row } as never);
  rename("Shown");
  expect(client.getQueryState(queryKey)).toMatchObject({ status: "success", data: { title: "Shown" } });
  const hidden = new ORPCError("NOT_FOUND", { data: { code: "not_found", title: "Not found" } });
  await client.fetchQuery({ queryKey, queryFn: () => Promise.reject(hidden) }).catch(() => undefined);
  rename("Hidden");
  expect(client.getQueryState(queryKey)).toMatchObject({ status: "error", data: { title: "Shown" } });
});
