import type { KeyBinding } from "../keys/key-registry.ts";
import type { PaletteGroup, PaletteItem } from "./filter-groups.ts";

/** Groups that the palette lists separately, or that only move through rows. */
const LEFT_OUT: readonly string[] = ["Go to", "New", "List", "Keyboard"];
const LEFT_OUT_KEYS: readonly string[] = ["mod+k", "?"];

export interface PageCommand extends PaletteItem {
  run: () => void;
}

/**
 * Returns what the page below the palette can do now, from its keys: for its record, the current row, and the
 * selection. `event` is passed to bindings that work only in some places.
 */
export function pageCommands(bindings: readonly KeyBinding[], event: KeyboardEvent): PaletteGroup[] {
  const groups = new Map<string, PageCommand[]>();
  const said = new Set<string>();
  for (const { keys, label, group, unlisted, when, run } of bindings) {
    const id = `${group}: ${label}`;
    if (unlisted || said.has(id) || LEFT_OUT.includes(group) || LEFT_OUT_KEYS.includes(keys)) continue;
    if (when && !when(event)) continue;
    said.add(id);
    const command = { id, label, keys, keywords: [group], run: () => run(event) };
    groups.set(group, [...(groups.get(group) ?? []), command]);
  }
  return [...groups].map(([heading, items]) => ({ heading, items }));
}

/** Returns whether an item of the palette is a command of the page. */
export const isPageCommand = (item: PaletteItem): item is PageCommand => "run" in item;
