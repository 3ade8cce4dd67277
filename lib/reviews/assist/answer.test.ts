import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOneLine } from "#lib/base/text/one-line.ts";
import { checkFindings, checkSentences } from "./answer.ts";
import { plainSentence } from "./plain-sentence.ts";

const material = {
  title: "Uploads fail",
  events: [
    { ref: "E1", id: "id-1", at: null, kind: "observation", title: "Queue is deep" },
    { ref: "E2", id: "id-2", at: null, kind: "observation", title: "Uploads work" },
  ],
  sections: [{ ref: "S1", key: "summary", title: "Summary", text: "" }],
  incidents: [{ ref: "I1", key: "INC-4", title: "Uploads failed", common: [] }],
};

describe("an answer", () => {
  it.each(["", "no", "[]", "{", "null", '{"findings":{}}', '{"findings":"x"}', "}{"])("isn't a list: %s", (answer) => {
    expect(checkFindings(answer, material)).toBeNull();
    expect(checkSentences(answer, material)).toBeNull();
  });

  it("cites each thing once, by its ref in any case", () => {
    const answer = JSON.stringify({
      findings: [{ kind: "gap", text: "Why?", cites: ["e1", " E1 ", "S1", 7, null, "I1"] }],
    });
    expect(checkFindings(answer, material)).toEqual({
      total: 1,
      kept: [{ kind: "gap", text: "Why?", events: ["id-1"], sections: ["summary"], incidents: ["INC-4"] }],
    });
  });

  it("keeps the first 20 findings and 30 sentences, and counts all", () => {
    const findings = Array.from({ length: 50 }, () => ({ kind: "gap", text: "Why?", cites: ["E1"] }));
    const sentences = Array.from({ length: 50 }, () => ({ text: "So.", cites: ["E2"] }));
    const [found, drafted] = [
      checkFindings(JSON.stringify({ findings }), material),
      checkSentences(JSON.stringify({ sentences }), material),
    ];
    expect([found?.kept.length, found?.total, drafted?.kept.length, drafted?.total]).toEqual([20, 50, 30, 50]);
  });

  it("never throws, and keeps only what cites the material", () => {
    let kept = 0;
    const known = new Set(["id-1", "id-2"]);
    const said = fc.record({
      text: fc.string(),
      cites: fc.array(fc.oneof(fc.constantFrom("E1", "E2", "E3"), fc.anything())),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(said, fc.anything())), (sentences) => {
        for (const { text, events } of checkSentences(JSON.stringify({ sentences }), material)?.kept ?? []) {
          kept += 1;
          expect(events.length).toBeGreaterThan(0);
          expect(events.every((id) => known.has(id))).toBe(true);
          expect(plainSentence(text, 400)).toBe(text);
        }
      }),
    );
    expect(kept).toBeGreaterThan(10);
  });
});

describe("a sentence", () => {
  it.each([
    ["The queue was 40% full at 09:00 (UTC).", "The queue was 40% full at 09:00 (UTC)."],
    ["  Two\n\tlines  ", "Two lines"],
    ["Ünïcode – “quoted” and 日本語", "Ünïcode – “quoted” and 日本語"],
    ["Ratio a < b and 3 > 2", "Ratio a < b and 3 > 2"],
    ["The data: none was lost.", "The data: none was lost."],
    ["Version 2.4.1 of api.example ran", "Version 2.4.1 of api.example ran"],
    ["cart[0] was read", "cart[0] was read"],
    ["\u202eturned\u2066 and \u200bhid\u00adden\ufeff", "turned and hidden"],
  ])("is %j as plain text", (text, plain) => {
    expect(plainSentence(text, 400)).toBe(plain);
  });

  it.each([
    "https://evil.example",
    "See HTTPS://evil.example/x",
    "ftp://evil.example",
    "www.evil.example",
    "h\u200bttps://evil.example",
    "[link](x)",
    "[link] [1]",
    "![picture](x)",
    "<img src=x>",
    "</b>",
    "<!-- hidden -->",
    "@maya",
    "Ask (@maya)",
    "mail maya@example.com now",
    "javascript:alert(1)",
    "data:text/html,x",
    "# Heading",
    "> quote",
    "- item",
    "1. item",
    "```code```",
    "| a | b |",
    "---",
    "",
    " \u200b ",
    "x".repeat(401),
  ])("isn't plain text: %j", (text) => {
    expect(plainSentence(text, 400)).toBeNull();
  });

  it("is one visible line, whatever comes in, and stays as it is when read again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const plain = plainSentence(text, 400);
        if (plain === null) return;
        expect(isOneLine(plain)).toBe(true);
        expect(plain).not.toMatch(/\p{Cf}/u);
        expect(plainSentence(plain, 400)).toBe(plain);
      }),
    );
  });
});

describe("the citation of a finding", () => {
  const kept = (findings: readonly unknown[], around = ["", ""]) =>
    checkFindings(around.join(JSON.stringify({ findings })), material)?.kept;
  const finding = (kind: string, ...cites: string[]) => ({ kind, text: "Why?", cites });

  it.each([
    ["an event", finding("gap", "E1"), true],
    ["a section", finding("gap", "S1"), true],
    ["an incident", finding("contradiction", "I1"), true],
    ["nothing that is there", finding("gap", "E9", "S9", "I9"), false],
    ["nothing", finding("gap"), false],
    ["an incident, as it's similar", finding("similar", "I1"), true],
    ["no incident, although it's similar", finding("similar", "E1", "S1"), false],
    ["an event, of a kind that isn't known", finding("praise", "E1"), false],
    ["an event, but not in plain text", { ...finding("gap", "E1"), text: "<b>" }, false],
    ["an event, without text", { kind: "gap", cites: ["E1"] }, false],
    ["no list", { kind: "gap", text: "Why?", cites: "E1" }, false],
  ])("is %s", (_, one, isKept) => expect(kept([one])).toHaveLength(isKept ? 1 : 0));

  it("is read inside a code fence too", () => {
    const fenced = `Here:\n\`\`\`json\n${JSON.stringify({ findings: [finding("gap", "E1")] })}\n\`\`\` Good luck`;
    expect(checkFindings(fenced, material)?.kept).toHaveLength(1);
  });
});

it("shortens a sentence to its limit", () => {
  expect(plainSentence("x".repeat(400), 400)).toHaveLength(400);
  expect(plainSentence("e\u0301", 400)).toBe("é");
});
