import { oneOf } from "#lib/base/text/phrases.ts";
import type { SeriesRole } from "./series.ts";

const SHARE = /\b(?:ratio|rate|share|fraction|proportion|availability|uptime|sli)\b/;
const PERCENT = /%|\b(?:percent|percentage|pct|perc)\b/;
const BAD = new RegExp(
  String.raw`\b${oneOf`
    err | errs | error | errors | errored | fail | fails | failed | failure | failures | failing | bad | exceptions?
    faults? | rejected | unsuccessful | unavailable | unavailability | timeouts? | dropped | downtime
    5xx | 5\d\d | 50x | 5\.\. | 5\d?\.?\* | 5x
  `}(?!\w)`,
);
const GOOD = /\b(?:good|ok|success|successes|successful|succeeded|available|availability|uptime|2xx|200|sli)\b/;
const TOTAL = new RegExp(
  String.raw`\b${oneOf`
  total | totals | all | requests? | reqs? | count | counts | volume | traffic | sum | hits | calls
  attempts | valid | queries | transactions | rps | qps | throughput
`}\b`,
);

/**
 * Returns the role that a series' heading or labels suggest, or null. "5xx rate" is a share here, corrected later if
 * its values are counts.
 */
export function roleOfName(name: string): SeriesRole | null {
  // Splits `http_requestsTotal{code=~"5.."}` into words.
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[^a-z0-9%.*]+/g, " ");
  const [isBad, isGood] = [BAD.test(words), GOOD.test(words)];
  if (PERCENT.test(words)) return isGood && !isBad ? "good_percent" : "percent";
  if (SHARE.test(words)) return isGood && !isBad ? "good_ratio" : isBad || !TOTAL.test(words) ? "ratio" : "total";
  if (isBad) return "errors";
  if (isGood) return "good";
  return TOTAL.test(words) ? "total" : null;
}
