export type KeyPress = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
};

const NAMES: Record<string, string> = { " ": "space", esc: "escape", up: "arrowup", down: "arrowdown" };

/** Returns the chord of a key press: `mod+shift+m`, `g`, `?`, `escape`. Ctrl and Cmd are both `mod`. */
export function chordOf(press: KeyPress): string {
  const key = press.key.toLowerCase();
  // Shift is already part of a printed character such as "?". For letters and named keys it is a modifier.
  const shiftCounts = press.shiftKey && (key.length > 1 || key !== press.key || key === " ");
  return writeChord(press.ctrlKey || press.metaKey, press.altKey, shiftCounts, key);
}

/** Splits written keys ("g h", "mod+shift+M", "Esc") into chords that can be compared with `chordOf`. */
export function chordsOf(keys: string): string[] {
  return keys
    .trim()
    .split(/\s+/)
    .map((part) => {
      const pieces = part.toLowerCase().split("+");
      const key = pieces.pop() || "+";
      return writeChord(pieces.includes("mod"), pieces.includes("alt"), pieces.includes("shift"), key);
    });
}

/** Returns whether a chord is a single printable character, which a reader can turn off (WCAG 2.1.4). */
export function isSingleKey(chord: string): boolean {
  return chord.length === 1 || chord === "space" || /^shift\+.$/.test(chord);
}

function writeChord(mod: boolean, alt: boolean, shift: boolean, key: string): string {
  return `${mod ? "mod+" : ""}${alt ? "alt+" : ""}${shift ? "shift+" : ""}${NAMES[key] ?? key}`;
}
