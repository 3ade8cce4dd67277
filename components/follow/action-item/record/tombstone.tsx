"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { reads } from "#components/base/api/client.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Banner } from "#components/ui/page/banner.tsx";

/** Says of a purged action when and by whom it was purged. For an action that wasn't, shows `children`. */
export function Tombstone({ actionKey, children }: { actionKey: string; children: ReactNode }) {
  const { data, isPending } = useQuery(reads.actionItem.tombstone(actionKey));
  if (isPending) return null;
  if (!data) return children;
  return (
    <Banner>
      {data.key} was purged{data.purgedBy ? ` by ${data.purgedBy}` : ""} <Moment at={data.purgedAt} />. Its key isn't
      used again.
    </Banner>
  );
}
