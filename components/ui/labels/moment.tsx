"use client";
import { useEffect, useState } from "react";
import { exactWords, momentWords } from "./moment-words.ts";

const REFRESH_MS = 30_000;

/** A time in words, with the exact one on hover. In the reader's time zone after hydration. */
export function Moment({ at, className }: { at: string; className?: string | undefined }) {
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), REFRESH_MS);
    return () => clearInterval(timer);
  }, []);
  const date = new Date(at);
  return (
    <time dateTime={at} title={now ? exactWords(date) : undefined} className={className}>
      {now ? momentWords(date, now) : at.slice(0, 10)}
    </time>
  );
}
