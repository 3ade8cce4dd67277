import { expect, it, vi } from "vitest";
import { AppError, conflict, ERRORS, forbidden, invalid, notFound, refuse } from "./errors.ts";

it("recognises an error from another bundle of the server, which has its own class", async () => {
  vi.resetModules();
  const other = await import("./errors.ts");
  expect(other.AppError).not.toBe(AppError);
  expect(other.invalid("title", "too long") instanceof AppError).toBe(true);
  expect(invalid("title", "too long") instanceof other.AppError).toBe(true);
  for (const value of [new Error("x"), null, undefined, "AppError", { name: "AppError", code: "invalid" }])
    expect((value as object) instanceof AppError).toBe(false);
});

it.each<[() => AppError, string, string, object]>([
  [() => notFound(), "not_found", "Not found", {}],
  [() => forbidden(), "forbidden", "You don't have permission to do this", {}],
  [() => forbidden("Ask an admin"), "forbidden", "Ask an admin", { message: "Ask an admin" }],
  [() => refuse("no_owner", "Name an owner"), "rule", "Name an owner", { rule: "no_owner", message: "Name an owner" }],
  [() => conflict({ version: 2 }), "conflict", "Someone changed this first", { current: { version: 2 } }],
  [
    () => invalid("title", "Enter a title"),
    "invalid",
    "Some fields are invalid",
    { fields: [{ field: "title", message: "Enter a title" }] },
  ],
])("%s has its code, a message and what a program needs", (make, code, message, details) => {
  const error = make();
  expect(error).toMatchObject({ name: "AppError", code, message });
  expect(error.details).toEqual(details);
});

it("gives every error a title and its own HTTP status", () => {
  const all = Object.values(ERRORS);
  for (const { status, title } of all) {
    expect(title).not.toBe("");
    expect(status).toBeGreaterThanOrEqual(400);
  }
  expect(new Set(all.map(({ status }) => status)).size).toBe(all.length);
});
