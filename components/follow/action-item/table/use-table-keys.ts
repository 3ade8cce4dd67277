"use client";

import { useRouter } from "next/navigation";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { useListKeys } from "#components/ui/keys/use-list-keys.ts";
import { MOST_ASKED } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { type EditField, useEditLayer } from "../edit/edit-context.ts";
import { FIELD_KEYS } from "../edit/field-keys.ts";
import type { useSelection } from "./use-selection.ts";

interface TrackerKeys {
  rows: readonly ActionItemRow[];
  current: number;
  isPeeking: boolean;
  selection: ReturnType<typeof useSelection>;
  onMove: (at: number) => void;
  onPeek: (at: number | null) => void;
  onAsk: ((keys: readonly string[]) => void) | undefined;
  onCreate: (() => void) | undefined;
}

/** Returns where a key opens its editor: at the bulk bar, at the value in the row, otherwise at the row. */
function anchorOf(field: EditField, rows: readonly ActionItemRow[], isBulk: boolean): HTMLElement | null {
  const [row] = rows;
  const selectors = isBulk
    ? [`[data-bulk="${field}"]`]
    : [
        `[data-field="${field}"]:not([data-key] *)`,
        `[data-key="${row?.key}"] [data-field="${field}"]`,
        `[data-key="${row?.key}"]`,
      ];
  for (const selector of selectors) {
    const found = document.querySelector<HTMLElement>(selector);
    if (found && found.offsetParent !== null) return found;
  }
  return null;
}

/**
 * J K Space Enter X move, peek, open and select. O D S P change the selected rows, otherwise the current one. N
 * asks their owners. A proposes.
 */
export function useTrackerKeys({
  rows,
  current,
  isPeeking,
  selection,
  onMove,
  onPeek,
  onAsk,
  onCreate,
}: TrackerKeys): void {
  const router = useRouter();
  const { edit } = useEditLayer();
  const keyAt = (at: number) => rows[at]?.key;
  useListKeys({
    current,
    count: rows.length,
    onMove,
    onOpen: (at) => router.push(`/actions/${keyAt(at)}`),
    onPeek: (at) => onPeek(isPeeking ? null : at),
    onToggle: (at) => selection.toggle(keyAt(at) ?? ""),
    onExtend: (at) => selection.add(keyAt(at) ?? ""),
  });
  const isBulk = selection.selected.length > 0;
  const row = rows[current];
  const chosen = isBulk ? selection.selected : row ? [row] : [];
  const run = (field: EditField) => () => {
    const anchor = anchorOf(field, chosen, isBulk);
    if (chosen.length > 0 && anchor) edit(field, chosen, anchor);
  };
  useKeys([
    ...FIELD_KEYS.map(({ keys, field, label }) => ({ keys, label, group: "Change", run: run(field) })),
    // Without a row the key is that of the whole product.
    ...(onAsk && chosen.length > 0 && chosen.length <= MOST_ASKED
      ? [{ keys: "n", label: "Ask", group: "Change", run: () => onAsk(chosen.map(({ key }) => key)) }]
      : []),
    ...(onCreate ? [{ keys: "a", label: "Action", group: "New", run: onCreate }] : []),
  ]);
}
