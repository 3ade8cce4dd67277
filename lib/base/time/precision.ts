/** How precisely a time is known. `hour` and `day` store the start of that span. `unknown` has no instant. */
export const PRECISIONS = ["exact", "minute", "approx", "hour", "day", "unknown"] as const;
export type Precision = (typeof PRECISIONS)[number];
