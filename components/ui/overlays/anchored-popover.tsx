"use client";
import { Popover as Radix } from "radix-ui";
import { type ReactNode, useLayoutEffect } from "react";
import { usePortalContainer } from "../portal-container.tsx";
import { type OverlayRoom, overlayClass } from "./overlay.ts";
import { returnFocusBy, returnTo } from "./use-return-focus.ts";

type AnchoredPopoverProps = {
  /** The element it opens at. The focus returns there. */
  anchor: HTMLElement;
  label: string;
  onClose: () => void;
  align?: "start" | "center" | "end" | undefined;
  room?: OverlayRoom | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A popover without its own trigger, so one can serve every cell of a long list. Mount it to open it. */
export function AnchoredPopover({
  anchor,
  label,
  onClose,
  align = "start",
  room = "text",
  className,
  children,
}: AnchoredPopoverProps) {
  const container = usePortalContainer();
  // A key opens it wherever the page is scrolled to.
  useLayoutEffect(() => {
    const { top, bottom } = anchor.getBoundingClientRect();
    if (bottom < 0 || top > window.innerHeight) anchor.scrollIntoView({ block: "center" });
  }, [anchor]);
  return (
    <Radix.Root open onOpenChange={(open) => open || onClose()}>
      <Radix.Anchor virtualRef={{ current: anchor }} />
      <Radix.Portal container={container}>
        <Radix.Content
          className={overlayClass(room, className)}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          data-own-keys
          onCloseAutoFocus={returnFocusBy(() => returnTo(anchor, anchor.isConnected ? "first control" : "panel"))}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
