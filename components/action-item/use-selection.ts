"use client";

import { useState } from "react";
import type { ActionItemRow } from "#lib/contract/action-item.ts";

/** Which rows are ticked. A row that leaves the list leaves the selection. */
export function useSelection(rows: readonly ActionItemRow[]) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const selected = rows.filter((row) => keys.has(row.key));
  const add = (key: string) => setKeys((now) => new Set([...now, key]));
  return {
    keys,
    selected,
    add,
    toggle: (key: string) =>
      setKeys((now) => (now.has(key) ? new Set([...now].filter((one) => one !== key)) : new Set([...now, key]))),
    clear: () => setKeys(new Set()),
  };
}
