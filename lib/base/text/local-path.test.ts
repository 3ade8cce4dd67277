import fc from "fast-check";
import { expect, it } from "vitest";
import { localPath } from "./local-path.ts";

it.each([
  ["/", "/"],
  ["/reviews/REV-7?peek=ACT-1#E9", "/reviews/REV-7?peek=ACT-1#E9"],
  ["//evil.example/x", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["/..//evil.example", "/"],
  ["https://evil.example/", "/"],
  ["javascript:alert(1)", "/"],
  ["reviews", "/"],
  [`/${"a".repeat(1999)}`, `/${"a".repeat(1999)}`],
  [`/${"a".repeat(2000)}`, "/"],
  [undefined, "/"],
  [["/a", "/b"], "/"],
])("%j continues to %s", (given, path) => {
  expect(localPath(given)).toBe(path);
});

it("never leaves the site, and is the same when read again", () => {
  const odd = fc.string({ unit: fc.constantFrom("/", "\\", ".", "a", ":", "@", "?", "#", "\t", "\n", "%", " ") });
  fc.assert(
    fc.property(fc.oneof(odd, fc.webUrl(), fc.string()), (tail) => {
      const path = localPath(`/${tail}`);
      expect(new URL(path, "https://here.example").origin).toBe("https://here.example");
      expect(localPath(path)).toBe(path);
    }),
  );
});
