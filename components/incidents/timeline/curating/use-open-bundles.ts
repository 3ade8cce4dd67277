"use client";

import { useCallback, useMemo, useState } from "react";

export interface OpenBundles {
  /** Ids of the leads whose bundles stand open. */
  ids: ReadonlySet<string>;
  toggle: (leadId: string) => void;
}

/** Which bundles stand open in the list. */
export function useOpenBundles(): OpenBundles {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (leadId: string) =>
      setIds((now) => new Set(now.has(leadId) ? [...now].filter((id) => id !== leadId) : [...now, leadId])),
    [],
  );
  return useMemo(() => ({ ids, toggle }), [ids, toggle]);
}
