import { writeVarString } from "lib0/encoding";
import { describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { NOT_CONNECTED } from "./document-connection.ts";
import { CLOSE, schemaReason } from "./socket-protocol.ts";
import { connection, edit, kinds, open, ready, say, settled, withFakeSockets } from "./testing/connection.ts";
import { Device } from "./testing/device.ts";
import { FakeSocket, STATELESS } from "./testing/fake-socket.ts";

withFakeSockets();

describe("a shared document", () => {
  it("has nothing to show until its text has arrived", async () => {
    await open();
    const nothing = NOT_CONNECTED;
    expect(connection.status()).toEqual(nothing);
    FakeSocket.last.open();
    await vi.advanceTimersByTimeAsync(0);
    expect(connection.status()).toEqual(nothing);
    FakeSocket.last.authenticate("read-write");
    FakeSocket.last.sync();
    expect(connection.status()).toEqual({ ...nothing, isLoaded: true, isReadOnly: false });
    FakeSocket.last.saved();
    expect(connection.status()).toMatchObject({ save: "saved" });
  });

  it("says what isn't saved until the server has it", async () => {
    await settled();
    edit("hello");
    expect(connection.status()).toMatchObject({ save: "saving", unsavedEdits: 1 });
    expect(kinds().at(-1)).toBe("update");
    FakeSocket.last.saved();
    expect(connection.status()).toMatchObject({ save: "saved", unsavedEdits: 0 });
  });

  it("reports each change once, and to no one who has left", async () => {
    await settled();
    const heard: string[] = [];
    const leave = connection.subscribe(() => heard.push(connection.status().save));
    const before = connection.status();
    say({ readOnly: false });
    expect([heard, connection.status() === before]).toEqual([[], true]);
    edit("a");
    FakeSocket.last.saved();
    expect(heard).toEqual(["saving", "saved"]);
    leave();
    edit("b");
    expect(heard).toHaveLength(2);
  });

  it("can be read only from the start, or from some moment on", async () => {
    await ready("readonly");
    expect(connection.status().isReadOnly).toBe(true);
    say({ readOnly: false });
    expect(connection.status().isReadOnly).toBe(false);
    say({ readOnly: true });
    expect(connection.status().isReadOnly).toBe(true);
    FakeSocket.last.receive(STATELESS, (encoder) => writeVarString(encoder, "{}"));
    expect(connection.status().isReadOnly).toBe(true);
  });

  it("sends again what was rejected, once it can write", async () => {
    await settled();
    const { last } = FakeSocket;
    say({ readOnly: true });
    say({ readOnly: false });
    expect(last.readyState).toBe(1);
    say({ readOnly: true });
    edit("x");
    say({ readOnly: false });
    expect(last.readyState).toBe(3);
  });
});

describe("a text that came with the page", () => {
  const before = new Y.Doc();
  before.getText("t").insert(0, "hello");
  const given = (more: object = {}) => ({
    given: { state: Y.encodeStateAsUpdate(before), readOnly: false, restricted: false, ...more },
  });
  const words = () => connection.document.getText("t").toString();

  it("can be read and written before there is a socket, without counting as an edit", async () => {
    await open(given());
    expect(words()).toBe("hello");
    expect(connection.status()).toMatchObject({ save: "opening", isLoaded: true, isReadOnly: false, unsavedEdits: 0 });
    edit("oh, ");
    expect(connection.status()).toMatchObject({ save: "opening", unsavedEdits: 1 });
  });

  it("is joined by what is newer, and what was typed in it is saved with the handshake", async () => {
    await open(given());
    edit("oh, ");
    FakeSocket.last.open();
    await vi.advanceTimersByTimeAsync(0);
    expect(kinds()).not.toContain("update");
    FakeSocket.last.authenticate("read-write");
    const newer = new Y.Doc();
    Y.applyUpdate(newer, Y.encodeStateAsUpdate(before));
    newer.getText("t").insert(5, " world");
    FakeSocket.last.sync(newer);
    await vi.advanceTimersByTimeAsync(0);
    expect(words()).toBe("oh, hello world");
    expect(connection.status()).toMatchObject({ save: "opening", unsavedEdits: 1 });
    expect(kinds()).toContain("step2");
    FakeSocket.last.saved();
    expect(connection.status()).toMatchObject({ save: "saved", unsavedEdits: 0 });
  });

  it("keeps on the device what can't be sent, unless the review is restricted", async () => {
    const device = new Device();
    await open({ ...given(), store: device.store() });
    edit("oh, ");
    await vi.advanceTimersByTimeAsync(100);
    expect(connection.status()).toMatchObject({ keeping: "device", keptEdits: 1 });
    connection.destroy();
    await open({ ...given({ restricted: true }), store: device.store() });
    edit("oh, ");
    await vi.advanceTimersByTimeAsync(100);
    expect(connection.status()).toMatchObject({ keeping: "never", keptEdits: 0 });
  });

  it("returns edits that were left on the device only once the socket has brought what is newer", async () => {
    const device = new Device();
    await open({ ...given(), store: device.store() });
    edit("oh, ");
    await vi.advanceTimersByTimeAsync(100);
    connection.destroy();
    await open({ ...given(), store: device.store() });
    FakeSocket.last.open();
    await vi.advanceTimersByTimeAsync(0);
    FakeSocket.last.authenticate("read-write");
    say({ readOnly: false });
    await vi.advanceTimersByTimeAsync(100);
    expect(words()).toBe("hello");
    FakeSocket.last.sync(before);
    await vi.advanceTimersByTimeAsync(100);
    expect(words()).toBe("oh, hello");
  });

  it("can't be written without the right to", async () => {
    await open(given({ readOnly: true }));
    expect(connection.status()).toMatchObject({ isLoaded: true, isReadOnly: true });
    FakeSocket.last.open();
    await vi.advanceTimersByTimeAsync(0);
    FakeSocket.last.lose(CLOSE.noAccess);
    expect(connection.status()).toMatchObject({ ended: "no_access" });
  });
});

describe("an end", () => {
  it.each([
    [CLOSE.refused, "refused"],
    [CLOSE.signedOut, "signed_out"],
    [CLOSE.noAccess, "no_access"],
    [CLOSE.notFound, "no_access"],
    [CLOSE.documentFull, "document_full"],
    [CLOSE.tooBig, "too_big"],
    [CLOSE.otherSchema, "other_schema", schemaReason(8)],
  ])("is permanent after code %i: %s", async (code, ended, reason = "") => {
    await settled();
    FakeSocket.last.lose(code, reason);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection.status()).toMatchObject({ ended });
    expect(FakeSocket.all).toHaveLength(1);
    connection.reconnect();
    connection.networkLost();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeSocket.all).toHaveLength(1);
  });

  it.each([
    [CLOSE.refused, "rejected"],
    [CLOSE.documentFull, "rejected"],
    [CLOSE.tooBig, "rejected"],
    [CLOSE.signedOut, "offline"],
  ])("by code %i leaves what isn't saved: %s", async (code, save) => {
    await settled();
    edit("x");
    FakeSocket.last.lose(code);
    expect(connection.status()).toMatchObject({ save, unsavedEdits: 1 });
  });

  it.each([
    [CLOSE.restarting],
    [CLOSE.tryLater],
    [CLOSE.notSaved],
    [1006],
    [CLOSE.otherSchema, schemaReason(6)],
    [CLOSE.otherSchema, "reload"],
  ])("by code %i is a loss, and another attempt follows: %s", async (code, reason = "") => {
    await settled();
    FakeSocket.last.lose(code, reason);
    expect(connection.status()).toMatchObject({ save: "offline", ended: null });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeSocket.all.length).toBeGreaterThan(1);
  });

  it("is followed by presence with a newer clock, because the others have dropped the older one", async () => {
    await settled();
    const clock = () => connection.provider.awareness?.meta.get(connection.document.clientID)?.clock ?? -1;
    const before = clock();
    FakeSocket.last.lose(CLOSE.restarting);
    await vi.advanceTimersByTimeAsync(1000);
    FakeSocket.last.open();
    FakeSocket.last.authenticate("read-write");
    expect(clock()).toBeGreaterThan(before);
  });

  it("of a session is over once the person has signed in again", async () => {
    await settled();
    connection.signedInAgain();
    expect(FakeSocket.all).toHaveLength(1);
    FakeSocket.last.lose(CLOSE.signedOut);
    connection.signedInAgain();
    await vi.advanceTimersByTimeAsync(1000);
    expect(connection.status().ended).toBeNull();
    expect(FakeSocket.all).toHaveLength(2);
    FakeSocket.last.lose(CLOSE.noAccess);
    connection.signedInAgain();
    expect(connection.status().ended).toBe("no_access");
  });
});

describe("a server that says nothing", () => {
  it("counts as lost when an edit isn't answered", async () => {
    await settled({ silenceMs: 5000 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection.status().save).toBe("saved");
    edit("x");
    await vi.advanceTimersByTimeAsync(4999);
    expect(connection.status().save).toBe("saving");
    await vi.advanceTimersByTimeAsync(1);
    expect(connection.status().save).not.toBe("saving");
  });

  it("counts as offline within two seconds when the link is dead, and not when it comes back", async () => {
    await settled();
    FakeSocket.last.isDead = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection.status().save).toBe("saved");
    edit("x");
    await vi.advanceTimersByTimeAsync(2000);
    expect(connection.status()).toMatchObject({ save: "offline", unsavedEdits: 1 });
    expect(FakeSocket.all).toHaveLength(1);
    FakeSocket.last.saved();
    expect(connection.status()).toMatchObject({ save: "saved", unsavedEdits: 0 });
  });

  it("counts as saving while it is only slow", async () => {
    await settled();
    FakeSocket.last.isDead = true;
    edit("x");
    await vi.advanceTimersByTimeAsync(2000);
    FakeSocket.last.isDead = false;
    say({ readOnly: false });
    await vi.advanceTimersByTimeAsync(5000);
    expect(connection.status().save).toBe("saving");
  });

  it("counts as offline within two seconds while the document opens", async () => {
    await open();
    await vi.advanceTimersByTimeAsync(1000);
    expect(connection.status().save).toBe("opening");
    await vi.advanceTimersByTimeAsync(1000);
    expect(connection.status().save).toBe("offline");
  });

  it("has twice the time while the document opens", async () => {
    await open({ silenceMs: 5000 });
    FakeSocket.last.open();
    await vi.advanceTimersByTimeAsync(9000);
    expect(FakeSocket.all).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(FakeSocket.all.length).toBeGreaterThan(1);
  });
});

it("takes the network for gone when the browser says so", async () => {
  await settled();
  connection.networkLost();
  expect(connection.status().save).toBe("offline");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(FakeSocket.all.length).toBeGreaterThan(1);
});

it("reports what was read before an edit leaves", async () => {
  await settled();
  const other = new Y.Doc();
  other.getText("t").insert(0, "theirs");
  FakeSocket.last.sync(other);
  const before = FakeSocket.last.sent.length;
  edit("mine");
  const words = FakeSocket.last.sent.slice(before).map((frame) => new TextDecoder().decode(frame));
  expect(words.findIndex((frame) => frame.includes('"t":"seen"'))).toBe(0);
  expect(kinds().at(-1)).toBe("update");
});

it("sends a caret when it has moved", async () => {
  await settled();
  const sent = () => FakeSocket.last.sent.splice(0).length;
  const at = (offset: number) => {
    const place = () => Y.createRelativePositionFromTypeIndex(connection.document.getText("t"), offset);
    connection.provider.awareness?.setLocalStateField("cursor", { anchor: place(), head: place() });
    return sent();
  };
  edit("alpha");
  sent();
  expect([at(1), at(1), at(2), at(2), at(1)]).toEqual([1, 0, 1, 0, 1]);
});
