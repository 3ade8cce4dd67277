"use client";
import type { ComponentProps } from "react";
import { Popover } from "./popover.tsx";

type FormPopoverProps = Omit<ComponentProps<typeof Popover>, "className" | "room"> & { wide?: boolean | undefined };

/** A popover as wide as its fields need. */
export function FormPopover({ wide, ...rest }: FormPopoverProps) {
  return <Popover {...rest} room={wide ? "wide-form" : "form"} />;
}
