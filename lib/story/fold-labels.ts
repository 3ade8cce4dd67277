import { formatDuration } from "#lib/base/time/duration.ts";
import type { AxisFold } from "#lib/incidents/timeline/score/score-axis.ts";

/** The label of a fold, each line with its baseline. The first line is the length of the silence. */
export interface FoldLabel {
  fromMs: number;
  x: number;
  lines: { text: string; y: number }[];
}

interface Place {
  x: number;
  y: number;
}

const MARK_PX = 7;
const CHARACTER_PX = 6;
const LINE_PX = 15;
/** Distance from the middle of a line of capitals to its baseline. */
const BASELINE_PX = 4;
const TICK_ROW_PX = 11;

/** Vertical positions for a label between the outermost lanes, those nearest to the middle first. */
function middlesOf(laneYs: readonly number[]): number[] {
  const [top, bottom] = [laneYs[0] ?? 0, laneYs.at(-1) ?? 0];
  const middle = (top + bottom) / 2;
  const between = laneYs.slice(1).map((y, at) => (y + (laneYs[at] ?? y)) / 2);
  return [middle, ...laneYs, ...between].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
}

/**
 * Places the label of each fold clear of what is drawn in it, such as events of which only the order is known. Two
 * lines if they fit, otherwise the length alone, and as a last resort in the row of the ticks.
 */
export function labelFolds(
  folds: readonly AxisFold[],
  laneYs: readonly number[],
  marks: readonly Place[],
): FoldLabel[] {
  const middles = middlesOf(laneYs);
  return folds.map(({ fromMs, x0, x1, seconds }) => {
    const x = (x0 + x1) / 2;
    const length = formatDuration(seconds);
    const isClear = (texts: readonly string[]) => (middle: number) => {
      const reachX = (Math.max(...texts.map((text) => text.length)) * CHARACTER_PX) / 2 + MARK_PX;
      const reachY = (texts.length * LINE_PX) / 2 + MARK_PX - 3;
      return marks.every((mark) => Math.abs(mark.x - x) >= reachX || Math.abs(mark.y - middle) >= reachY);
    };
    for (const texts of [[length, "folded"], [length]]) {
      const middle = middles.find(isClear(texts));
      if (middle === undefined) continue;
      const first = middle + BASELINE_PX - ((texts.length - 1) * LINE_PX) / 2;
      return { fromMs, x, lines: texts.map((text, at) => ({ text, y: first + at * LINE_PX })) };
    }
    return { fromMs, x, lines: [{ text: length, y: TICK_ROW_PX }] };
  });
}
