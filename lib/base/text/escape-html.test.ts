import { expect, it } from "vitest";
import { escapeHtml } from "./escape-html.ts";

it("escapes what would start a tag, an entity or the end of an attribute", () => {
  expect(escapeHtml(`<a href="x">Ada & Ben's</a>`)).toBe("&lt;a href=&quot;x&quot;&gt;Ada &amp; Ben's&lt;/a&gt;");
});
