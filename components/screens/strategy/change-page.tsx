"use client";

import { useRef } from "react";
import { RecordNotRead } from "#components/base/api/not-read.tsx";
import { shownData } from "#components/base/api/problem.ts";
import { CommentsSection } from "#components/follow/comment/comments-section.tsx";
import { statusKind } from "#components/follow/strategic-change/options.tsx";
import { ChangeButtons } from "#components/follow/strategic-change/record/change-buttons.tsx";
import { ChangeProps } from "#components/follow/strategic-change/record/change-props.tsx";
import { ChangeSections, ChangeTies } from "#components/follow/strategic-change/record/change-sections.tsx";
import { ChangeTitle } from "#components/follow/strategic-change/record/change-title.tsx";
import { useReporting } from "#components/follow/strategic-change/record/health-updates.tsx";
import { useStrategicChange } from "#components/follow/strategic-change/use-change.ts";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import { StateBar } from "#components/ui/page/state-bar.tsx";
import { useKeptFocus } from "#components/ui/page/use-kept-focus.ts";
import textStyles from "#components/ui/roles/text.module.css";
import { CHANGE_STATUS_WORDS, type ChangeStatus } from "#lib/base/vocabulary/strategic-change.ts";
import styles from "./change-page.module.css";

const STEPS: readonly ChangeStatus[] = ["proposed", "funded", "in_progress", "delivered", "effect_checked"];

/** One strategic change on its own page. */
export function ChangePage({ changeKey }: { changeKey: string }) {
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page);
  const query = useStrategicChange(changeKey);
  const reporting = useReporting(changeKey);
  const change = shownData(query);
  return (
    <>
      {change ? (
        <StateBar
          label="State of the strategic change"
          steps={STEPS.map((step) => CHANGE_STATUS_WORDS[step])}
          at={STEPS.indexOf(change.status)}
          kind={statusKind(change.status)}
          words={CHANGE_STATUS_WORDS[change.status]}
        >
          <ChangeButtons change={change} isPrimary onReport={reporting.ask} />
        </StateBar>
      ) : null}
      <Page ref={page} className={styles.page}>
        <header>
          <Crumbs items={[{ label: "Strategic changes", href: "/strategy" }, { label: changeKey }]} />
          {change ? (
            <ChangeTitle change={change} level={1} />
          ) : (
            <h1 className={textStyles.visuallyHidden}>{changeKey}</h1>
          )}
        </header>
        {query.isPending ? <SkeletonText lines={8} label={`Loading ${changeKey}`} /> : null}
        {query.isError ? (
          <RecordNotRead
            recordKey={changeKey}
            error={query.error}
            hidden="you don't have access"
            list={{ href: "/strategy", label: "All strategic changes" }}
            onRetry={() => void query.refetch()}
          />
        ) : null}
        {change ? (
          <>
            <div className={styles.sections}>
              <ChangeSections change={change} level={2} reporting={reporting} />
              <CommentsSection recordKey={changeKey} />
            </div>
            <aside className={styles.facts} aria-label="About this strategic change">
              <SectionHead title="About" />
              <div className={styles.props}>
                <ChangeProps change={change} />
              </div>
              <ChangeTies change={change} level={2} />
            </aside>
          </>
        ) : null}
      </Page>
    </>
  );
}
