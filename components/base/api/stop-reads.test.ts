import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { stopReads } from "./stop-reads.ts";

/** A list on screen that is read from `server`, one read at a time, each when `deliver` is called. */
function onScreen(queryKey: readonly string[], server: { value: string }) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const waiting: (() => void)[] = [];
  const observer = new QueryObserver(client, {
    queryKey,
    queryFn: ({ signal }) =>
      new Promise<string>((resolve, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        waiting.push(() => resolve(server.value));
      }),
  });
  observer.subscribe(() => undefined);
  const deliver = async () => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    waiting.pop()?.();
  };
  return { client, deliver, shown: () => client.getQueryData(queryKey) };
}

it("reads again what a change cut short, so that what others did is shown", async () => {
  const server = { value: "old" };
  const { client, deliver, shown } = onScreen(["list"], server);
  await deliver();
  await expect.poll(shown).toBe("old");

  server.value = "changed by someone else";
  void client.invalidateQueries({ queryKey: ["list"] });
  const readAgain = await stopReads(client, ["list"]);
  client.setQueryData(["list"], "mine");
  expect(client.isFetching()).toBe(0);

  readAgain();
  await deliver();
  await expect.poll(shown).toBe("changed by someone else");
});

it("reads nothing again when nothing was being read", async () => {
  const { client, deliver, shown } = onScreen(["list"], { value: "old" });
  await deliver();
  await expect.poll(shown).toBe("old");
  const readAgain = await stopReads(client, ["list"]);
  readAgain();
  expect(client.isFetching()).toBe(0);
});

it("leaves reads of other keys alone", async () => {
  const { client } = onScreen(["other"], { value: "" });
  expect(client.isFetching()).toBe(1);
  await stopReads(client, ["list"]);
  expect(client.isFetching()).toBe(1);
});
