"use client";
import { type ComponentProps, type ReactNode, useEffect, useRef } from "react";
import { cx } from "../cx.ts";
import touch from "../touch-target.module.css";
import styles from "./checkbox.module.css";

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "ref"> & {
  /** Label next to the box. Without it give `aria-label`. */
  label?: ReactNode;
  /** Only some of its items are checked. */
  indeterminate?: boolean | undefined;
};

/** A check box with its label. Without one, give it an accessible name. */
export function Checkbox({ label, indeterminate = false, className, ...rest }: CheckboxProps) {
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = indeterminate;
  }, [indeterminate]);
  const box = cx(styles.box, touch.around);
  if (!label) return <input {...rest} ref={ref} type="checkbox" className={cx(box, className)} />;
  return (
    <label className={cx(styles.labelled, className)}>
      <input {...rest} ref={ref} type="checkbox" className={box} />
      <span>{label}</span>
    </label>
  );
}
