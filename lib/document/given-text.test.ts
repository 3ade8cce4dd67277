import { expect, it } from "vitest";
import { givenText, type SentText } from "./given-text.ts";
import { SCHEMA_VERSION } from "./schema-version.ts";

const sent = (more: Partial<SentText> = {}): SentText => ({
  ...{ documentId: "doc-1", schemaVersion: SCHEMA_VERSION, readOnly: false, restricted: true, state: "AAH/" },
  ...more,
});

it("reads the text from the data of the page", () => {
  expect(givenText(sent(), "doc-1")).toEqual({
    state: Uint8Array.of(0, 1, 255),
    readOnly: false,
    restricted: true,
  });
});

it.each([
  ["nothing came", undefined],
  ["the text is only sent over the socket", sent({ state: null })],
  ["it is another text", sent({ documentId: "doc-2" })],
  ["the server is newer or older than this tab", sent({ schemaVersion: SCHEMA_VERSION + 1 })],
])("returns no text if %s", (_why, came) => {
  expect(givenText(came, "doc-1")).toBeNull();
});
