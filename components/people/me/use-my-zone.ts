"use client";

import { useSyncExternalStore } from "react";
import { useMe } from "./use-me.ts";

const never = () => () => undefined;

/** The reader's time zone: the one in their settings, otherwise the browser's. Null while unknown. */
export function useMyZone(): string | null {
  const stated = useMe()?.timeZone;
  const browser = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  );
  return stated && stated !== "UTC" ? stated : browser;
}
