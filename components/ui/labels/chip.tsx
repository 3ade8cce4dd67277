import { X } from "lucide-react";
import NextLink from "next/link";
import type { ComponentProps } from "react";
import { cx } from "../cx.ts";
import touch from "../touch-target.module.css";
import styles from "./chip.module.css";

type ChipProps = ComponentProps<"span"> & {
  /** Adds a button that removes the chip, with its accessible name. */
  remove?: { label: string; run: () => void } | undefined;
};

/** A value in a small frame. */
export function Chip({ remove, className, children, ...rest }: ChipProps) {
  return (
    <span {...rest} className={cx(styles.chip, touch.tall, className)}>
      {children}
      {remove ? (
        <button type="button" className={cx(styles.remove, touch.tall)} aria-label={remove.label} onClick={remove.run}>
          <X size={14} />
        </button>
      ) : null}
    </span>
  );
}

/** A pressable part of a chip. */
export function ChipPart(props: ComponentProps<"button">) {
  return <button type="button" {...props} className={cx(styles.part, touch.tall)} />;
}

/** A dashed chip that adds one. */
type Looks = { dashed?: boolean | undefined };
const looks = ({ dashed }: Looks) => cx(styles.chip, touch.tall, dashed && styles.dashed);

/** A chip that does something. */
export function ChipButton({ dashed, ...rest }: Omit<ComponentProps<"button">, "className"> & Looks) {
  return <button type="button" {...rest} className={looks({ dashed })} />;
}

/** A chip that leads to a page. */
export function ChipLink({ dashed, ...rest }: Omit<ComponentProps<typeof NextLink>, "className"> & Looks) {
  return <NextLink {...rest} className={looks({ dashed })} />;
}
