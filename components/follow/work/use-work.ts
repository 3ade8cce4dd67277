"use client";

import type { InferContractRouterOutputs } from "@orpc/contract";
import { useQuery } from "@tanstack/react-query";
import { query } from "#components/base/api/client.ts";
import type { meContract } from "#lib/contract/me.ts";

export type Work = InferContractRouterOutputs<typeof meContract>["work"];

/** What waits for the reader. */
export const useWork = () => useQuery(query.me.work.queryOptions());

/** Nothing at all: somebody who has just begun. */
export const isBare = (work: Work): boolean =>
  [work.now, work.reviews, work.actions, work.lateInMyTeams].every((items) => items.length === 0);
