"use client";

import { useSyncExternalStore } from "react";
import { useMe } from "./use-me.ts";

const never = () => () => undefined;

/** The zone of the person who reads: the one in their settings, else the browser's; null while it is not known. */
export function useMyZone(): string | null {
  const stated = useMe()?.timeZone;
  const browser = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  );
  return stated && stated !== "UTC" ? stated : browser;
}
