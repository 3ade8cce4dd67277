import type { ReactNode } from "react";
import { Status } from "#components/ui/status.tsx";
import { StatusGlyph, type StatusKind } from "#components/ui/status-glyph.tsx";
import { CHANGE_STATUS_WORDS, type ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { statusKind } from "./options.tsx";

const STEPS: readonly ChangeStatus[] = ["proposed", "funded", "in_progress", "delivered", "effect_checked"];

/** Where a change stands on its way, and what moves it on. */
export function StateBar({ change, children }: { change: StrategicChange; children: ReactNode }) {
  const at = STEPS.indexOf(change.status);
  const glyphOf = (step: number): StatusKind => (step < at ? "done" : step === at ? statusKind(change.status) : "open");
  return (
    <section className="cbar" aria-label="State of the change">
      {at < 0 ? (
        <Status kind="cancelled">{CHANGE_STATUS_WORDS[change.status]}</Status>
      ) : (
        <ol className="cst" aria-label="State">
          {STEPS.map((step, index) => (
            <li
              key={step}
              className={index < at ? "was" : index === at ? "cur" : undefined}
              aria-current={index === at ? "step" : undefined}
            >
              <span className="st" data-k={glyphOf(index)}>
                <StatusGlyph kind={glyphOf(index)} />
              </span>
              {CHANGE_STATUS_WORDS[step]}
            </li>
          ))}
        </ol>
      )}
      <div className="right">{children}</div>
    </section>
  );
}
