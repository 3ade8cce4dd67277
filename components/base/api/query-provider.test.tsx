import { MutationObserver, onlineManager, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { afterEach, expect, it } from "vitest";
import { QueryProvider, shareNewer } from "./query-provider.tsx";

afterEach(() => onlineManager.setOnline(true));

let client: QueryClient | undefined;

function Probe() {
  client = useQueryClient();
  return null;
}

function provided(): QueryClient {
  client = undefined;
  renderToString(
    <QueryProvider>
      <Probe />
    </QueryProvider>,
  );
  if (!client) throw new Error("no client");
  return client;
}

it("keeps what a write returned when an older read arrives late", async () => {
  const client = provided();
  const queryKey = ["review", "get", "REV-1"];
  const answer = Promise.withResolvers<object>();
  const read = client.fetchQuery({ queryKey, queryFn: () => answer.promise });
  client.setQueryData(queryKey, { id: "a", version: 2, status: "reviewed" });
  answer.resolve({ id: "a", version: 1, status: "in_review" });
  await read;
  expect(client.getQueryData(queryKey)).toEqual({ id: "a", version: 2, status: "reviewed" });
});

it.each([
  ["a newer version", { id: "a", version: 1 }, { id: "a", version: 2 }],
  ["the same version with other facts", { id: "a", version: 1, title: "x" }, { id: "a", version: 1, title: "y" }],
  ["another record", { id: "a", version: 2 }, { id: "b", version: 1 }],
  ["data without versions", { items: [1] }, { items: [] }],
  ["nothing any more", { id: "a", version: 2 }, null],
])("takes %s from a read", (_, shown, read) => expect(shareNewer(shown, read)).toEqual(read));

it("lets a write fail while the browser is offline, so its form says so and never sends it later without notice", async () => {
  const client = provided();
  onlineManager.setOnline(false);
  const write = new MutationObserver(client, { mutationFn: () => Promise.reject(new Error("no network")) });
  write.mutate().catch(() => undefined);
  await expect.poll(() => write.getCurrentResult()).toMatchObject({ status: "error", isPaused: false });
});
