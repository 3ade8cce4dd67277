"use client";

import { useQuery } from "@tanstack/react-query";
import { Merge, Pencil, Split } from "lucide-react";
import { useState } from "react";
import { HistoryList } from "#components/across/history/history-list.tsx";
import { api, reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { isGone } from "#components/base/api/problem.ts";
import { FollowButton } from "#components/follow/canonical-factor/edit/follow-button.tsx";
import { MergeDialog } from "#components/follow/canonical-factor/edit/merge-dialog.tsx";
import { RenameDialog } from "#components/follow/canonical-factor/edit/rename-dialog.tsx";
import { SplitDialog } from "#components/follow/canonical-factor/edit/split-dialog.tsx";
import { ConditionChanges } from "#components/follow/canonical-factor/record/condition-changes.tsx";
import { ConditionFigures } from "#components/follow/canonical-factor/record/condition-figures.tsx";
import { ConditionFixes } from "#components/follow/canonical-factor/record/condition-fixes.tsx";
import { ConditionIncidents } from "#components/follow/canonical-factor/record/condition-incidents.tsx";
import { ConditionTrend } from "#components/follow/canonical-factor/record/condition-trend.tsx";
import { SimilarIncidents } from "#components/follow/canonical-factor/similar-incidents.tsx";
import { useChangeCondition } from "#components/follow/canonical-factor/use-condition.ts";
import { LearningList } from "#components/follow/learning/learning-list.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink, TextLink } from "#components/ui/link.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import { ErrorState } from "#components/ui/page/error-state.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import { listWords } from "#lib/base/text/sentence.ts";
import type { CanonicalFactor } from "#lib/contract/canonical-factor.ts";
import styles from "./condition-page.module.css";

/** One condition: what it cost, whether its fixes helped, and where it was seen. */
export function ConditionPage({ id }: { id: string }) {
  const query = useQuery(reads.canonicalFactor.get(id));
  const condition = query.data;
  return (
    <Page className={styles.page}>
      {condition ? (
        <Condition condition={condition} />
      ) : (
        <PageHead crumbs={<Crumbs items={CRUMBS} />} title="Condition" />
      )}
      {query.isPending ? <SkeletonText lines={8} label="Loading the condition" /> : null}
      {query.isError ? <ConditionNotRead error={query.error} onRetry={() => void query.refetch()} /> : null}
    </Page>
  );
}

const CRUMBS = [{ label: "Conditions", href: "/factors" }];

function ConditionNotRead({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (isGone(error))
    return (
      <ErrorState
        title="Condition not found"
        next="It doesn't exist or you don't have access."
        action={<ButtonLink href="/factors">All conditions</ButtonLink>}
      />
    );
  return <NotRead what="the condition" error={error} onRetry={onRetry} />;
}

type OpenDialog = "rename" | "merge" | "split" | null;

function Condition({ condition }: { condition: CanonicalFactor }) {
  const [open, setOpen] = useState<OpenDialog>(null);
  const close = () => setOpen(null);
  const [latest] = condition.incidents;
  const followers = listWords(condition.followers.map(({ name }) => name));
  return (
    <>
      <PageHead
        crumbs={<Crumbs items={CRUMBS} />}
        title={condition.name}
        sub={followers === "" ? undefined : `Followed by ${followers}`}
        actions={
          <>
            <FollowButton condition={condition} />
            {condition.abilities.edit ? <Buttons condition={condition} onOpen={setOpen} /> : null}
          </>
        }
      />
      <ConditionFigures condition={condition} />
      <div className={styles.columns}>
        {condition.incidentCount > 1 ? (
          <ConditionTrend condition={condition} />
        ) : (
          <p>{condition.incidentCount === 1 ? "Seen once, so there is no trend yet." : "No counted incidents yet."}</p>
        )}
        <Section title="History of this condition">
          <MergedList condition={condition} />
          <HistoryList noun="canonical-factor" recordKey={condition.id} />
        </Section>
      </div>
      <ConditionFixes condition={condition} />
      <ConditionChanges changes={condition.changes} />
      <ConditionIncidents condition={condition} />
      <ConditionLearnings id={condition.id} />
      {latest ? <SimilarIncidents incidentKey={latest.key} hrefOf={(key) => `/incidents/${key}`} /> : null}
      {open === "rename" ? <RenameDialog condition={condition} onClose={close} /> : null}
      {open === "merge" ? <MergeDialog condition={condition} onClose={close} /> : null}
      {open === "split" ? <SplitDialog condition={condition} onClose={close} /> : null}
    </>
  );
}

/** Learnings about the condition, from all of its reviews. */
function ConditionLearnings({ id }: { id: string }) {
  const learnings = useQuery(reads.learning.ofCondition(id));
  if (learnings.isError)
    return <NotRead what="the learnings" error={learnings.error} onRetry={() => void learnings.refetch()} />;
  const items = learnings.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title="Learnings" count={items.length}>
      <LearningList
        learnings={items}
        aboutOf={({ id: learningId, reviewKey, incidentKey }) => (
          <TextLink href={`/reviews/${reviewKey}?learning=${learningId}`}>
            {reviewKey} of {incidentKey}
          </TextLink>
        )}
      />
    </Section>
  );
}

function Buttons({ condition, onOpen }: { condition: CanonicalFactor; onOpen: (dialog: OpenDialog) => void }) {
  return (
    <>
      <Button icon={<Pencil size={14} />} onClick={() => onOpen("rename")}>
        Rename
      </Button>
      <Button icon={<Merge size={14} />} onClick={() => onOpen("merge")}>
        Merge
      </Button>
      {condition.factors.length > 1 ? (
        <Button icon={<Split size={14} />} onClick={() => onOpen("split")}>
          Split
        </Button>
      ) : null}
    </>
  );
}

/** Conditions that became part of this one. Each merge can be undone. */
function MergedList({ condition }: { condition: CanonicalFactor }) {
  const { send, isBusy } = useChangeCondition();
  const { id, version, merged, abilities } = condition;
  if (merged.length === 0 || !abilities.edit) return null;
  const undo = (otherId: string) =>
    send(
      () => api.canonicalFactor.undoMerge({ id, version, otherId }),
      () => toastDone("Merge undone"),
    );
  return (
    <ul className={styles.merged}>
      {merged.map((one) => (
        <li key={one.id}>
          Includes “{one.name}”
          <Button kind="ghost" busy={isBusy} onClick={() => undo(one.id)} aria-label={`Undo merge of ${one.name}`}>
            Undo merge
          </Button>
        </li>
      ))}
    </ul>
  );
}
