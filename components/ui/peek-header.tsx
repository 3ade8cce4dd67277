"use client";
import { ChevronDown, ChevronUp, Maximize2, X } from "lucide-react";
import NextLink from "next/link";
import type { ReactNode } from "react";
import { IconButton } from "./icon-button.tsx";
import { Tooltip } from "./tooltip.tsx";

export type PeekHeaderProps = {
  /** Short id at the left. */
  id?: ReactNode;
  position?: { at: number; of: number } | undefined;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
  /** Address of the full page. */
  href?: string | undefined;
  onClose: () => void;
};

/** Id, place in the list, up and down, full page, close. */
export function PeekHeader({ id, position, onPrevious, onNext, href, onClose }: PeekHeaderProps) {
  return (
    <header>
      {id ? <span className="id num">{id}</span> : null}
      {position ? (
        <span className="pos num">
          {position.at} of {position.of}
        </span>
      ) : null}
      <span className="push" />
      {onPrevious ? <IconButton label="Previous" icon={<ChevronUp />} onClick={onPrevious} /> : null}
      {onNext ? <IconButton label="Next" icon={<ChevronDown />} onClick={onNext} /> : null}
      {href ? (
        <Tooltip label="Open the full page">
          <NextLink className="ib" href={href} aria-label="Open the full page">
            <Maximize2 size={14} />
          </NextLink>
        </Tooltip>
      ) : null}
      <IconButton label="Close" keys="Esc" icon={<X />} onClick={onClose} />
    </header>
  );
}
