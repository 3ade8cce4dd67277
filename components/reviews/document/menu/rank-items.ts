import type { MenuItem } from "./menu-store.ts";

/**
 * Puts an item whose key or name is the typed text first, then those that start with it, then those with a word that
 * starts with it, and their groups likewise: `ACT` finds ACT-31 before "Impact starts", and `E1` finds E1 before E12.
 */
export function rankItems(typed: string, items: readonly MenuItem[]): MenuItem[] {
  const words = typed.toLowerCase();
  const rank = ({ label }: MenuItem) => {
    const text = label.toLowerCase();
    if (words !== "" && (text === words || text.startsWith(`${words} `))) return 0;
    if (text.startsWith(words)) return 1;
    return text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(words)) ? 2 : 3;
  };
  const groups = new Map<string, MenuItem[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  const ranked = [...groups.values()].map((group) => {
    const sorted = group.toSorted((a, b) => rank(a) - rank(b));
    return { sorted, best: Math.min(...sorted.map(rank)) };
  });
  return ranked.sort((a, b) => a.best - b.best).flatMap(({ sorted }) => sorted);
}
