import type { ReactNode } from "react";
import { holdsWords } from "../holds-words.ts";

export type PaletteItem = {
  id: string;
  label: string;
  /** Muted, after the label. */
  detail?: string | undefined;
  icon?: ReactNode;
  /** Keys that do the same, at the right. */
  keys?: string | undefined;
  /** Tags, an id or a lateness at the right. */
  right?: ReactNode;
  /** Other words that find it. */
  keywords?: readonly string[] | undefined;
  href?: string | undefined;
  disabled?: boolean | undefined;
};
export type PaletteGroup = { heading: string; items: readonly PaletteItem[] };

/** Keeps the items that hold every typed word somewhere; groups left empty go. */
export function filterGroups(groups: readonly PaletteGroup[], query: string): PaletteGroup[] {
  return groups
    .map((group) => ({ heading: group.heading, items: group.items.filter((item) => holdsWords(textOf(item), query)) }))
    .filter((group) => group.items.length > 0);
}

function textOf(item: PaletteItem): string {
  return [item.label, item.detail ?? "", ...(item.keywords ?? [])].join(" ");
}

export type MarkedPart = { readonly text: string; readonly found: boolean; readonly at: number };

/** Cuts a label into what was typed and the rest, so that matches can be set strong. */
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
