"use client";
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, CornerDownLeft } from "lucide-react";
import { formatKeys } from "./keys/format-keys.ts";
import { useIsMac } from "./use-is-mac.ts";

const ICONS: Record<string, typeof ArrowUp> = {
  ArrowUp,
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  Enter: CornerDownLeft,
};

/** Key caps beside a control; decoration only, the control names its keys with `aria-keyshortcuts`. */
export function Kbd({ keys }: { keys: string }) {
  const mac = useIsMac();
  return formatKeys(keys, mac).map((cap, at) => {
    const Icon = ICONS[cap];
    return (
      // A sequence may repeat a key, so only the place tells two caps apart.
      <kbd key={`${at}${cap}`} aria-hidden="true">
        {Icon ? <Icon className="i kbd-i" /> : cap}
      </kbd>
    );
  });
}
