import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { parseSeenMessage, SeenTeller } from "./seen.ts";

/** A document with its teller, and one of a colleague whose edits can be received. */
function open() {
  const [document, other] = [new Y.Doc(), new Y.Doc()];
  const told: string[] = [];
  const teller = new SeenTeller(document, (payload) => told.push(payload));
  const receive = (words: string) => {
    other.getText("t").insert(0, words);
    Y.applyUpdate(document, Y.encodeStateAsUpdate(other));
  };
  const clocks = () => told.splice(0).map((payload) => parseSeenMessage(payload));
  return { document, other, teller, receive, clocks };
}

describe("a report of read edits", () => {
  it("doesn't count for what another tab wrote", () => {
    const { document, other, teller, receive, clocks } = open();
    receive("hello");
    const gone = new Y.Doc();
    const send = () => {
      gone.getText("t").insert(0, "x");
      Y.applyUpdate(document, Y.encodeStateAsUpdate(gone), "returned");
      teller.aboutToLeave();
    };
    teller.speakFor(gone.clientID, Y.encodeStateVector(new Map([[other.clientID, 2]])), send);
    const [before, after, ...more] = clocks();
    expect(before).toEqual({ t: "seen", by: gone.clientID, clocks: [[other.clientID, 2]], anew: true });
    expect(after).toMatchObject({ t: "seen", by: document.clientID, anew: true });
    expect(new Map(after?.clocks)).toEqual(
      new Map([
        [other.clientID, 5],
        [gone.clientID, 1],
      ]),
    );
    expect(more).toEqual([]);
  });

  it("is reported once, before an edit leaves", () => {
    const { document, other, teller, receive, clocks } = open();
    receive("hello");
    expect(clocks()).toEqual([]);
    teller.aboutToLeave();
    expect(clocks()).toEqual([{ t: "seen", by: document.clientID, clocks: [[other.clientID, 5]] }]);
    teller.aboutToLeave();
    expect(clocks()).toEqual([]);
    receive("!");
    teller.aboutToLeave();
    expect(clocks()).toEqual([{ t: "seen", by: document.clientID, clocks: [[other.clientID, 6]] }]);
  });

  it("is reported in full at the start of a connection, and not again", () => {
    const { document, other, teller, receive, clocks } = open();
    teller.begin();
    receive("hello");
    document.getText("t").insert(0, "mine");
    teller.begin();
    teller.aboutToLeave();
    const [first, second, ...rest] = clocks();
    expect(first?.clocks).toEqual([]);
    expect(new Map(second?.clocks)).toEqual(
      new Map([
        [other.clientID, 5],
        [document.clientID, 4],
      ]),
    );
    expect(rest).toEqual([]);
  });

  it("contains neither one's own edits nor those it already had", () => {
    const { document, other, teller, receive, clocks } = open();
    document.getText("t").insert(0, "mine");
    Y.applyUpdate(document, Y.encodeStateAsUpdate(other));
    teller.aboutToLeave();
    expect(clocks()).toEqual([]);
    receive("x");
    teller.destroy();
    receive("y");
    teller.aboutToLeave();
    expect(clocks().map((one) => one?.clocks)).toEqual([[[other.clientID, 1]]]);
  });
});

it.each([
  ['{"t":"seen","by":1,"clocks":[[2,3]]}', { t: "seen", by: 1, clocks: [[2, 3]] }],
  ['{"t":"seen","by":0,"clocks":[]}', { t: "seen", by: 0, clocks: [] }],
  [JSON.stringify({ t: "seen", by: 1, clocks: Array(20_001).fill([1, 1]) }), null],
  ['{"t":"other","by":1,"clocks":[]}', null],
  ['{"t":"seen","by":-1,"clocks":[]}', null],
  ['{"t":"seen","by":1.5,"clocks":[]}', null],
  ['{"t":"seen","by":"1","clocks":[]}', null],
  ['{"t":"seen","by":1,"clocks":{}}', null],
  ['{"t":"seen","by":1,"clocks":[[2]]}', null],
  ['{"t":"seen","by":1,"clocks":[[2,3,4]]}', null],
  ['{"t":"seen","by":1,"clocks":[[2,"3"]]}', null],
  ['{"t":"seen","by":1,"clocks":["23"]}', null],
  ["null", null],
  ["seen", null],
])("case %#: reads a message of the socket, or null", (payload, message) => {
  expect(parseSeenMessage(payload)).toEqual(message);
});

it("reads as many clocks as a document can have", () => {
  const clocks = Array(20_000).fill([1, 1]);
  expect(parseSeenMessage(JSON.stringify({ t: "seen", by: 1, clocks }))?.clocks).toHaveLength(20_000);
});
