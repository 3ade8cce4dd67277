"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Impact } from "#lib/contract/impact.ts";
import type { Draft } from "./move-end.ts";
import { withFields } from "./patch-impact.ts";
import type { WriteWindows } from "./use-write-windows.ts";

const QUIET_MS = 900;

/**
 * The selected window and the drag of one of its ends. A drag is shown and counted at once, and saved as one undo step
 * when the pointer or the keyboard rests.
 */
export function useSelectedWindow(impact: Impact, nowMs: number, write: WriteWindows) {
  const [selectedId, setSelectedId] = useQueryState("window", parseAsString);
  const [draft, setDraft] = useState<Draft | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const before = impact.windows.find(({ id }) => id === selectedId) ?? null;

  const shown = useMemo(
    () => (before && draft ? withFields(impact, before.id, draft, nowMs) : impact),
    [impact, before, draft, nowMs],
  );
  const settle = () => {
    window.clearTimeout(timer.current);
    if (!draft) return;
    setDraft(null);
    if (before && (draft.from !== before.from || draft.to !== before.to)) {
      write.change(before, {
        ...(draft.from === before.from ? {} : { from: draft.from }),
        ...(draft.to === before.to ? {} : { to: draft.to }),
      });
    }
  };
  const latest = useRef(settle);
  useEffect(() => {
    latest.current = settle;
  });
  useEffect(() => () => window.clearTimeout(timer.current), []);

  const select = useCallback(
    (id: string | null) => {
      latest.current();
      void setSelectedId(id);
    },
    [setSelectedId],
  );
  return {
    /** Includes the drag. */
    shown,
    selected: shown.windows.find(({ id }) => id === before?.id) ?? null,
    before,
    select,
    settle,
    /** While a pointer drags the end, nothing is saved. Keys save after a pause. */
    drag(next: Draft, isHeld: boolean) {
      setDraft(next);
      window.clearTimeout(timer.current);
      if (!isHeld) timer.current = window.setTimeout(() => latest.current(), QUIET_MS);
    },
  };
}
