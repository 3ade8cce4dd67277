import { expect, it, vi } from "vitest";
import { AppError, invalid } from "./errors.ts";

it("is known to another bundle of the server, which has a class of its own", async () => {
  vi.resetModules();
  const other = await import("./errors.ts");
  expect(other.AppError).not.toBe(AppError);
  expect(other.invalid("title", "too long") instanceof AppError).toBe(true);
  expect(invalid("title", "too long") instanceof other.AppError).toBe(true);
  for (const value of [new Error("x"), null, undefined, "AppError", { name: "AppError", code: "invalid" }])
    expect((value as object) instanceof AppError).toBe(false);
});
