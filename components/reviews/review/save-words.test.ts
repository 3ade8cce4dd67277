import { describe, expect, it } from "vitest";
import { type ConnectionStatus, NOT_CONNECTED } from "#lib/document/document-connection.ts";
import { roomWords, saveStateOf } from "./save-words.ts";

const status: ConnectionStatus = {
  ...NOT_CONNECTED,
  save: "saved",
  keeping: "device",
  isLoaded: true,
  isReadOnly: false,
};

const merged = (changes: number, shared: number | null) => ({ changes, shared, blockIds: [] });

describe("the save status", () => {
  it.each([
    [{}, "saved", undefined],
    [{ save: "saving", unsavedEdits: 2 }, "saving", undefined],
    [{ save: "offline" }, "offline", undefined],
    [{ save: "offline", unsavedEdits: 3, keptEdits: 3 }, "offline", "3 changes kept on this device"],
    [{ save: "offline", unsavedEdits: 3, keptEdits: 2 }, "offline", "2 changes kept on this device"],
    [{ save: "offline", unsavedEdits: 3 }, "offline", "3 changes in this tab only"],
    [{ save: "offline", unsavedEdits: 3, keptEdits: 2, keeping: "tab" }, "offline", "3 changes in this tab only"],
    [{ save: "offline", unsavedEdits: 3, keeping: "never" }, "offline", "3 changes not kept on this device"],
    [{ save: "offline", unsavedEdits: 1, keeping: "unknown" }, "offline", "1 change in this tab only"],
    [{ save: "rejected", unsavedEdits: 1, keptEdits: 1 }, "refused", "1 change kept on this device"],
    [{ isReadOnly: true }, "read-only", undefined],
    [{ merged: merged(1, null) }, "back", "1 change merged"],
    [{ merged: merged(14, 0) }, "back", "14 changes merged"],
    [{ merged: merged(14, 3) }, "back", "14 changes merged, 3 of them in sections that others changed"],
    [{ merged: merged(2, 2) }, "back", "2 changes merged, all of them in sections that others changed"],
    [{ merged: merged(1, 1) }, "back", "1 change merged, in sections that others changed"],
    [{ save: "saving", unsavedEdits: 1, merged: merged(2, 0) }, "saving", undefined],
    [{ save: "offline", merged: merged(2, 0) }, "offline", undefined],
    [{ isReadOnly: true, save: "saving", unsavedEdits: 1 }, "saving", undefined],
  ] as const)("for %o is %s", (patch, state, detail) => {
    expect(saveStateOf({ ...status, ...patch })).toEqual({ state, detail });
  });
});

describe("a nearly full text", () => {
  it.each([
    [{ of: "bytes", percent: 83, left: 1_426_000 }, "83% full. About 1.4 MB left, including the edit history."],
    [{ of: "nodes", percent: 95, left: 1000 }, "95% full. 1,000 more paragraphs, list items and cells fit."],
  ] as const)("says what is left and what to do: %o", (room, words) => {
    expect(roomWords(room)).toContain(words);
    expect(roomWords(room)).toContain("Move long parts");
  });
});
