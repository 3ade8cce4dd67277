"use client";

import { Plus, WandSparkles } from "lucide-react";
import { Fragment, type ReactNode, type Ref } from "react";
import { Button } from "#components/ui/button.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { HeadCell, Table } from "#components/ui/table.tsx";
import type { Impact, ImpactWindow } from "#lib/contract/impact.ts";
import { minuteWords } from "../window-words.ts";
import { WindowRow } from "./window-row.tsx";

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

/** Every window with what it adds, and what each service comes to. */
export function WindowsSection(props: WindowsSectionProps) {
  const { impact, nowMs, zone, selectedId, onSelect, addRef, onAdd, onPropose, editor, zones } = props;
  const { windows, services, proposals, mayEdit } = impact;
  const knownDay = windows[0]?.from ?? null;
  return (
    <section className="sec" aria-labelledby="impact-windows">
      <SectionHead
        id="impact-windows"
        title="Windows"
        count="where two overlap, the higher weight counts, never the sum"
        right={
          <span className="flex">
            {zones}
            {mayEdit ? (
              <>
                <Button kind="ghost" icon={<WandSparkles className="i s" />} onClick={onPropose}>
                  {proposals.length > 0 ? `Propose windows (${proposals.length})` : "Propose windows"}
                </Button>
                <Button ref={addRef} icon={<Plus className="i s" />} keys="shift+w" onClick={onAdd}>
                  Window
                </Button>
              </>
            ) : null}
          </span>
        }
      />
      <Table caption="Impact windows" className="wt">
        <thead>
          <tr>
            <HeadCell>Service</HeadCell>
            <HeadCell>From and to, {zone}</HeadCell>
            <HeadCell right>Length</HeadCell>
            <HeadCell right>Weight</HeadCell>
            <HeadCell>Basis</HeadCell>
            <HeadCell className="hx">By</HeadCell>
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
                  <tr className="ed">
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
                {service.name} in all
              </th>
              <td className="r sum num">{minuteWords(weightedSeconds)}</td>
            </tr>
          ))}
        </tfoot>
      </Table>
    </section>
  );
}
