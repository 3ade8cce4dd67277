"use client";

import { useMemo, useState } from "react";
import { parseWhen, type WhenReading } from "./parse-when.ts";

export interface When {
  text: string;
  setText: (text: string) => void;
  zone: string;
  setZone: (zone: string) => void;
  /** The meaning of the text in that time zone. Null while it is empty. */
  reading: WhenReading | null;
}

/**
 * A moment as it is typed, with its meaning. The default time zone is that of the page. A time without a day is on the
 * day of `nearAt`, if there is one.
 */
export function useWhen(initial: string, pageZone: string, nearAt: string | null = null): When {
  const [typed, setTyped] = useState({ text: initial, atMs: 0 });
  const [chosen, setChosen] = useState<string | null>(null);
  const zone = chosen ?? pageZone;
  const reading = useMemo(
    () => parseWhen(typed.text, { nowMs: typed.atMs || Date.now(), zone, nearAt }),
    [typed, zone, nearAt],
  );
  return {
    text: typed.text,
    setText: (text) => setTyped({ text, atMs: Date.now() }),
    zone,
    setZone: setChosen,
    reading,
  };
}
