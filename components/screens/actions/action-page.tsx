"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useRef } from "react";
import { RungsSection } from "#components/across/ladder/rungs-section.tsx";
import { reads } from "#components/base/api/client.ts";
import { RecordNotRead } from "#components/base/api/not-read.tsx";
import { shownData } from "#components/base/api/problem.ts";
import { type EditField, useEditLayer } from "#components/follow/action-item/edit/edit-context.ts";
import { EditLayer } from "#components/follow/action-item/edit/edit-layer.tsx";
import { FIELD_KEYS } from "#components/follow/action-item/edit/field-keys.ts";
import { useAsk } from "#components/follow/action-item/edit/use-ask.tsx";
import { useVerification } from "#components/follow/action-item/edit/verification.ts";
import { statusOf } from "#components/follow/action-item/options.tsx";
import { ActionProps } from "#components/follow/action-item/record/action-props.tsx";
import { ActionSections } from "#components/follow/action-item/record/action-sections.tsx";
import { ActionTitle } from "#components/follow/action-item/record/action-title.tsx";
import { RelationsSection } from "#components/follow/action-item/record/relations-section.tsx";
import { StepButtons } from "#components/follow/action-item/record/step-buttons.tsx";
import { WatchButton } from "#components/follow/action-item/record/watch-button.tsx";
import { useActionItem } from "#components/follow/action-item/use-action-item.ts";
import { CommentsSection } from "#components/follow/comment/comments-section.tsx";
import { IssuesSection } from "#components/follow/tracker/issues-section.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import { StateBar } from "#components/ui/page/state-bar.tsx";
import { useKeptFocus } from "#components/ui/page/use-kept-focus.ts";
import textStyles from "#components/ui/roles/text.module.css";
import { ACTION_STATUS_WORDS, type ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import styles from "./action-page.module.css";

/** Says of a purged action when and by whom it was purged. For an action that wasn't, shows `children`. */
function Tombstone({ actionKey, children }: { actionKey: string; children: ReactNode }) {
  const { data, isPending } = useQuery(reads.actionItem.tombstone(actionKey));
  if (isPending) return null;
  if (!data) return children;
  return (
    <Banner>
      {data.key} was purged{data.purgedBy ? ` by ${data.purgedBy}` : ""} <Moment at={data.purgedAt} />. Its key isn't
      used again.
    </Banner>
  );
}

const STEPS: readonly ActionStatus[] = ["proposed", "accepted", "in_progress", "implemented", "verified"];

/** O D S P open the editors of the one action on the page, and N asks its owner. */
function useActionKeys(item: ActionItem | undefined, ask?: (keys: readonly string[]) => void): void {
  const { edit } = useEditLayer();
  const run = (field: EditField) => () => {
    const anchor = document.querySelector<HTMLElement>(`[data-field="${field}"]`);
    if (item && anchor) edit(field, [item], anchor);
  };
  useKeys([
    ...FIELD_KEYS.map(({ keys, field, label }) => ({ keys, label, group: "Change", run: run(field) })),
    ...(item?.owner && ask ? [{ keys: "n", label: "Ask", group: "Change", run: () => ask([item.key]) }] : []),
  ]);
}

/** One action item on its own page. */
export function ActionPage({ actionKey }: { actionKey: string }) {
  return (
    <EditLayer>
      <Content actionKey={actionKey} />
    </EditLayer>
  );
}

function Content({ actionKey }: { actionKey: string }) {
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page);
  const action = useActionItem(actionKey);
  const item = shownData(action);
  const verification = useVerification(item ? [item] : []);
  const { ask, dialog } = useAsk();
  const mayAsk = useMe()?.may.includes("action.create") ?? false;
  useActionKeys(item, mayAsk ? ask : undefined);
  return (
    <>
      {item ? (
        <StateBar
          label="State of the action"
          steps={STEPS.map((step) => ACTION_STATUS_WORDS[step])}
          at={STEPS.indexOf(item.status)}
          {...statusOf(item)}
        >
          <StepButtons item={item} isPrimary verification={verification} />
          <WatchButton item={item} />
        </StateBar>
      ) : null}
      {dialog}
      <Page ref={page} className={styles.page}>
        <header>
          <Crumbs items={[{ label: "Actions", href: "/actions" }, { label: actionKey }]} />
          {item ? <ActionTitle item={item} level={1} /> : <h1 className={textStyles.visuallyHidden}>{actionKey}</h1>}
        </header>
        {action.isPending ? <SkeletonText lines={8} label={`Loading ${actionKey}`} /> : null}
        {action.isError ? (
          <Tombstone actionKey={actionKey}>
            <RecordNotRead
              recordKey={actionKey}
              error={action.error}
              hidden="its incident is restricted to other people"
              list={{ href: "/actions", label: "All actions" }}
              onRetry={() => void action.refetch()}
            />
          </Tombstone>
        ) : null}
        {item ? (
          <>
            <div className={styles.sections}>
              <ActionSections item={item} level={2} verification={verification}>
                <IssuesSection item={item} />
                <RungsSection actionKey={actionKey} status={item.status} dueDate={item.dueDate} />
                <CommentsSection recordKey={actionKey} />
              </ActionSections>
            </div>
            <aside className={styles.facts} aria-label="Facts">
              <SectionHead title="About" />
              <ActionProps item={item} />
              <RelationsSection item={item} />
            </aside>
          </>
        ) : null}
      </Page>
    </>
  );
}
