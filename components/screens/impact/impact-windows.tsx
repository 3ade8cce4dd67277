"use client";

import { Plus, WandSparkles } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import type { useSelectedWindow } from "#components/incidents/impact/use-selected-window.ts";
import type { WriteWindows } from "#components/incidents/impact/use-write-windows.ts";
import { WindowEditor } from "#components/incidents/impact/windows/window-editor.tsx";
import { WindowsSection } from "#components/incidents/impact/windows/windows-section.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import type { Impact, ImpactWindow } from "#lib/contract/impact.ts";
import { measureSpan } from "#lib/incidents/impact/series/measure-span.ts";
import { samplesOf } from "#lib/incidents/impact/series/series-samples.ts";

type ImpactWindowsProps = {
  impact: Impact;
  window: ReturnType<typeof useSelectedWindow>;
  write: WriteWindows;
  /** Measurements that the editor compares with. */
  points: Parameters<typeof samplesOf>[0];
  nowMs: number;
  zone: string;
  zones: ReactNode;
  onAdd: () => void;
  onPropose: () => void;
};

/** The windows, with the editor of the selected one, or ways to add the first. */
export function ImpactWindows(props: ImpactWindowsProps) {
  const { impact, window, write, points, nowMs, zone, zones, onAdd, onPropose } = props;
  const samples = useMemo(() => samplesOf(points), [points]);
  const adder = useRef<HTMLButtonElement>(null);
  /** How many windows there were when one was removed. */
  const removedOf = useRef<number | null>(null);
  const count = impact.windows.length;
  // The editor is removed with its window, and the focus with it, so the button that adds one gets it.
  useEffect(() => {
    if (removedOf.current === null || count >= removedOf.current) return;
    removedOf.current = null;
    adder.current?.focus();
  }, [count]);
  const remove = (one: ImpactWindow) => {
    removedOf.current = count;
    window.select(null);
    write.change(one, { removed: true }, "Window removed");
  };
  if (impact.windows.length > 0)
    return (
      <WindowsSection
        impact={window.shown}
        nowMs={nowMs}
        zone={zone}
        zones={zones}
        selectedId={window.selected?.id ?? null}
        onSelect={window.select}
        addRef={adder}
        onAdd={onAdd}
        onPropose={onPropose}
        editor={(one) => (
          <WindowEditor
            key={one.id}
            window={one}
            measured={measureSpan(samples, Date.parse(one.from), one.to === null ? nowMs : Date.parse(one.to))}
            nowMs={nowMs}
            zone={zone}
            onChange={(fields) => {
              window.settle();
              write.change(one, fields);
            }}
            onRemove={() => remove(one)}
          />
        )}
      />
    );
  return (
    <Section title="Windows">
      <EmptyState
        title="No impact windows"
        action={
          impact.mayEdit ? (
            <span className={layoutStyles.row}>
              <Button kind="primary" icon={<WandSparkles size={14} />} onClick={onPropose}>
                {impact.proposals.length > 0 ? `Propose windows (${impact.proposals.length})` : "Propose windows"}
              </Button>
              <Button ref={adder} icon={<Plus size={14} />} keys="shift+w" onClick={onAdd}>
                Window
              </Button>
            </span>
          ) : null
        }
      >
        A window records when a service failed and for what share of its users. Its duration and weight give the
        weighted minutes and the error budget spent.
      </EmptyState>
    </Section>
  );
}
