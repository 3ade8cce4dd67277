import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLinkAddress } from "./link-address.ts";

describe("the address of a link", () => {
  it.each([
    ["https://example.com/runbook", "https://example.com/runbook"],
    [" http://10.0.0.1:8080/ ", "http://10.0.0.1:8080/"],
    ["example.com", "https://example.com"],
    ["wiki.example.com/a?b=c#d", "https://wiki.example.com/a?b=c#d"],
    ["localhost:3000/x", "https://localhost:3000/x"],
    ["bücher.example/x", "https://bücher.example/x"],
    ["ana@example.com", "mailto:ana@example.com"],
    ["mailto:ana@example.com", "mailto:ana@example.com"],
    ["/incidents/INC-1", "/incidents/INC-1"],
  ])("%j is %j", (typed, href) => expect(readLinkAddress(typed)).toEqual({ href }));

  it.each(["", "runbook", "two words.com", "//other.example", "/\\other.example", "ftp://example.com", "https://"])(
    "%j isn't one",
    (typed) => expect(readLinkAddress(typed)).toHaveProperty("problem"),
  );

  it.each(["https://ana:secret@example.com", "ana:secret@example.com/x"])("%j would show a password", (typed) =>
    expect(readLinkAddress(typed)).toHaveProperty("problem"),
  );

  it("never runs a script", () => {
    const scheme = fc.constantFrom("javascript:", "JaVaScRiPt:", "data:text/html,", "vbscript:", "java\tscript:");
    fc.assert(
      fc.property(scheme, fc.string(), (start, rest) => {
        const read = readLinkAddress(`${start}${rest}`);
        expect("href" in read && /^\W*(?:javascript|data|vbscript)/i.test(read.href)).toBe(false);
      }),
    );
  });
});
