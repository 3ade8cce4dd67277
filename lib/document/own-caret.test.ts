import { setTimeout as sleep } from "node:timers/promises";
import { splitBlock } from "@tiptap/pm/commands";
import type { Transaction } from "@tiptap/pm/state";
import { yCursorPlugin, yCursorPluginKey } from "@tiptap/y-tiptap";
import { expect, test } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { beginning, meet, Writer } from "./testing/writer.ts";

const screen = new EventTarget();

/** Someone in the text, whose editor draws the carets of others. */
class Present extends Writer {
  private moves = 0;

  static in(start: Uint8Array): { writer: Present; awareness: Awareness } {
    const document = new Y.Doc();
    const awareness = new Awareness(document);
    const draw = () => ({ nodeType: 1 }) as unknown as HTMLElement;
    const writer = new Present(start, [yCursorPlugin(awareness, { cursorBuilder: draw })]);
    writer.document.clientID = document.clientID;
    return { writer, awareness };
  }

  override readonly dispatch = (transaction: Transaction): void => {
    if (transaction.getMeta(yCursorPluginKey)) this.moves += 1;
    this.updateState(this.state.apply(transaction));
  };

  get dom(): EventTarget {
    return screen;
  }

  get docView(): object {
    return {};
  }

  override hasFocus(): boolean {
    return true;
  }

  /** Returns how often carets were drawn since the last call, and where the others' are now. */
  async drawn(): Promise<{ moves: number; at: number[] }> {
    await sleep(5);
    const { moves } = this;
    this.moves = 0;
    const carets = yCursorPluginKey.getState(this.state);
    return { moves, at: carets.find().map(({ from }: { from: number }) => from) };
  }
}

function two() {
  const line = { type: "paragraph", attrs: { id: "a" }, content: [{ type: "text", text: "alpha bravo" }] };
  const start = beginning(line);
  const [own, other] = [Present.in(start), Present.in(start)];
  const tell = () => {
    meet([own.writer, other.writer]);
    const states = encodeAwarenessUpdate(other.awareness, [other.awareness.clientID]);
    applyAwarenessUpdate(own.awareness, states, "remote");
  };
  return { own: own.writer, other: other.writer, tell };
}

test("the carets are drawn again if someone else's moves, and not for each letter that one types", async () => {
  const { own, other, tell } = two();
  own.select(1);
  other.select(12);
  tell();
  expect(await own.drawn()).toMatchObject({ at: [12] });
  own.type("x");
  own.type("y");
  expect(await own.drawn()).toEqual({ moves: 0, at: [14] });
  other.select(7);
  tell();
  expect(await own.drawn()).toMatchObject({ moves: 1 });
});

test("the carets that one's own Enter hides come back after it", async () => {
  const { own, other, tell } = two();
  other.select(12);
  own.select(7);
  tell();
  await own.drawn();
  splitBlock(own.state, own.dispatch);
  expect(await own.drawn()).toEqual({ moves: 1, at: [expect.any(Number)] });
});
