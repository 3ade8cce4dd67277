import { expect, it } from "vitest";
import { isReadableAddress } from "./readable-address.ts";

it.each([
  ["/incidents/INC-1?q=%E0%A4%A", true],
  ["/api/v1/search/%F0%9F%98%80", true],
  ["/api/v1/incidents/%E0%A4%A", false],
  ["/incidents/%", false],
  ["*", false],
  ["http://evil.example/", false],
  ["evil.example:443", false],
])("%s is valid: %s", (url, isReadable) => {
  expect(isReadableAddress(url)).toBe(isReadable);
});
