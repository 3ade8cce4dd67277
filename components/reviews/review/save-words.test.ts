import { describe, expect, it } from "vitest";
import { type ConnectionStatus, NOT_CONNECTED } from "#lib/document/document-connection.ts";
import { saveStateOf } from "./save-words.ts";

const status: ConnectionStatus = {
  ...NOT_CONNECTED,
  save: "saved",
  keeping: "device",
  isLoaded: true,
  isReadOnly: false,
};

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
    [{ isReadOnly: true, save: "saving", unsavedEdits: 1 }, "saving", undefined],
  ] as const)("for %o is %s", (patch, state, detail) => {
    expect(saveStateOf({ ...status, ...patch })).toEqual({ state, detail });
  });
});
