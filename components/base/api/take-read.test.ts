import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { takeRead } from "./take-read.ts";

it("gives the data of a page once, and newer data again", () => {
  const client = new QueryClient();
  const [queryKey, other] = [["text"], ["text", "other"]];
  const came = (words: string, updatedAt: number) => client.setQueryData(queryKey, words, { updatedAt });
  client.setQueryData(other, "other");
  expect(takeRead(client, queryKey)).toBe(undefined);
  came("old", 1000);
  expect(takeRead(client, queryKey)).toBe("old");
  expect(takeRead(client, queryKey)).toBe(undefined);
  came("old", 1000);
  expect(takeRead(client, queryKey)).toBe(undefined);
  came("new", 2000);
  expect(takeRead(client, queryKey)).toBe("new");
  expect(client.getQueryData(other)).toBe("other");
});
