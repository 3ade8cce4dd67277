"use client";

import { useQuery } from "@tanstack/react-query";
import type { Editor } from "@tiptap/core";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";

const BANNER = new Later(() => import("./facts-banner.tsx").then((module) => module.FactsBanner));

/** The choices about facts that changed since they were written. Loaded once there are any, and kept for their undo. */
export function FactsChanged(props: { reviewKey: string; editor: Editor }) {
  const count = useQuery(reads.review.staleDrafts(props.reviewKey)).data?.items.length ?? 0;
  const [isWanted, setWanted] = useState(false);
  if (count > 0 && !isWanted) setWanted(true);
  return isWanted ? <LaterPart of={BANNER} props={props} /> : null;
}
