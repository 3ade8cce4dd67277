import { GripVertical } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "#components/ui/cx.ts";
import touch from "#components/ui/touch-target.module.css";
import styles from "./grip.module.css";

type GripProps = ComponentProps<"button"> & { name: string };

/** The handle of an item that can be moved, with the mouse or the keyboard. */
export function Grip({ name, ...rest }: GripProps) {
  return (
    <button type="button" {...rest} className={cx(styles.grip, touch.around)} aria-label={`Move ${name}`}>
      <GripVertical size={14} />
    </button>
  );
}
