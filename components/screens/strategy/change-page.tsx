"use client";

import { ChangeButtons } from "#components/follow/strategic-change/change-buttons.tsx";
import { ChangeProps } from "#components/follow/strategic-change/change-props.tsx";
import { ChangeSections } from "#components/follow/strategic-change/change-sections.tsx";
import { ChangeTitle } from "#components/follow/strategic-change/change-title.tsx";
import { StateBar } from "#components/follow/strategic-change/state-bar.tsx";
import { useStrategicChange } from "#components/follow/strategic-change/use-change.ts";
import { Button } from "#components/ui/button.tsx";
import { Crumbs } from "#components/ui/crumbs.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { SkeletonText } from "#components/ui/skeleton.tsx";

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
          {change ? <ChangeTitle change={change} level={1} /> : <h1 className="vh">{changeKey}</h1>}
        </header>
        {query.isPending ? <SkeletonText lines={8} label={`Loading ${changeKey}`} /> : null}
        {query.isError ? (
          <ErrorState
            title={`${changeKey} could not be shown`}
            safe="Nothing was changed."
            next="There may be no such change."
            action={
              <span className="flex">
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
