"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { IntegrationList } from "./integration-list.tsx";

const ROOT = "/settings/integrations";

/** The list at the left, the one that is open at the right; on a phone one of the two. */
export function IntegrationsFrame({ children }: { children: ReactNode }) {
  const open = usePathname()?.slice(ROOT.length + 1) ?? "";
  return (
    <div className="s-integrations" data-open={open === "" ? undefined : true}>
      <IntegrationList openId={open === "" || open === "new" ? null : open} />
      {children}
    </div>
  );
}
