import { renderToHTMLString } from "@tiptap/static-renderer/pm/html-string";
import { yXmlFragmentToProsemirrorJSON } from "@tiptap/y-tiptap";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { editorExtensions } from "#lib/document/schema.ts";
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
  expect(html).toContain('<div contenteditable="false" data-served="block" data-id="l" data-kind="impact"></div>');
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

it("writes nodes and marks as a general renderer does", () => {
  const cell = (id: string, colwidth?: string) => {
    const made = new Y.XmlElement("tableCell");
    if (colwidth) made.setAttribute("colwidth", [Number(colwidth)] as unknown as string);
    made.insert(0, [element("paragraph", { id }, "Cell")]);
    return made;
  };
  const around = (name: string, ...content: Y.XmlElement[]) => {
    const made = new Y.XmlElement(name);
    made.insert(0, content);
    return made;
  };
  const text = sent((root) => {
    const marked = element("paragraph", { id: "m" }, "See the pool");
    root.push([
      marked,
      element("paragraph", { id: "$&" }, "Two"),
      around("table", around("tableRow", cell("1", "80"), cell("2")), around("tableRow", cell("3"), cell("4"))),
      around("table", around("tableRow", cell("5"))),
      around("bulletList", around("listItem", element("paragraph", { id: "l1" }, "One"))),
      around("callout", element("paragraph", { id: "c1" }, "Aside")),
      new Y.XmlElement("horizontalRule"),
    ]);
    const words = marked.get(0) as Y.XmlText;
    words.format(0, 3, { bold: {} });
    words.format(4, 3, { comment: { threadId: "t" } });
    words.format(8, 4, { link: { href: 'https://example.com/?a="&b' } });
  });
  const document = new Y.Doc();
  Y.applyUpdate(document, Buffer.from(text.state, "base64"));
  const content = yXmlFragmentToProsemirrorJSON(document.getXmlFragment(TEXT_FRAGMENT));
  const general = renderToHTMLString({ content, extensions: editorExtensions() });
  expect(servedHtml(text, "one")).toBe(general.replaceAll("/>", ">"));
});
