"use client";

import { useQuery } from "@tanstack/react-query";
import { query } from "#components/base/api/client.ts";

export const incidentOptions = (key: string) => query.incident.get.queryOptions({ input: { key } });

/** One incident; the page prefetches it under the same key. */
export const useIncident = (key: string) => useQuery(incidentOptions(key));
