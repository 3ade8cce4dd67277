"use client";
import { Popover as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { usePortalContainer } from "../portal-container.tsx";
import { type OverlayRoom, overlayClass } from "./overlay.ts";
import { returnFocusBy } from "./use-return-focus.ts";

type PopoverProps = {
  /** The control that opens it. One element that takes a ref. */
  trigger: ReactNode;
  /** Accessible name of the popover. */
  label: string;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  align?: "start" | "center" | "end" | undefined;
  room?: OverlayRoom | undefined;
  className?: string | undefined;
  /** Gets the focus when it closes. By default the trigger does. */
  returnFocus?: (() => void) | undefined;
  children: ReactNode;
};

/** A popover that opens at its trigger, with an accessible name. */
export function Popover(props: PopoverProps) {
  const {
    trigger,
    label,
    open,
    onOpenChange,
    align = "start",
    room = "text",
    className,
    returnFocus,
    children,
  } = props;
  const container = usePortalContainer();
  return (
    <Radix.Root {...(open === undefined ? {} : { open })} {...(onOpenChange ? { onOpenChange } : {})}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={container}>
        <Radix.Content
          className={overlayClass(room, className)}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          data-own-keys
          onCloseAutoFocus={returnFocusBy(returnFocus)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
