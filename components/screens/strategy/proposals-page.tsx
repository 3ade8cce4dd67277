"use client";

import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { AnsweredList } from "#components/follow/promotion/answered-list.tsx";
import { PromotionCard } from "#components/follow/promotion/promotion-card.tsx";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import { useKeptFocus } from "#components/ui/page/use-kept-focus.ts";
import { countWords } from "#lib/base/text/sentence.ts";
import styles from "./proposals-page.module.css";

/** Conditions that keep coming back, as proposals for strategic changes. */
export function ProposalsPage() {
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page);
  const list = useQuery(reads.promotion.list());
  const rules = useQuery(reads.promotion.rules()).data;
  const { items, answered, mayAnswer } = list.data ?? { items: [], answered: [], mayAnswer: false };
  return (
    <Page ref={page}>
      <PageHead
        crumbs={<Crumbs items={[{ label: "Strategic changes", href: "/strategy" }, { label: "Proposals" }]} />}
        title="Proposals"
        sub={subOf(items.length, list.isSuccess)}
      />
      {list.isPending ? <SkeletonText lines={8} label="Loading proposals" /> : null}
      {list.isError ? <NotRead what="the proposals" error={list.error} onRetry={() => void list.refetch()} /> : null}
      {items.map((promotion) => (
        <PromotionCard key={promotion.condition.id} promotion={promotion} mayAnswer={mayAnswer} />
      ))}
      {list.isSuccess && items.length === 0 && rules ? (
        <p className={styles.rules}>
          A condition is proposed when it is a factor in {countWords(rules.incidents, "incident")} within{" "}
          {countWords(rules.days, "day")}, uses over {rules.budgetPercent}% of a service's quarterly error budget, or
          has {countWords(rules.fixes, "small fix", "small fixes")}. Link factors to conditions in reviews to see what
          keeps recurring.
        </p>
      ) : null}
      <AnsweredList answered={answered} mayAnswer={mayAnswer} />
    </Page>
  );
}

function subOf(count: number, isKnown: boolean): string | undefined {
  if (!isKnown) return undefined;
  if (count === 0) return "No proposals";
  return `${countWords(count, "condition")} proposed from incidents and fixes. A TPM decides which of them become changes.`;
}
