"use client";

import { Plus, WandSparkles } from "lucide-react";
import { Fragment, type ReactNode, type Ref } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Who } from "#components/ui/labels/avatar.tsx";
import { SourceLetter } from "#components/ui/labels/source-letter.tsx";
import { HeadCell, Row, Table } from "#components/ui/lists/table.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { formatDuration, formatWeighted } from "#lib/base/time/duration.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { weightWords } from "#lib/base/vocabulary/impact.ts";
import type { Impact, ImpactWindow } from "#lib/contract/impact.ts";
import { basisWords, lengthSeconds, spanWords } from "../window-words.ts";
import styles from "./windows-section.module.css";

type WindowRowProps = {
  window: ImpactWindow;
  nowMs: number;
  zone: string;
  /** An instant of the first day. Other days are named. */
  knownDay: string | null;
  isCurrent: boolean;
  onSelect: () => void;
};

/** One window as text. Its service opens it. */
function WindowRow({ window, nowMs, zone, knownDay, isCurrent, onSelect }: WindowRowProps) {
  const day = knownDay === null ? null : clockIn(knownDay, zone).day;
  return (
    <Row current={isCurrent} className={cx(window.covered && styles.covered)} data-window={window.id}>
      <th scope="row">
        <button
          type="button"
          className={cx(styles.service, textStyles.link)}
          aria-expanded={isCurrent}
          onClick={onSelect}
        >
          {window.service.name}
        </button>
      </th>
      <td className={textStyles.figure}>{spanWords(window, zone, day)}</td>
      <td className={textStyles.figureCell}>{formatDuration(lengthSeconds(window, nowMs))}</td>
      <td className={cx(textStyles.figureCell, textStyles.emphasis)}>{weightWords(window.weight)}</td>
      <td>{basisWords(window)}</td>
      <td className={styles.author}>
        {window.origin === "statuspage" ? (
          <SourceLetter letter="T" name="Status page" />
        ) : (
          <Who name={window.createdBy?.name ?? null} missing="Unknown" />
        )}
      </td>
      <td className={textStyles.figureCell}>{window.covered ? "covered" : formatWeighted(window.weightedSeconds)}</td>
    </Row>
  );
}

type WindowsSectionProps = {
  impact: Impact;
  nowMs: number;
  zone: string;
  selectedId: string | null;
  onSelect: (id: string | null) => void;
  /** The button that adds a window. */
  addRef: Ref<HTMLButtonElement>;
  onAdd: () => void;
  onPropose: () => void;
  /** The form under the selected row. */
  editor: (window: ImpactWindow) => ReactNode;
  zones: ReactNode;
};

const COLUMNS = 7;

/** Every window with its contribution, and the total of each service. */
export function WindowsSection(props: WindowsSectionProps) {
  const { impact, nowMs, zone, selectedId, onSelect, addRef, onAdd, onPropose, editor, zones } = props;
  const { windows, services, proposals, mayEdit } = impact;
  const knownDay = windows[0]?.from ?? null;
  return (
    <Section
      id="impact-windows"
      title="Windows"
      count="where windows overlap, the highest weight counts"
      wraps
      right={
        <span className={cx(styles.right, layoutStyles.row)}>
          {zones}
          {mayEdit ? (
            <>
              <Button kind="ghost" icon={<WandSparkles size={14} />} onClick={onPropose}>
                {proposals.length > 0 ? `Propose windows (${proposals.length})` : "Propose windows"}
              </Button>
              <Button ref={addRef} icon={<Plus size={14} />} keys="shift+w" onClick={onAdd}>
                Window
              </Button>
            </>
          ) : null}
        </span>
      }
    >
      <Table caption="Impact windows" className={styles.windows}>
        <thead>
          <tr>
            <HeadCell>Service</HeadCell>
            <HeadCell>From and to, {zone}</HeadCell>
            <HeadCell right>Duration</HeadCell>
            <HeadCell right>Weight</HeadCell>
            <HeadCell>Basis</HeadCell>
            <HeadCell className={styles.author}>By</HeadCell>
            <HeadCell right>Weighted</HeadCell>
          </tr>
        </thead>
        <tbody>
          {windows.map((window) => {
            const isCurrent = window.id === selectedId;
            return (
              <Fragment key={window.id}>
                <WindowRow
                  window={window}
                  nowMs={nowMs}
                  zone={zone}
                  knownDay={knownDay}
                  isCurrent={isCurrent}
                  onSelect={() => onSelect(isCurrent ? null : window.id)}
                />
                {isCurrent && mayEdit ? (
                  <tr className={styles.opened}>
                    <td colSpan={COLUMNS}>{editor(window)}</td>
                  </tr>
                ) : null}
              </Fragment>
            );
          })}
        </tbody>
        <tfoot>
          {services.map(({ service, weightedSeconds }) => (
            <tr key={service.id}>
              <th scope="row" colSpan={COLUMNS - 1}>
                {service.name} in total
              </th>
              <td className={cx(styles.sum, textStyles.figureCell)}>{formatWeighted(weightedSeconds)}</td>
            </tr>
          ))}
        </tfoot>
      </Table>
    </Section>
  );
}
