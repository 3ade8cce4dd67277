"use client";
import { createContext, type ReactNode, useContext, useState } from "react";

const PortalContext = createContext<HTMLElement | null>(null);

/** Where menus, popovers and tooltips are rendered. The body unless there is a `PortalContainer` above. */
export function usePortalContainer(): HTMLElement | null {
  return useContext(PortalContext);
}

/** Keeps overlays inside this subtree, so they share its theme. */
export function PortalContainer({ className, children }: { className?: string | undefined; children: ReactNode }) {
  const [element, setElement] = useState<HTMLElement | null>(null);
  return (
    <div ref={setElement} className={className}>
      <PortalContext value={element}>{children}</PortalContext>
    </div>
  );
}
