"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { IntegrationList } from "#components/intake/integration/integration-list.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import styles from "./integrations-frame.module.css";

const ROOT = "/settings/integrations";

/** The list on the left and the open integration on the right. On a phone only one of them. */
export function IntegrationsFrame({ children }: { children: ReactNode }) {
  const me = useMe();
  const open = usePathname()?.slice(ROOT.length + 1) ?? "";
  if (me && !me.may.includes("integration.manage"))
    return (
      <EmptyState title="Admins connect tools">
        Events from connected tools join the incidents that you read. An admin connects the tools.
      </EmptyState>
    );
  return (
    <div className={styles.frame} data-open={open === "" ? undefined : true}>
      <div className={styles.list}>
        <IntegrationList openId={open === "" || open === "new" ? null : open} />
      </div>
      <div className={styles.detail}>{children}</div>
    </div>
  );
}
