"use client";
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, CornerDownLeft } from "lucide-react";
import { useSyncExternalStore } from "react";
import { formatKeys } from "./format-keys.ts";
import styles from "./kbd.module.css";

const never = () => () => {};

/** Returns whether to show Cmd signs. False on the server and on the first render. */
export const isMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform);

function useIsMac(): boolean {
  return useSyncExternalStore(never, isMac, () => false);
}

const ICONS: Record<string, typeof ArrowUp> = {
  ArrowUp,
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  Enter: CornerDownLeft,
};

/** Key caps next to a control, for the eye only. The control names its keys with `aria-keyshortcuts`. */
export function Kbd({ keys }: { keys: string }) {
  const mac = useIsMac();
  const caps = formatKeys(keys, mac);
  return (
    <span className={styles.caps} aria-hidden="true">
      {caps.map((cap, at) => {
        const Icon = ICONS[cap];
        return (
          <kbd key={caps.slice(0, at + 1).join(" ")} className={styles.keycap}>
            {Icon ? <Icon className={styles.icon} /> : cap}
          </kbd>
        );
      })}
    </span>
  );
}
