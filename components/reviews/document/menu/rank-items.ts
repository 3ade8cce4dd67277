import type { MenuItem } from "./menu-store.ts";

/**
 * Puts items whose words start with the typed text before those that only contain it, and their groups likewise: `ACT`
 * finds ACT-31 before "Impact starts".
 */
export function rankItems(typed: string, items: readonly MenuItem[]): MenuItem[] {
  const words = typed.toLowerCase();
  const rank = ({ label }: MenuItem) => {
    const text = label.toLowerCase();
    if (text.startsWith(words)) return 0;
    return text.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(words)) ? 1 : 2;
  };
  const groups = new Map<string, MenuItem[]>();
  for (const item of items) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  const ranked = [...groups.values()].map((group) => {
    const sorted = group.toSorted((a, b) => rank(a) - rank(b));
    return { sorted, best: sorted[0] ? rank(sorted[0]) : 2 };
  });
  return ranked.sort((a, b) => a.best - b.best).flatMap(({ sorted }) => sorted);
}
