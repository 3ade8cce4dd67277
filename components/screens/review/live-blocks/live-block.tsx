"use client";

import type { ComponentType } from "react";
import type { LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import { ActionsBlock } from "./actions-block.tsx";
import { ChangesBlock, FactorsBlock } from "./factors-block.tsx";
import { ImpactBlock } from "./impact-block.tsx";
import { KeyTimesBlock } from "./key-times-block.tsx";
import { ApprovalsBlock, AttendanceBlock, HeaderBlock, RolesBlock } from "./people-blocks.tsx";
import { TimelineBlock } from "./timeline-block.tsx";

const BLOCKS: Record<LiveBlockKind, ComponentType> = {
  header: HeaderBlock,
  impact: ImpactBlock,
  keyTimes: KeyTimesBlock,
  roles: RolesBlock,
  timeline: TimelineBlock,
  factors: FactorsBlock,
  actions: ActionsBlock,
  changes: ChangesBlock,
  attendance: AttendanceBlock,
  approvals: ApprovalsBlock,
};

/** Draws the records of one live block. */
export function LiveBlock({ kind }: { kind: LiveBlockKind }) {
  const Block = BLOCKS[kind];
  return <Block />;
}
