import type { Hue } from "./avatar.tsx";

const HUES: readonly Hue[] = ["a", "b", "c"];

/** Returns the colour of a person's caret and avatar, the same in every tab. */
export function hueOf(id: string): Hue {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return HUES[sum % HUES.length] ?? "a";
}
