"use client";

import { useDeferredValue, useState } from "react";

interface Row {
  id: string;
  name: string;
}

/** Records that a menu offers by name. */
export interface Found<R extends Row> {
  rows: readonly R[];
  /** Returns a record by its id, even from an earlier search. */
  find: (id: string) => R | undefined;
  nameOf: (id: string) => string | undefined;
  /** Set only if there are more than fit on one page. Then the server searches, otherwise the menu does. */
  onSearch: ((words: string) => void) | undefined;
}

/** Reads the options of a menu, however many there are. `useRead` reads those that match some words, or all. */
export function useFound<R extends Row>(
  useRead: (words: string, enabled: boolean) => { items: readonly R[]; nextCursor: string | null } | undefined,
): Found<R> {
  const [words, setWords] = useState("");
  const wanted = useDeferredValue(words.trim());
  const first = useRead("", true);
  const isLong = first !== undefined && first.nextCursor !== null;
  const isSearched = isLong && wanted !== "";
  const matching = useRead(wanted, isSearched);
  const rows = (isSearched ? matching : first)?.items ?? [];
  const [seen, setSeen] = useState<ReadonlyMap<string, R>>(new Map());
  if (rows.some((row) => seen.get(row.id) !== row))
    setSeen(new Map([...seen, ...rows.map((row) => [row.id, row] as const)]));
  const find = (id: string) => seen.get(id);
  return { rows, find, nameOf: (id) => find(id)?.name, onSearch: isLong ? setWords : undefined };
}
