import { beforeAll, expect, it } from "vitest";
import { deviceCookie, knownDevice } from "./device.ts";

const MO = "mo@example.com";
beforeAll(() => {
  Object.assign(globalThis, { afterwordSecret: "a secret of this test, long enough" });
});
const holding = (...lines: string[]) => new Headers({ cookie: lines.map((line) => line.split(";", 1)[0]).join("; ") });

it("knows a device for the accounts that signed in from it, and for no others", () => {
  const first = deviceCookie(new Headers(), MO);
  expect(first).toMatch(/HttpOnly; SameSite=Lax$/);
  const id = knownDevice(holding(first), MO);
  expect(id).toEqual(expect.any(String));
  expect(knownDevice(holding(first), "ann@example.com")).toBeNull();
  const second = deviceCookie(holding(first), "ann@example.com");
  expect([knownDevice(holding(second), MO), knownDevice(holding(second), "ann@example.com")]).toEqual([id, id]);
});

it("ignores a cookie that it didn't sign", () => {
  const cookie = deviceCookie(new Headers(), MO).split(";", 1)[0] ?? "";
  const [name, value = ""] = cookie.split("=", 2);
  const [id, accounts, signature] = value.split(".");
  const forged = [
    "",
    ".",
    "..",
    `${id}.${accounts}`,
    `${id}.${accounts}.`,
    `other.${accounts}.${signature}`,
    `${id}.${accounts}~x.${signature}`,
    `${id}.${accounts}.${signature?.slice(1)}`,
    `${id}.${accounts}.${"A".repeat(signature?.length ?? 0)}`,
    "%",
  ];
  for (const one of forged) expect(knownDevice(holding(`${name}=${one}`), MO), one).toBeNull();
  expect(knownDevice(holding(cookie), MO)).toBe(id);
});
