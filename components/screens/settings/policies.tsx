"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { parseAsBoolean, parseAsString, useQueryState } from "nuqs";
import { useRef } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { PromotionRulesSection } from "#components/follow/promotion/promotion-rules.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { PolicyEditor } from "#components/people/policy/policy-editor.tsx";
import { scopeWords, setWords } from "#components/people/policy/policy-words.ts";
import { WhichApplies } from "#components/people/policy/which-applies.tsx";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { HeadCell, Row, Table } from "#components/ui/lists/table.tsx";
import { Note } from "#components/ui/note.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { ErrorState } from "#components/ui/page/error-state.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { longDay } from "#lib/base/time/local-date.ts";
import type { Policy } from "#lib/contract/policy.ts";
import { Calendars } from "./calendars.tsx";
import styles from "./policies.module.css";

const NEW = "new";

/** Policies: which one applies, the list, one of them open below, and the calendars by which they count days. */
export function Policies() {
  const [open, setOpen] = useQueryState("policy", parseAsString);
  const manages = useMe()?.may.includes("policy.manage") ?? false;
  const { data, error, refetch } = useQuery(reads.policy.list());
  const [archived, setArchived] = useQueryState("archived", parseAsBoolean.withDefault(false));
  const inUse = data?.items.filter((one) => !one.archived) ?? [];
  const shown = archived ? (data?.items ?? []) : inUse;
  const opened = data?.items.find(({ id }) => id === open);
  const section = useRef<HTMLElement>(null);
  // The editor is gone with the button that was pressed in it.
  const done = (id: string | null) => {
    const was = id ?? open;
    void setOpen(id);
    setTimeout(() => {
      if (document.activeElement !== document.body) return;
      const button = (of: string | null) => section.current?.querySelector<HTMLElement>(`[data-policy="${of}"]`);
      (button(was) ?? button(NEW))?.focus();
    });
  };
  const add = (
    <Button data-policy={NEW} icon={<Plus size={14} />} onClick={() => void setOpen(NEW)}>
      Policy
    </Button>
  );
  return (
    <>
      <WhichApplies />
      <Section ref={section} id="policies" title="Policies" count={data && inUse.length} right={manages ? add : null}>
        {error ? <NotRead what="policies" error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <SkeletonRows rows={3} label="Loading policies" /> : null}
        {data && shown.length === 0 ? (
          <EmptyState title="No policies yet" action={manages ? add : null}>
            The built-in values apply to everything. A policy sets other due dates, deadlines, reminders or approvers
            for services, teams, severities or priorities.
          </EmptyState>
        ) : null}
        {shown.length > 0 ? <PolicyTable policies={shown} open={open} onOpen={(id) => void setOpen(id)} /> : null}
        {data && data.items.length > inUse.length ? (
          <Note>
            <button
              type="button"
              className={textStyles.underlinedLink}
              onClick={() => void setArchived(archived ? null : true)}
            >
              {archived ? "Hide archived policies" : "Include archived policies"}
            </button>
          </Note>
        ) : null}
        {data && open !== null && open !== NEW && !opened ? (
          <ErrorState
            title="Policy not found"
            safe="It doesn't exist."
            next="Choose one from the list."
            action={<Button onClick={() => void setOpen(null)}>Close</Button>}
          />
        ) : null}
      </Section>
      {opened || (open === NEW && manages) ? (
        <PolicyEditor key={open} policy={opened} manages={manages} onDone={done} />
      ) : null}
      <PromotionRulesSection />
      <Calendars />
    </>
  );
}

type TableProps = { policies: readonly Policy[]; open: string | null; onOpen: (id: string) => void };

function PolicyTable({ policies, open, onOpen }: TableProps) {
  return (
    <Table caption="Policies" className={styles.policies}>
      <thead>
        <tr>
          <HeadCell>Policy</HeadCell>
          <HeadCell>For</HeadCell>
          <HeadCell>Sets</HeadCell>
          <HeadCell right>Open actions</HeadCell>
          <HeadCell right>Changed</HeadCell>
        </tr>
      </thead>
      <tbody>
        {policies.map((policy) => (
          <Row key={policy.id} current={policy.id === open} ended={policy.archived}>
            <td>
              <button
                type="button"
                data-policy={policy.id}
                className={cx(textStyles.link, textStyles.emphasis)}
                onClick={() => onOpen(policy.id)}
              >
                {policy.name}
              </button>
            </td>
            <td className={textStyles.secondary}>{scopeWords(policy.scope)}</td>
            <td>{setWords(policy.values)}</td>
            <td className={textStyles.figureCell}>{policy.openActions}</td>
            <td className={cx(textStyles.rightAligned, textStyles.muted, textStyles.unbroken)}>
              {longDay(policy.changedAt.slice(0, 10))}
              {policy.changedBy ? `, ${policy.changedBy.name}` : ""}
            </td>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
