import * as encoding from "lib0/encoding";
import { beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { SaveTracker } from "./save-tracker.ts";

function frame(...numbers: number[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, "document");
  for (const number of numbers) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}
const STEP_2 = frame(0, 1);
const UPDATE = frame(0, 2);
const AWARENESS = frame(1);
const ok = frame(8, 1);
const refused = frame(8, 0);

let document: Y.Doc;
let tracker: SaveTracker;
let changes: number;
beforeEach(() => {
  document = new Y.Doc();
  changes = 0;
  tracker = new SaveTracker(document, () => {
    changes++;
  });
});

const edit = () => document.getText("t").insert(0, "x");
/** An edit as the provider sends it: at once, if it is allowed to. */
const editAndSend = () => {
  edit();
  return tracker.outgoing(UPDATE, true);
};
const handshake = () => {
  tracker.outgoing(STEP_2, true);
  tracker.incoming(ok);
};

test("nothing is saved before the handshake is answered", () => {
  expect(tracker.state).toBe("opening");
  tracker.outgoing(STEP_2, true);
  expect(tracker.state).toBe("opening");
  tracker.incoming(ok);
  expect(tracker.state).toBe("saved");
});

test("a document that couldn't be opened is offline until the handshake is answered", () => {
  tracker.disconnected();
  expect(tracker.state).toBe("offline");
  tracker.outgoing(STEP_2, true);
  expect(tracker.state).toBe("offline");
  tracker.incoming(ok);
  expect(tracker.state).toBe("saved");
});

test("an edit is unsaved from the moment it is made", () => {
  handshake();
  edit();
  expect(tracker.state).toBe("saving");
  expect(tracker.unsavedEdits).toBe(1);
  expect(changes).toBeGreaterThan(1);
});

test("counts responses in the order of the frames sent", () => {
  handshake();
  for (let i = 0; i < 3; i++) editAndSend();
  tracker.incoming(ok);
  expect(tracker.unsavedEdits).toBe(2);
  tracker.incoming(ok);
  tracker.incoming(ok);
  expect(tracker.state).toBe("saved");
});

test("edits made before the handshake are sent with it and not on their own", () => {
  expect(editAndSend()).toBe(false);
  tracker.outgoing(STEP_2, true);
  expect(editAndSend()).toBe(true);
  tracker.incoming(ok);
  expect(tracker.unsavedEdits).toBe(1);
  tracker.incoming(ok);
  expect(tracker.state).toBe("saved");
});

test("a frame that wasn't sent doesn't count", () => {
  handshake();
  edit();
  expect(tracker.outgoing(UPDATE, false)).toBe(false);
  tracker.incoming(ok);
  expect(tracker.state).toBe("saving");
});

test("edits whose response was lost with the socket are unsaved until the next handshake", () => {
  handshake();
  editAndSend();
  tracker.disconnected();
  expect(tracker.state).toBe("offline");
  expect(tracker.unsavedEdits).toBe(1);
  edit();
  handshake();
  expect(tracker.state).toBe("saved");
});

test("a response from before the loss isn't counted after it", () => {
  handshake();
  editAndSend();
  tracker.disconnected();
  edit();
  tracker.incoming(ok);
  expect(tracker.unsavedEdits).toBe(2);
});

test("a rejection is shown until everything is accepted", () => {
  handshake();
  editAndSend();
  tracker.incoming(refused);
  expect(tracker.state).toBe("rejected");
  expect(tracker.unsavedEdits).toBe(1);
  tracker.disconnected();
  handshake();
  expect(tracker.state).toBe("saved");
});

test("other people's edits and other frames don't count", () => {
  const provider = {};
  tracker.remote = provider;
  handshake();
  const peer = new Y.Doc();
  peer.getText("t").insert(0, "y");
  Y.applyUpdate(document, Y.encodeStateAsUpdate(peer), provider);
  expect(tracker.outgoing(AWARENESS, false)).toBe(true);
  expect(tracker.outgoing(Uint8Array.from([255]), true)).toBe(true);
  tracker.incoming(AWARENESS);
  expect(tracker.state).toBe("saved");
});

test("nothing is counted after destroy", () => {
  handshake();
  tracker.destroy();
  edit();
  expect(tracker.unsavedEdits).toBe(0);
});
