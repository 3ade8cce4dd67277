"use client";
import { query } from "#components/base/api/client.ts";

const MOST = 200;

/** All teams at once: the tree needs them, and an organisation has few. */
export const teamsOptions = (includeArchived: boolean) =>
  query.team.list.queryOptions({ input: { limit: MOST, includeArchived } });
