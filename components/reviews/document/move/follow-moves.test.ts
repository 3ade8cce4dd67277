import { expect, test } from "vitest";
import { blockAt, moveBlock } from "#lib/document/move-block.ts";
import { beginning, meet, Writer } from "#lib/document/testing/writer.ts";
import { followMoves } from "./follow-moves.ts";

const line = (id: string, text: string) => ({
  type: "paragraph",
  attrs: { id },
  content: [{ type: "text", text }],
});
const around = ({ state: { selection } }: Writer) => {
  const { parent, parentOffset } = selection.$head;
  return `${parent.textContent.slice(0, parentOffset)}|${parent.textContent.slice(parentOffset)}`;
};

/** One has the caret in the second of two lines that end alike, the other moves that line up. */
function moved(typed: string, caret: number) {
  const start = beginning(line("a", "one line"), line("b", "two line"));
  const [writer, mover] = [new Writer(start, [followMoves()]), new Writer(start)];
  writer.select(writer.find("two line") + caret);
  if (typed) writer.type(typed);
  const block = blockAt(mover.fragment, [1]);
  if (block) moveBlock(block, 0, null);
  writer.receive(mover);
  return { writer, mover };
}

test.each([
  [0, "|two line"],
  [4, "two |line"],
  [8, "two line|"],
])("the caret stays in a line that someone else moves: at %i", (caret, shown) => {
  expect(around(moved("", caret).writer)).toBe(shown);
});

test.each([
  [0, "|two line"],
  [4, "two |line"],
  [8, "two line|"],
])("letters that the moved line doesn't have yet don't push the caret on: at %i", (caret, shown) => {
  const { writer, mover } = moved("abc ", caret);
  expect(around(writer)).toBe(shown);
  writer.type("d");
  meet([writer, mover]);
  expect(around(writer)).toBe(shown.replace("|", "d|"));
});
