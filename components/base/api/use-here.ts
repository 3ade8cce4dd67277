"use client";

import { useEffect } from "react";

/** A third of the time after which the server forgets a silent screen. */
const AGAIN_MS = 15_000;
const SETTLE_MS = 300;

/**
 * Reports again and again that this screen shows something, while its tab is visible, and at once when `say` changes. A
 * closed screen reports to `address` that it is gone. Keep `say` stable, or each render reports.
 */
export function useHere(say: () => Promise<void>, { address, screen }: { address: string; screen: string }): void {
  useEffect(() => {
    const sayIfSeen = () => {
      if (document.visibilityState === "visible") void say();
    };
    // A person who moves through the items is shown at the one where they stop.
    const soon = window.setTimeout(sayIfSeen, SETTLE_MS);
    const again = window.setInterval(sayIfSeen, AGAIN_MS);
    document.addEventListener("visibilitychange", sayIfSeen);
    return () => {
      window.clearTimeout(soon);
      window.clearInterval(again);
      document.removeEventListener("visibilitychange", sayIfSeen);
    };
  }, [say]);

  useEffect(() => {
    const leave = () =>
      void fetch(address, {
        method: "PUT",
        keepalive: true,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ screen, here: false }),
      }).catch(() => undefined);
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [address, screen]);
}
