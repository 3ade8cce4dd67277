"use client";
import { ChevronDown, ChevronUp, Maximize2, X } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import { IconButton, IconLink } from "../icon-button.tsx";
import layoutStyles from "../roles/layout.module.css";
import textStyles from "../roles/text.module.css";
import styles from "./peek-header.module.css";

export type PeekHeaderProps = {
  /** Short id on the left. */
  id?: ReactNode;
  position?: { at: number; of: number } | undefined;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
  /** Address of the full page. */
  href?: string | undefined;
  onClose: () => void;
};

/** Id, position in the list, up and down, full page, close. */
export function PeekHeader({ id, position, onPrevious, onNext, href, onClose }: PeekHeaderProps) {
  return (
    <header className={styles.header}>
      {id ? <span className={textStyles.recordKey}>{id}</span> : null}
      {position ? (
        <span className={cx(textStyles.figure, styles.position)}>
          {position.at} of {position.of}
        </span>
      ) : null}
      <span className={layoutStyles.atEnd} />
      {onPrevious ? <IconButton label="Previous" icon={<ChevronUp />} onClick={onPrevious} /> : null}
      {onNext ? <IconButton label="Next" icon={<ChevronDown />} onClick={onNext} /> : null}
      {href ? <IconLink label="Open the full page" icon={<Maximize2 size={14} />} href={href} /> : null}
      <IconButton label="Close" keys="Esc" icon={<X />} onClick={onClose} />
    </header>
  );
}
