"use client";

import { useCallback, useState } from "react";
import type { ActionItemRow } from "#lib/contract/action-item.ts";

/** The selected rows. A row that leaves the list is no longer selected. */
export function useSelection(rows: readonly ActionItemRow[]) {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const selected = rows.filter((row) => keys.has(row.key));
  const add = useCallback((key: string) => setKeys((now) => new Set([...now, key])), []);
  const toggle = useCallback(
    (key: string) => setKeys((now) => new Set(now.has(key) ? [...now].filter((one) => one !== key) : [...now, key])),
    [],
  );
  const clear = useCallback(() => setKeys(new Set()), []);
  return { keys, selected, add, toggle, clear };
}
