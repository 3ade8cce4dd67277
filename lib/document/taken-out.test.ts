import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { parseTakenOutMessage, TakenOutTeller, templateMarkOf } from "./taken-out.ts";

/** A document with a heading of the template, an ordinary one and a live block, and what its teller sends. */
function open() {
  const document = new Y.Doc();
  const text = document.getXmlFragment("text");
  const element = (name: string, attributes: Record<string, string>) => {
    const made = new Y.XmlElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    text.push([made]);
    return made;
  };
  const section = element("heading", { sectionKey: "timeline" });
  const ordinary = element("heading", { level: "2" });
  const live = element("liveBlock", { kind: "timeline" });
  element("paragraph", { kind: "x", sectionKey: "y" });
  const told: string[] = [];
  const teller = new TakenOutTeller(document, (payload) => told.push(payload));
  const ids = () => told.splice(0).map((payload) => parseTakenOutMessage(payload)?.ids);
  const idOf = (made: Y.XmlElement) => [made._item?.id.client, made._item?.id.clock];
  return { document, text, section, ordinary, live, teller, ids, idOf };
}

describe("parts of a template that are removed", () => {
  it("are reported by their ids before the edit leaves", () => {
    const { text, section, live, ids, idOf } = open();
    const [sectionId, liveId] = [idOf(section), idOf(live)];
    text.delete(0, 1);
    const [first] = ids();
    expect(first).toContainEqual(sectionId);
    expect(first).not.toContainEqual(liveId);
    text.delete(1, 1);
    expect(ids()[0]).toContainEqual(liveId);
  });

  it("exclude an ordinary heading, a paragraph and an edit of someone else", () => {
    const { document, text, ids } = open();
    text.delete(1, 1);
    text.delete(2, 1);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(document));
    other.getXmlFragment("text").delete(0, 1);
    Y.applyUpdate(document, Y.encodeStateAsUpdate(other));
    expect(ids()).toEqual([]);
  });

  it("include a heading that loses its section", () => {
    const { section, ids } = open();
    const mark = templateMarkOf(section);
    section.removeAttribute("sectionKey");
    expect(ids()).toEqual([[[mark?.id.client, mark?.id.clock]]]);
  });

  it("are reported again at the start of a connection, the last thousand of them", () => {
    const { document, text, teller, ids } = open();
    teller.begin();
    expect(ids()).toEqual([]);
    document.transact(() => text.delete(0, 4));
    const [first] = ids();
    teller.begin();
    expect(ids()).toEqual([first]);
    document.transact(() => {
      for (let n = 0; n < 600; n++) {
        const made = new Y.XmlElement("liveBlock");
        made.setAttribute("kind", "timeline");
        text.push([made]);
      }
    });
    document.transact(() => text.delete(0, 600));
    ids();
    teller.begin();
    expect(ids()[0]).toHaveLength(1000);
    teller.destroy();
    text.push([new Y.XmlElement("liveBlock")]);
    text.delete(0, 1);
    expect(ids()).toEqual([]);
  });

  it("are marked headings and live blocks alone", () => {
    const { section, ordinary, live, text } = open();
    expect([section, live].map((made) => templateMarkOf(made) instanceof Y.Item)).toEqual([true, true]);
    expect([ordinary, text.get(3), text, null].map(templateMarkOf)).toEqual([null, null, null, null]);
  });
});

it.each([
  ['{"t":"taken-out","ids":[[1,2],[3,4]]}', 2],
  ['{"t":"taken-out","ids":[]}', 0],
  [JSON.stringify({ t: "taken-out", ids: Array(1000).fill([1, 2]) }), 1000],
  [JSON.stringify({ t: "taken-out", ids: Array(1001).fill([1, 2]) }), undefined],
  ['{"t":"seen","ids":[]}', undefined],
  ['{"t":"taken-out","ids":{}}', undefined],
  ['{"t":"taken-out","ids":[[1]]}', undefined],
  ['{"t":"taken-out","ids":[[1,2,3]]}', undefined],
  ['{"t":"taken-out","ids":[[1,-2]]}', undefined],
  ['{"t":"taken-out","ids":["12"]}', undefined],
  ["null", undefined],
  ["{", undefined],
])("case %#: reads a message of the socket, or null", (payload, length) => {
  expect(parseTakenOutMessage(payload)?.ids.length).toBe(length);
});
