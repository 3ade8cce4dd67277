import { importerNamed } from "./registry.ts";

/** Returns the name of a kind of source: "PagerDuty" for `pagerduty`. */
export const sourceLabel = (sourceType: string): string =>
  importerNamed(sourceType)?.label ??
  (sourceType === "manual" ? "written by hand" : sourceType.charAt(0).toUpperCase() + sourceType.slice(1));
