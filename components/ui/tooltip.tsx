"use client";
import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import { Kbd } from "./keys/kbd.tsx";
import { passOn } from "./keys/keys-provider.tsx";
import overlay from "./overlay.module.css";
import { usePortalContainer } from "./portal-container.tsx";
import styles from "./tooltip.module.css";

/** Names one control on hover and focus. The child is the control itself and takes a ref. */
export function Tooltip({ label, keys, children }: { label: string; keys?: string | undefined; children: ReactNode }) {
  const container = usePortalContainer();
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content
          className={cx(overlay.brief, styles.tip)}
          sideOffset={6}
          collisionPadding={8}
          onEscapeKeyDown={passOn}
        >
          {label}
          {keys ? <Kbd keys={keys} /> : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
