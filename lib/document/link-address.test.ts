import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentNode } from "./document-json.ts";
import { cardTarget, linkedWords, readLinkAddress } from "./link-address.ts";

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
  ])("reads %j as %j", (typed, href) => expect(readLinkAddress(typed)).toEqual({ href }));

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

describe("a link card", () => {
  const card = (href: unknown, ...content: object[]) =>
    ({ type: "linkCard", attrs: { href }, content }) as DocumentNode;
  const title = { type: "text", text: "Runbook", marks: [{ type: "bold" }] };

  it.each([
    ["https://www.example.com/a?b", { href: "https://www.example.com/a?b", host: "example.com" }],
    ["http://10.0.0.1:8080/x", { href: "http://10.0.0.1:8080/x", host: "10.0.0.1:8080" }],
    ["/incidents/INC-1", { href: "/incidents/INC-1", host: "/incidents/INC-1" }],
    ["javascript:alert(1)", null],
    ["https://ana:secret@example.com", null],
    [null, null],
  ])("of %j leads to %j", (href, target) => expect(cardTarget(href)).toEqual(target));

  it("is its title as a link that keeps other marks", () => {
    const link = { type: "link", attrs: { href: "https://example.com" } };
    expect(linkedWords(card("https://example.com", title))).toEqual([{ ...title, marks: [{ type: "bold" }, link] }]);
  });

  it("is its address without a title, and only words without a safe address", () => {
    expect(linkedWords(card("https://example.com"))).toMatchObject([{ text: "https://example.com" }]);
    expect(linkedWords(card("javascript:alert(1)", title))).toEqual([title]);
  });
});
