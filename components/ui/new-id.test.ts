import { expect, it } from "vitest";
import { z } from "zod";
import { newId } from "./new-id.ts";

it("returns a random UUID of version 4, another one each time", () => {
  const ids = Array.from({ length: 500 }, newId);
  for (const id of ids) expect(z.uuidv4().safeParse(id).success).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});
