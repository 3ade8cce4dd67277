import { countWords } from "#lib/base/text/sentence.ts";
import type { IntegrationRow } from "#lib/contract/integration.ts";

const TALLEST = 15;

/** Deliveries of the last seven days as bars, the oldest at the left. */
export function WeekBars({ days }: { days: IntegrationRow["days"] }) {
  const most = Math.max(1, ...days.map((day) => day.received));
  const total = days.reduce((sum, day) => sum + day.received, 0);
  const label = total === 0 ? "No delivery in 7 days" : `${countWords(total, "delivery", "deliveries")} in 7 days`;
  return (
    <svg className="wk7" viewBox="0 0 66 18" role="img" aria-label={label}>
      <line x1="0" x2="66" y1="17.5" y2="17.5" stroke="var(--rule-strong)" />
      {days.map(({ day, received }, index) => {
        if (received === 0) return null;
        const height = Math.max(1, Math.round((received / most) * TALLEST));
        return <rect key={day} x={0.5 + index * 9.5} y={17 - height} width="7" height={height} fill="var(--chart-2)" />;
      })}
    </svg>
  );
}
