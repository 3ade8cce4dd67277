import { expect, it } from "vitest";
import { ariaKeysOf, formatKeys } from "./format-keys.ts";

it.each([
  ["mod+k", ["⌘K"], ["Ctrl K"]],
  ["g h", ["G", "H"], ["G", "H"]],
  ["Esc", ["Esc"], ["Esc"]],
  ["Space", ["Space"], ["Space"]],
  ["ArrowUp", ["ArrowUp"], ["ArrowUp"]],
  ["shift+ArrowUp", ["⇧ Up"], ["Shift Up"]],
  ["alt+f10", ["⌥ F10"], ["Alt F10"]],
  ["mod+shift+m", ["⌘⇧M"], ["Ctrl Shift M"]],
])("%s is shown on caps", (keys, mac, pc) => {
  expect(formatKeys(keys, true)).toEqual(mac);
  expect(formatKeys(keys, false)).toEqual(pc);
});

it("writes chords for assistive technology and leaves sequences out", () => {
  expect(ariaKeysOf("mod+k")).toBe("Meta+k Control+k");
  expect(ariaKeysOf("A")).toBe("A");
  expect(ariaKeysOf("g h")).toBeUndefined();
});
