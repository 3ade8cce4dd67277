import { Who } from "#components/ui/avatar.tsx";
import { cx } from "#components/ui/cx.ts";
import { SourceLetter } from "#components/ui/source-letter.tsx";
import { Row } from "#components/ui/table.tsx";
import { formatDuration } from "#lib/base/time/duration.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { weightWords } from "#lib/base/vocabulary/impact.ts";
import type { ImpactWindow } from "#lib/contract/impact.ts";
import { basisWords, lengthSeconds, minuteWords, spanWords } from "../window-words.ts";

type WindowRowProps = {
  window: ImpactWindow;
  nowMs: number;
  zone: string;
  /** An instant of the first day: other days are named. */
  knownDay: string | null;
  isCurrent: boolean;
  onSelect: () => void;
};

/** One window in words; its service opens it. */
export function WindowRow({ window, nowMs, zone, knownDay, isCurrent, onSelect }: WindowRowProps) {
  const day = knownDay === null ? null : clockIn(knownDay, zone).day;
  return (
    <Row current={isCurrent} className={cx(window.covered && "off")} data-window={window.id}>
      <th scope="row">
        <button type="button" className="lnk" aria-expanded={isCurrent} onClick={onSelect}>
          {window.service.name}
        </button>
      </th>
      <td className="num">{spanWords(window, zone, day)}</td>
      <td className="num r">{formatDuration(lengthSeconds(window, nowMs))}</td>
      <td className="num r med">{weightWords(window.weight)}</td>
      <td>{basisWords(window)}</td>
      <td className="hx">
        {window.origin === "statuspage" ? (
          <SourceLetter letter="T" name="Status page" />
        ) : (
          <Who name={window.createdBy?.name ?? null} missing="Nobody" />
        )}
      </td>
      <td className="num r">{window.covered ? "covered" : minuteWords(window.weightedSeconds)}</td>
    </Row>
  );
}
