import { readdirSync, readFileSync } from "node:fs";
import { Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readWriteUpText, type WriteUpDocument } from "#importers/index.ts";
import { type DocumentJson, descendants } from "#lib/document/document-json.ts";
import { editorSchema } from "#lib/document/schema.ts";
import { plainText } from "#lib/document/text.ts";
import { withIds } from "#lib/document/with-ids.ts";
import { htmlOfMarkdown } from "./html-of-markdown.ts";

const FOLDER = new URL("../../../../fixtures/imports/", import.meta.url);
const filesIn = (folder: string, ending: RegExp) =>
  readdirSync(new URL(folder, FOLDER))
    .filter((name) => ending.test(name))
    .map((name) => [name, readFileSync(new URL(`${folder}/${name}`, FOLDER), "utf8")] as const);

const fromMarkdown = (text: string) => readWriteUpText({ ...htmlOfMarkdown(text), isMarkdown: true });
const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
/** Returns the text that a reader of the result sees, with numbers of items, boxes, addresses and languages of code. */
function shown({ title, blocks }: WriteUpDocument): string {
  const attributes = [...descendants({ type: "doc", content: blocks })].map(
    ({ type, attrs = {}, marks = [], content = [] }) => {
      const numbers = type === "orderedList" ? content.map((_, index) => Number(attrs.start) + index) : [];
      const links = marks.map((mark) => String(mark.attrs?.href ?? ""));
      return [attrs.language ?? "", attrs.tone ?? "", attrs.checked === true ? "x" : "", ...numbers, ...links].join(
        " ",
      );
    },
  );
  return [title ?? "", plainText(blocks), ...attributes].join("\n");
}

function missingFrom(source: readonly string[], result: WriteUpDocument): string[] {
  const left = new Map<string, number>();
  for (const word of wordsIn(shown(result))) left.set(word, (left.get(word) ?? 0) + 1);
  return source.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count === 0;
  });
}

/** A Markdown text without what no reader sees: comments, addresses of links and pictures, entities, tags. */
const visible = (markdown: string) =>
  markdown
    .replace(/<!--[\s\S]*?-->/g, " ")
    .replace(/\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"([^"]*)")?\)/g, "] $1")
    .replace(/^ {0,3}\[[^\]]+\]:\s*\S*$/gm, " ")
    .replace(/\]\[[^\]]*\]/g, "]")
    .replace(/[`*]/g, "")
    .replace(/^[\s>]*\d+[.)] /gm, "")
    .replace(
      /<\/?(?:br|details|summary|p|div|a|img|b|i|em|strong|sup|sub|hr|table|t[hdr]|tbody|thead|span|center|u|code|pre|ul|ol|li|h[1-6]|blockquote)\b[^>]*>/gi,
      " ",
    )
    .replace(/&[a-z#\d]+;/gi, " ");

const isValid = ({ blocks }: WriteUpDocument) => {
  const json: DocumentJson = { type: "doc", content: blocks.length > 0 ? blocks : [{ type: "paragraph" }] };
  let next = 0;
  Node.fromJSON(
    editorSchema(),
    withIds(json, () => String(next++)),
  ).check();
};

describe("real write-ups", () => {
  test.each(filesIn("notes", /\.(?:md|txt)$/))("keeps every word of %s", (_name, text) => {
    const result = fromMarkdown(text);
    isValid(result);
    expect(missingFrom(wordsIn(visible(text)), result)).toEqual([]);
  });
});

/** Words that aren't names of elements. */
const WORDS = ["wq", "z7x", "kjé", "пр", "9k", "vvv"];
const word = fc.constantFrom(...WORDS);
const timesIn = (text: string) => WORDS.map((one) => text.split(one).length - 1);

test("keeps every word of any Markdown", () => {
  const sign = fc.constantFrom(
    ..." \n\n\n#*_-|`>[](){}<~:.+=\\\"'&;",
    "\n\n",
    "\n- ",
    "\n1. ",
    "\n    ",
    "\n| ",
    " | ",
    "|--|--|\n",
    "](",
    "[^",
    "]: ",
    "```",
    "**",
    "---\n",
  );
  const text = fc.array(fc.oneof(word, sign), { maxLength: 60 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (markdown) => {
      const result = fromMarkdown(markdown);
      isValid(result);
      const kept = timesIn(shown(result));
      expect(timesIn(markdown).filter((times, index) => times > (kept[index] ?? 0))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test("keeps every word of any HTML, and nothing of scripts and styles", () => {
  const tag = fc.constantFrom(
    ..."p div h1 h2 h3 h6 ul ol li table tr td th tbody b i code pre a span blockquote details summary dl dt dd section aside figure figcaption caption main x-card button label br hr img input nav sup".split(
      " ",
    ),
  );
  const piece = fc.letrec<{ any: string }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      word.map((one) => ` ${one} `),
      fc.constantFrom("<script>evil1</script>", "<style>evil2 {}</style>", "<!-- evil3 -->"),
      fc
        .tuple(tag, fc.array(tie("any"), { maxLength: 4 }), fc.boolean())
        .map(
          ([name, inner, isClosed]) =>
            `<${name} onclick="evil4()" style="color:red">${inner.join("")}${isClosed ? `</${name}>` : ""}`,
        ),
    ),
  })).any;
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const html = pieces.join("");
      const result = readWriteUpText({ html, isMarkdown: false, title: null });
      isValid(result);
      const source = html.replace(/<(script|style)>.*?<\/\1>|<!--.*?-->|<[^>]*>/g, " ");
      expect(missingFrom(wordsIn(source), result)).toEqual([]);
      expect(JSON.stringify(result)).not.toMatch(/evil/);
    }),
    { numRuns: 3000 },
  );
});
