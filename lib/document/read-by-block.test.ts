import { expect, it } from "vitest";
import { readByBlock } from "./read-by-block.ts";
import { beginning, Writer } from "./testing/writer.ts";

it("reads a block again only if it was edited", () => {
  const paragraph = (id: string, text: string) => ({
    type: "paragraph",
    attrs: { id },
    content: [{ type: "text", text }],
  });
  const writer = new Writer(beginning(paragraph("a", "first"), paragraph("b", "second"), paragraph("c", "third")));
  const read: string[] = [];
  const wordsOf = readByBlock((block) => {
    read.push(block.textContent);
    return block.textContent;
  });
  const words = () => writer.state.doc.children.map(wordsOf);
  words();
  read.length = 0;
  writer.select(writer.find("second"));
  writer.type("x");
  expect(words()).toContain("xsecond");
  expect(read).toEqual(["xsecond"]);
});
