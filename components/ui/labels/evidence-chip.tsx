import NextLink from "next/link";
import type { ComponentProps } from "react";
import { cx } from "../cx.ts";
import styles from "./evidence-chip.module.css";

type InText = {
  /** Inside the text of a document. */
  inText?: boolean | undefined;
};

/** The number of an event or the key of a record, if it can't be opened. */
export function EvidenceChip({ inText, className, ...rest }: ComponentProps<"span"> & InText) {
  return <span {...rest} className={cx(styles.chip, inText && styles.inText, className)} />;
}

/** Cites an event or a record, with a link to it. */
export function EvidenceLink({ inText, className, ...rest }: ComponentProps<typeof NextLink> & InText) {
  return <NextLink {...rest} className={cx(styles.chip, inText && styles.inText, className)} />;
}
