"use client";

import type { ReactNode } from "react";
import { ChangeButtons } from "#components/follow/strategic-change/change-buttons.tsx";
import { ChangeProps } from "#components/follow/strategic-change/change-props.tsx";
import { ChangeSections } from "#components/follow/strategic-change/change-sections.tsx";
import { ChangeTitle } from "#components/follow/strategic-change/change-title.tsx";
import { statusKind } from "#components/follow/strategic-change/options.tsx";
import { useStrategicChange } from "#components/follow/strategic-change/use-change.ts";
import { Button } from "#components/ui/button.tsx";
import { Crumbs } from "#components/ui/crumbs.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { SkeletonText } from "#components/ui/skeleton.tsx";
import { Status } from "#components/ui/status.tsx";
import { StatusGlyph, type StatusKind } from "#components/ui/status-glyph.tsx";
import { CHANGE_STATUS_WORDS, type ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";

const STEPS: readonly ChangeStatus[] = ["proposed", "funded", "in_progress", "delivered", "effect_checked"];

/** Where a change stands on its way, and what moves it on. */
function StateBar({ change, children }: { change: StrategicChange; children: ReactNode }) {
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
      <div className="push">{children}</div>
    </section>
  );
}

/** One strategic change on a page of its own. */
export function ChangePage({ changeKey }: { changeKey: string }) {
  const query = useStrategicChange(changeKey);
  const change = query.data;
  return (
    <div className="s-strategy">
      {change ? (
        <StateBar change={change}>
          <ChangeButtons change={change} isPrimary />
        </StateBar>
      ) : null}
      <div className="page cpg">
        <header className="chd">
          <Crumbs items={[{ label: "Strategy", href: "/strategy" }, { label: changeKey }]} />
          {change ? <ChangeTitle change={change} level={1} /> : <h1 className="visually-hidden">{changeKey}</h1>}
        </header>
        {query.isPending ? <SkeletonText lines={8} label={`Loading ${changeKey}`} /> : null}
        {query.isError ? (
          <ErrorState
            title={`${changeKey} could not be shown`}
            safe="Nothing is lost."
            next="There may be no such change."
            action={
              <span className="inline-row">
                <Button onClick={() => void query.refetch()}>Try again</Button>
                <ButtonLink href="/strategy">All changes</ButtonLink>
              </span>
            }
          />
        ) : null}
        {change ? (
          <>
            <aside className="cds" aria-label="About this change">
              <SectionHead title="About" />
              <ChangeProps change={change} />
            </aside>
            <div className="cmn">
              <ChangeSections change={change} level={2} />
            </div>
          </>
        ) : null}
      </div>
    </div>
  );
}
