import { HeadCell, Table } from "#components/ui/table.tsx";
import { formatDuration } from "#lib/base/time/duration.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { weightWords } from "#lib/base/vocabulary/impact.ts";
import type { Impact } from "#lib/contract/impact.ts";
import { flooredPercent } from "#lib/incidents/impact/account.ts";
import { basisWords, lengthSeconds, minuteWords, spanWords } from "./window-words.ts";

/** The windows that count, in UTC, and what each service lost of its budget; for reading in a review. */
export function ImpactTable({ impact, nowMs }: { impact: Impact; nowMs: number }) {
  const windows = impact.windows.filter(({ covered }) => !covered);
  const [first] = windows;
  if (!first) return null;
  const day = clockIn(first.from, "UTC").day;
  return (
    <Table caption="Impact windows" className="mt-2">
      <thead>
        <tr>
          <HeadCell>Service</HeadCell>
          <HeadCell>From and to, UTC</HeadCell>
          <HeadCell right>Weight</HeadCell>
          <HeadCell>Basis</HeadCell>
          <HeadCell right>Weighted</HeadCell>
        </tr>
      </thead>
      <tbody>
        {windows.map((window) => (
          <tr key={window.id}>
            <th scope="row">{window.service.name}</th>
            <td className="num">
              {spanWords(window, "UTC", day)}, {formatDuration(lengthSeconds(window, nowMs))}
            </td>
            <td className="num r">{weightWords(window.weight)}</td>
            <td>{basisWords(window)}</td>
            <td className="num r">{minuteWords(window.weightedSeconds)}</td>
          </tr>
        ))}
        {impact.services.map(({ service, weightedSeconds, budget }) => (
          <tr key={service.id}>
            <th scope="row" colSpan={4}>
              {service.name} in all
              {budget.spentPercent === null
                ? ""
                : `, ${flooredPercent(budget.spentPercent, 1)}% of the budget of ${budget.days} days`}
            </th>
            <td className="num r med">{minuteWords(weightedSeconds)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
