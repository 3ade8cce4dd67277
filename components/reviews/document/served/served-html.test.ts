import { expect, it } from "vitest";
import * as Y from "yjs";
import { SCHEMA_VERSION, TEXT_FRAGMENT } from "#lib/document/schema-version.ts";
import { servedHtml } from "./served-html.ts";

function sent(write: (text: Y.XmlFragment) => void) {
  const document = new Y.Doc();
  write(document.getXmlFragment(TEXT_FRAGMENT));
  const state = Buffer.from(Y.encodeStateAsUpdate(document)).toString("base64");
  return { documentId: "one", schemaVersion: SCHEMA_VERSION, readOnly: false, restricted: false, state };
}

function element(name: string, attributes: Record<string, string>, text = "") {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== "") made.insert(0, [new Y.XmlText(text)]);
  return made;
}

it("writes each line with its id, and escapes what people typed", () => {
  const text = sent((root) =>
    root.push([
      element("heading", { id: "h", level: "2", sectionKey: '"><i>' }, "Impact"),
      element("paragraph", { id: "p1" }, "<img src=x onerror=alert(1)> & so"),
      element("codeBlock", { id: "c" }, "kubectl"),
      element("liveBlock", { id: "l", kind: "impact" }),
    ]),
  );
  const html = servedHtml(text, "one");
  expect(html).toContain('<p data-id="p1">&lt;img src=x onerror=alert(1)&gt; &amp; so</p>');
  expect(html).toMatch(/<h\d data-id="h"/);
  expect(html).toContain('<pre data-id="c">');
  expect(html).toContain('<div contenteditable="false" data-served="block"></div>');
  expect(html).not.toContain("<i>");
});

it("keeps every chip as one place, with its words escaped", () => {
  const text = sent((root) => {
    const line = element("paragraph", { id: "p" }, "See ");
    line.push([
      element("recordChip", { noun: "action-item", key: 'A"<b>' }),
      element("personMention", { userId: "u", label: "<b>Ann" }),
      element("eventChip", { eventId: "e" }),
    ]);
    root.push([line]);
  });
  const html = servedHtml(text, "one");

  expect(html.match(/contenteditable="false"/g)).toHaveLength(3);
  expect(html).not.toContain("<b>");
});

it("returns nothing for another document, and for a text that comes over the socket", () => {
  const text = sent((root) => root.push([element("paragraph", { id: "p" }, "So")]));
  expect(servedHtml(text, "other")).toBe("");
  expect(servedHtml({ ...text, state: null }, "one")).toBe("");
  expect(servedHtml(undefined, "one")).toBe("");
});
