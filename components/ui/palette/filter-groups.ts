import type { ReactNode } from "react";
import { matchScore, rankByWords } from "../choices/match-words.ts";

export type PaletteItem = {
  id: string;
  label: string;
  /** Muted, after the label. */
  detail?: string | undefined;
  icon?: ReactNode;
  /** Keys with the same effect, on the right. */
  keys?: string | undefined;
  /** Tags, an id or lateness on the right. */
  right?: ReactNode;
  /** Keywords that find it. */
  keywords?: readonly string[] | undefined;
  href?: string | undefined;
  disabled?: boolean | undefined;
};
export type PaletteGroup = { heading: string; items: readonly PaletteItem[] };

/** Returns the items that match the typed text, the best of each group first. Empty groups are dropped. */
export function filterGroups(groups: readonly PaletteGroup[], query: string): PaletteGroup[] {
  return groups
    .map((group) => ({ heading: group.heading, items: rankByWords(group.items, (item) => scoreOf(item, query)) }))
    .filter((group) => group.items.length > 0);
}

const scoreOf = ({ label, detail, keywords }: PaletteItem, query: string) =>
  matchScore(label, query, [detail ?? "", ...(keywords ?? [])]);

export type MarkedPart = { readonly text: string; readonly found: boolean; readonly at: number };

/** Divides a label into the typed text and the rest, so matches can be bold. */
export function markFound(label: string, query: string): MarkedPart[] {
  const words = query
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  if (words.length === 0) return [{ text: label, found: false, at: 0 }];
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const match of label.matchAll(new RegExp(words.join("|"), "giu"))) {
    if (match.index > at) parts.push({ text: label.slice(at, match.index), found: false, at });
    parts.push({ text: match[0], found: true, at: match.index });
    at = match.index + match[0].length;
  }
  if (at < label.length) parts.push({ text: label.slice(at), found: false, at });
  return parts;
}
