"use client";

import { useQueryState } from "nuqs";
import { type RefObject, useEffect, useRef } from "react";

/** Shows a row and moves the focus to it, once a link names it: `?factor=ID`. Its element needs a tab index of -1. */
export function useLinkedRow(param: "factor" | "learning", id: string): RefObject<HTMLLIElement | null> {
  const row = useRef<HTMLLIElement>(null);
  const [linkedId] = useQueryState(param);
  useEffect(() => {
    if (linkedId !== id) return;
    row.current?.scrollIntoView({ block: "center" });
    row.current?.focus({ preventScroll: true });
  }, [linkedId, id]);
  return row;
}
