"use client";
import { Tooltip as Radix } from "radix-ui";
import { type ReactNode, useRef, useState } from "react";
import { passOn } from "../keys/keys-provider.tsx";
import { usePortalContainer } from "../portal-container.tsx";
import { overlayClass } from "./overlay.ts";

/**
 * Describes a link in a few lines, on hover and focus. The pointer can move onto it, and Escape closes it. It has no
 * controls of its own, because the Tab key can't reach them. The child is the link itself and takes a ref.
 */
export function HoverCard({ card, children }: { card: ReactNode; children: ReactNode }) {
  const container = usePortalContainer();
  const [isOpen, setOpen] = useState(false);
  const content = useRef<HTMLDivElement>(null);
  const isEscaped = useRef(false);
  const change = (open: boolean) => {
    if (open || isEscaped.current || !isOfFocused(content.current)) setOpen(open);
    isEscaped.current = false;
  };
  return (
    <Radix.Root open={isOpen} onOpenChange={change}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content
          ref={content}
          className={overlayClass("text")}
          sideOffset={6}
          collisionPadding={8}
          onEscapeKeyDown={(event) => {
            isEscaped.current = true;
            passOn(event);
          }}
        >
          {card}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Returns whether a card describes what has the focus by a key: a page that scrolls to it mustn't close the card. */
function isOfFocused(content: HTMLElement | null): boolean {
  const { activeElement } = document;
  const isDescribed = content !== null && activeElement?.getAttribute("aria-describedby") === content.id;
  return isDescribed && activeElement.matches(":focus-visible");
}
