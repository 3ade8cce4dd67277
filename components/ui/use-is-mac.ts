"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether to print Cmd signs; false on the server and on the first paint. */
export function useIsMac(): boolean {
  return useSyncExternalStore(
    never,
    () => /Mac|iPhone|iPad/.test(navigator.platform),
    () => false,
  );
}
