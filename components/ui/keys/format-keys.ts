const MAC: Record<string, string> = { mod: "⌘", shift: "⇧", alt: "⌥" };
const PC: Record<string, string> = { mod: "Ctrl", shift: "Shift", alt: "Alt" };
const WORDS: Record<string, string> = { escape: "Esc", space: "Space", tab: "Tab", delete: "Del", backspace: "Back" };

/** Returns the caps for written keys: one per chord ("⌘K" or "Ctrl K"). Arrows and Enter stay names for icons. */
export function formatKeys(keys: string, mac: boolean): string[] {
  return keys
    .trim()
    .split(/\s+/)
    .map((chord) => {
      const pieces = chord.split("+");
      const last = pieces.pop() || "+";
      // A single arrow is an icon. Next to a modifier it's a word.
      const plain = pieces.length > 0 ? last.replace(/^Arrow/i, "") : last;
      const word = WORDS[plain.toLowerCase()] ?? (/^(.|f\d{1,2})$/i.test(plain) ? plain.toUpperCase() : plain);
      const held = pieces.map((piece) => (mac ? MAC : PC)[piece.toLowerCase()] ?? piece);
      return [...held, word].join(mac && word.length === 1 ? "" : " ");
    });
}

/** Returns the same keys for `aria-keyshortcuts`, without sequences, which it doesn't support. */
export function ariaKeysOf(keys: string | undefined): string | undefined {
  if (!keys || /\s/.test(keys.trim())) return undefined;
  const [chord = ""] = [keys.trim()];
  if (!chord.toLowerCase().startsWith("mod+")) return chord;
  return `Meta+${chord.slice(4)} Control+${chord.slice(4)}`;
}
