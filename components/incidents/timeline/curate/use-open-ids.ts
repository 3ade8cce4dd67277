"use client";

import { useCallback, useMemo, useState } from "react";

export interface OpenIds {
  ids: ReadonlySet<string>;
  toggle: (id: string) => void;
}

/** Which of several things are open in the list: bundles, or texts of events. */
export function useOpenIds(): OpenIds {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (id: string) => setIds((now) => new Set(now.has(id) ? [...now].filter((one) => one !== id) : [...now, id])),
    [],
  );
  return useMemo(() => ({ ids, toggle }), [ids, toggle]);
}
