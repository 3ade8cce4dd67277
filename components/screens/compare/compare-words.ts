import { formatDuration } from "#lib/base/time/duration.ts";
import type { ComparedRow, ComparedValue } from "#lib/story/compare.ts";
import { relativeWords } from "#lib/story/compare.ts";

/** "+4 m", "~+4 m", "does not apply" or "unknown": position of a milestone relative to its origin. */
export function placeWords({ seconds, isApproximate, isNotApplicable }: ComparedValue): string {
  if (isNotApplicable) return "does not apply";
  if (seconds === null) return "unknown";
  return `${isApproximate ? "~" : ""}${relativeWords(seconds * 1000)}`;
}

/** "4 m", "~4 m" or "unknown": a duration. */
export function lengthWords({ seconds, isApproximate }: ComparedValue): string {
  if (seconds === null) return "unknown";
  return `${isApproximate ? "~" : ""}${formatDuration(seconds)}`;
}

/** "2 m earlier", "3 h longer", "the same". Empty if one of the two is unknown. */
export function differenceWords(row: ComparedRow, less: string, more: string): string {
  const { differenceSeconds: seconds, one, other } = row;
  if (seconds === null) return "";
  if (Math.abs(seconds) < 0.5) return "the same";
  const about = one.isApproximate || other.isApproximate ? "~" : "";
  return `${about}${formatDuration(Math.abs(seconds))} ${seconds < 0 ? less : more}`;
}
