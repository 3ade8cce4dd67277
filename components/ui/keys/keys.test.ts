import { describe, expect, it } from "vitest";
import { advanceSequence } from "./advance-sequence.ts";
import { chordOf, chordsOf, isSingleKey } from "./chord.ts";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {}) =>
  chordOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe("chords", () => {
  it.each([
    ["mod+k", press("k", { metaKey: true })],
    ["mod+k", press("k", { ctrlKey: true })],
    ["mod+shift+m", press("M", { ctrlKey: true, shiftKey: true })],
    ["?", press("?", { shiftKey: true })],
    ["Esc", press("Escape")],
    ["Space", press(" ")],
    ["shift+ArrowUp", press("ArrowUp", { shiftKey: true })],
    [",", press(",")],
    ["[", press("[")],
  ])("%s is what the keyboard sends", (written, sent) => {
    expect(chordsOf(written)).toEqual([sent]);
  });

  it("reads a sequence as several chords", () => {
    expect(chordsOf("g h")).toEqual(["g", "h"]);
  });

  it("distinguishes single keys from chords with a modifier and named keys", () => {
    expect(["g", "?", "space", "shift+n"].map(isSingleKey)).toEqual([true, true, true, true]);
    expect(["mod+k", "escape", "arrowup", "f8"].map(isSingleKey)).toEqual([false, false, false, false]);
  });
});

describe("sequences", () => {
  const sequences = [["g", "h"], ["g", "i"], ["h"], ["escape"]];

  it("waits for the second key and then returns the sequence", () => {
    const first = advanceSequence(null, { chord: "g", atMs: 0 }, sequences);
    expect(first).toEqual({ matched: null, pending: { chords: ["g"], atMs: 0 } });
    expect(advanceSequence(first.pending, { chord: "i", atMs: 400 }, sequences).matched).toBe(1);
  });

  it("forgets the first key after a pause", () => {
    expect(advanceSequence({ chords: ["g"], atMs: 0 }, { chord: "h", atMs: 1500 }, sequences).matched).toBe(2);
  });

  it("lets a key that doesn't continue the sequence start its own", () => {
    expect(advanceSequence({ chords: ["g"], atMs: 0 }, { chord: "escape", atMs: 10 }, sequences).matched).toBe(3);
  });

  it("gives the key to the later of two equal bindings", () => {
    expect(advanceSequence(null, { chord: "h", atMs: 0 }, [["h"], ["h"]]).matched).toBe(1);
  });

  it("does nothing for an unknown key", () => {
    expect(advanceSequence(null, { chord: "z", atMs: 0 }, sequences)).toEqual({ matched: null, pending: null });
  });
});
