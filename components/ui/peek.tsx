"use client";
import { ChevronDown, ChevronUp, Maximize2, X } from "lucide-react";
import NextLink from "next/link";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useEffect, useRef } from "react";
import { IconButton } from "./icon-button.tsx";
import { KeyScope } from "./keys/key-scope.tsx";
import { useKeys } from "./keys/use-keys.ts";
import { Tooltip } from "./tooltip.tsx";
import { useMediaQuery } from "./use-media-query.ts";

type PeekProps = {
  /** Names the panel for a screen reader: "ACT-131". */
  label: string;
  /** Short id at the left of the header. */
  id?: ReactNode;
  position?: { at: number; of: number } | undefined;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
  /** Address of the full page. */
  href?: string | undefined;
  onClose: () => void;
  children: ReactNode;
};

const NARROW = "(max-width: 1100px)";

/**
 * The record beside its list on a wide screen, a sheet over it on a narrow one. Mount it to open it.
 * On a wide screen the focus stays in the list; closing gives the focus back to where it was.
 */
export function Peek({ children, ...head }: PeekProps) {
  const narrow = useMediaQuery(NARROW);
  const body = (
    <>
      <PeekHeader {...head} />
      <div className="bd">{children}</div>
    </>
  );
  if (!narrow) return <SidePanel {...head}>{body}</SidePanel>;
  return (
    <Radix.Root open onOpenChange={(open) => open || head.onClose()}>
      <Radix.Overlay className="peek-scrim" />
      <Radix.Content className="peek" aria-describedby={undefined}>
        <Radix.Title className="vh">{head.label}</Radix.Title>
        <KeyScope>{body}</KeyScope>
      </Radix.Content>
    </Radix.Root>
  );
}

function SidePanel({ label, onClose, children }: { label: string; onClose: () => void; children: ReactNode }) {
  const panel = useRef<HTMLElement>(null);
  useKeys([{ keys: "Esc", label: "Close the panel", group: "Page", run: onClose }]);
  useEffect(() => {
    const before = document.activeElement;
    const element = panel.current;
    return () => {
      const lost = element?.contains(document.activeElement) || document.activeElement === document.body;
      if (lost && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <aside ref={panel} className="peek" aria-label={label}>
      {children}
    </aside>
  );
}

function PeekHeader({ id, position, onPrevious, onNext, href, onClose }: Omit<PeekProps, "children">) {
  return (
    <header>
      {id ? <span className="id num">{id}</span> : null}
      {position ? (
        <span className="pos num">
          {position.at} of {position.of}
        </span>
      ) : null}
      <span className="right" />
      {onPrevious ? <IconButton label="Previous" icon={<ChevronUp className="i" />} onClick={onPrevious} /> : null}
      {onNext ? <IconButton label="Next" icon={<ChevronDown className="i" />} onClick={onNext} /> : null}
      {href ? (
        <Tooltip label="Open the full page">
          <NextLink className="ib" href={href} aria-label="Open the full page">
            <Maximize2 className="i s" />
          </NextLink>
        </Tooltip>
      ) : null}
      <IconButton label="Close" keys="Esc" icon={<X className="i" />} onClick={onClose} />
    </header>
  );
}
