import { describe, expect, it } from "vitest";
import type { ConnectionStatus } from "#lib/document/document-connection.ts";
import { saveStateOf } from "./save-words.ts";

const status: ConnectionStatus = { save: "saved", unsavedEdits: 0, isLoaded: true, isReadOnly: false, ended: null };

describe("the save status", () => {
  it.each([
    [{}, "saved", undefined],
    [{ save: "saving", unsavedEdits: 2 }, "saving", undefined],
    [{ save: "offline", unsavedEdits: 3 }, "offline", "3 changes"],
    [{ save: "rejected", unsavedEdits: 1 }, "refused", "1 change"],
    [{ isReadOnly: true }, "read-only", undefined],
    [{ isReadOnly: true, save: "saving", unsavedEdits: 1 }, "saving", undefined],
  ] as const)("for %o is %s", (patch, state, detail) => {
    expect(saveStateOf({ ...status, ...patch })).toEqual({ state, detail });
  });
});
