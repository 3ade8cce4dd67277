import { beforeEach, describe, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { CLOSE, schemaReason } from "./socket-protocol.ts";
import { connection, edit, open, ready, say, withFakeSockets } from "./testing/connection.ts";
import { Device } from "./testing/device.ts";
import { FakeSocket } from "./testing/fake-socket.ts";

withFakeSockets();

describe("a device that keeps edits", () => {
  let device: Device;
  beforeEach(() => {
    device = new Device();
  });
  const writeOffline = async (words: string, scope: { readOnly: boolean; restricted?: boolean }) => {
    await ready("read-write", { store: device.store() });
    say(scope);
    FakeSocket.last.saved();
    FakeSocket.last.isDead = true;
    connection.networkLost();
    edit(words);
    await vi.advanceTimersByTimeAsync(1000);
  };

  it("has them after the tab, and the next one sends them", async () => {
    await writeOffline("kept", { readOnly: false });
    expect(connection.status()).toMatchObject({ unsavedEdits: 1, keptEdits: 1, keeping: "device" });
    connection.destroy();
    await vi.advanceTimersByTimeAsync(1000);
    await ready("read-write", { store: device.store() });
    FakeSocket.last.saved();
    await vi.advanceTimersByTimeAsync(1000);
    expect(connection.document.getText("t").toString()).toBe("kept");
    expect(connection.status()).toMatchObject({ save: "saving", unsavedEdits: 1, keptEdits: 1 });
    FakeSocket.last.saved();
    await vi.advanceTimersByTimeAsync(1000);
    expect([connection.status().unsavedEdits, device.rows.size]).toEqual([0, 0]);
    expect(connection.status().merged).toEqual({ changes: 1, shared: null, blockIds: [] });
  });

  it("says what was merged once the server has what was written without a connection, and not at the start", async () => {
    const text = new Y.Doc();
    const line = new Y.XmlElement("paragraph");
    text.getXmlFragment("default").insert(0, [line]);
    line.setAttribute("id", "p");
    const connect = async () => {
      FakeSocket.last.open();
      await vi.advanceTimersByTimeAsync(0);
      FakeSocket.last.authenticate("read-write");
      FakeSocket.last.sync(text);
      FakeSocket.last.saved();
    };
    await open({ store: device.store() });
    edit("x");
    await connect();
    expect(connection.status()).toMatchObject({ save: "saved", merged: null });
    connection.networkLost();
    edit("y");
    (connection.document.getXmlFragment("default").get(0) as Y.XmlElement).setAttribute("tone", "note");
    line.insert(0, [new Y.XmlText("Of someone else")]);
    await vi.advanceTimersByTimeAsync(200);
    expect(connection.status().merged).toBe(null);
    await connect();
    expect(connection.status()).toMatchObject({
      save: "saved",
      merged: { changes: 2, shared: 1, blockIds: ["p"] },
    });
    connection.lookedAtMerged();
    expect(connection.status().merged).toBe(null);
  });

  it("gets what was written just before the tab leaves", async () => {
    await ready("read-write", { store: device.store() });
    FakeSocket.last.saved();
    edit("x");
    connection.destroy();
    await vi.advanceTimersByTimeAsync(500);
    expect([device.rows.size, vi.getTimerCount()]).toEqual([1, 0]);
  });

  it("has none of a restricted review", async () => {
    await writeOffline("secret", { readOnly: false, restricted: true });
    expect(connection.status()).toMatchObject({ unsavedEdits: 1, keptEdits: 0, keeping: "never" });
    expect(device.rows.size).toBe(0);
  });

  it.each([
    [CLOSE.refused, "refused"],
    [CLOSE.documentFull, "document_full"],
    [CLOSE.tooBig, "too_big"],
    [CLOSE.noAccess, "no_access"],
    [CLOSE.signedOut, null],
    [CLOSE.otherSchema, null, schemaReason(8)],
  ])("keeps them after an end by code %i for %s", async (code, held, reason = "") => {
    await ready("read-write", { store: device.store() });
    FakeSocket.last.saved();
    edit("x");
    FakeSocket.last.lose(code, reason);
    await vi.advanceTimersByTimeAsync(1000);
    expect([...device.rows.values()].map((row) => row.held)).toEqual([held]);
    expect(connection.unsentUpdates()).toHaveLength(1);
  });

  it("sends nothing that was written before the right to write was lost", async () => {
    await writeOffline("late", { readOnly: false });
    connection.destroy();
    await vi.advanceTimersByTimeAsync(1000);
    await ready("readonly", { store: device.store() });
    await vi.advanceTimersByTimeAsync(1000);
    expect(connection.document.getText("t").toString()).toBe("");
    expect([...device.rows.values()].map((row) => row.held)).toEqual(["read_only"]);
  });

  it("reports to the server which parts of the template a closed tab had removed", async () => {
    const text = new Y.Doc();
    const heading = new Y.XmlElement("heading");
    text.getXmlFragment("default").insert(0, [heading]);
    heading.setAttribute("sectionKey", "impact");
    await ready("read-write", { store: device.store() }, text);
    FakeSocket.last.saved();
    connection.networkLost();
    connection.document.getXmlFragment("default").delete(0, 1);
    await vi.advanceTimersByTimeAsync(1000);
    connection.destroy();
    await vi.advanceTimersByTimeAsync(1000);
    await ready("read-write", { store: device.store() }, text);
    await vi.advanceTimersByTimeAsync(1000);
    const sent = FakeSocket.last.sent.map((frame) => new TextDecoder().decode(frame));
    expect(sent.some((frame) => frame.includes('"t":"taken-out"'))).toBe(true);
  });
});
