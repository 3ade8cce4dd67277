import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, it, vi } from "vitest";
import { afterWrites, beginWrite } from "./begin-write.ts";

/** A list on screen that is read from `server`, one read at a time, when `deliver` is called. */
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

it("reads again what a write interrupted, so other people's changes are shown", async () => {
  const server = { value: "old" };
  const { client, deliver, shown } = onScreen(["list"], server);
  await deliver();
  await expect.poll(shown).toBe("old");

  server.value = "changed by someone else";
  void client.invalidateQueries({ queryKey: ["list"] });
  const endWrite = await beginWrite(client, ["list"]);
  client.setQueryData(["list"], "mine");
  expect(client.isFetching()).toBe(0);

  endWrite();
  await deliver();
  await expect.poll(shown).toBe("changed by someone else");
});

it("reads nothing again if nothing was being read", async () => {
  const { client, deliver, shown } = onScreen(["list"], { value: "old" });
  await deliver();
  await expect.poll(shown).toBe("old");
  const endWrite = await beginWrite(client, ["list"]);
  endWrite();
  expect(client.isFetching()).toBe(0);
});

it("doesn't affect reads of other keys", async () => {
  const { client } = onScreen(["other"], { value: "" });
  expect(client.isFetching()).toBe(1);
  const endWrite = await beginWrite(client, ["list"]);
  expect(client.isFetching()).toBe(1);
  endWrite();
});

it("reads after the last of several writes, so none of them seems undone in between", async () => {
  const read = vi.fn();
  afterWrites(read);
  expect(read).toHaveBeenCalledTimes(1);
  const client = new QueryClient();
  const [first, second] = [await beginWrite(client, ["a"]), await beginWrite(client, ["b"])];
  afterWrites(read);
  first();
  expect(read).toHaveBeenCalledTimes(1);
  second();
  expect(read).toHaveBeenCalledTimes(2);
});
