"use client";
import { Tooltip as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { passOn } from "../keys/keys-provider.tsx";
import { usePortalContainer } from "../portal-container.tsx";
import { overlayClass } from "./overlay.ts";

/**
 * Describes a link in a few lines, on hover and focus. The pointer can move onto it, and Escape closes it. It has no
 * controls of its own, because the Tab key can't reach them. The child is the link itself and takes a ref.
 */
export function HoverCard({ card, children }: { card: ReactNode; children: ReactNode }) {
  const container = usePortalContainer();
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content className={overlayClass("text")} sideOffset={6} collisionPadding={8} onEscapeKeyDown={passOn}>
          {card}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
