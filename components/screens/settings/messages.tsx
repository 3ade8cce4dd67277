"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { BellOff } from "lucide-react";
import NextLink from "next/link";
import { api, reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { ListRow, Rows } from "#components/ui/lists/rows.tsx";
import { HeadCell, Row, Table } from "#components/ui/lists/table.tsx";
import { Note } from "#components/ui/note.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { nameOfItem } from "#lib/across/notification/item-of.ts";
import {
  canLeaveInbox,
  MESSAGE_DEFAULTS,
  MESSAGE_KIND_WORDS,
  type MessageWays,
} from "#lib/base/vocabulary/message-kind.ts";
import type { MessageRule, MutedItem } from "#lib/contract/notification.ts";
import { DigestSettings } from "./digest.tsx";
import styles from "./messages.module.css";

const WAYS = [
  { way: "inbox", label: "Inbox" },
  { way: "mail", label: "Email at once" },
  { way: "digest", label: "Digest" },
] as const satisfies readonly { way: keyof MessageWays; label: string }[];

/** The messages that reach me and by which channel, and those that I have muted. */
export function Messages() {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(reads.notification.settings());
  const save = async (send: () => Promise<unknown>, words: string, undo?: () => Promise<unknown>) => {
    try {
      await send();
      toastDone(words, undo ? { undo: () => void save(undo, "Undone") } : {});
    } catch (failure) {
      toastError(wordsOf(failure));
    } finally {
      await refresh(client, "notification_setting");
    }
  };
  const choose = (rule: MessageRule, ways: Partial<MessageWays>, words: string) => {
    const { inbox, mail, digest } = rule;
    const before = { ...(canLeaveInbox(rule.kind) ? { inbox } : {}), mail, digest };
    return save(
      () => api.notification.choose({ kind: rule.kind, ...ways }),
      words,
      () => api.notification.choose({ kind: rule.kind, ...before }),
    );
  };
  const unmute = ({ item }: MutedItem) =>
    save(
      () => api.notification.mute({ item, muted: false }),
      `${nameOfItem(item)} unmuted`,
      () => api.notification.mute({ item, muted: true }),
    );
  const rules = data?.rules.filter(({ kind }) => kind !== "digest") ?? [];
  const digest = data?.rules.find(({ kind }) => kind === "digest");
  const left = data?.rules.filter(({ unsubscribedAt }) => unsubscribedAt !== null) ?? [];
  return (
    <>
      <Section id="messages" title="How you are notified" count="one email a day, plus urgent ones">
        {error ? <NotRead what="your message settings" error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? <SkeletonRows rows={6} label="Loading your message settings" /> : null}
        {data ? <Rules rules={rules} onChoose={(rule, ways, words) => void choose(rule, ways, words)} /> : null}
        <Note>Emails never name items of restricted incidents.</Note>
      </Section>
      <DigestSettings
        mail={digest?.mail}
        onMail={(mail) => digest && void choose(digest, { mail }, mail ? "The digest is on" : "The digest is off")}
      />
      <Muted
        muted={data?.muted ?? null}
        left={left}
        onUnmute={(item) => void unmute(item)}
        onRule={(rule) => void choose(rule, MESSAGE_DEFAULTS[rule.kind], "Emails turned on")}
      />
    </>
  );
}

/** Conditions have no key, so they are told apart by their titles. */
const unmutedName = ({ item, title }: MutedItem) =>
  item.startsWith("/factors/") ? (title ?? nameOfItem(item)) : nameOfItem(item);

type RulesProps = {
  rules: readonly MessageRule[];
  onChoose: (rule: MessageRule, ways: Partial<MessageWays>, words: string) => void;
};

function Rules({ rules, onChoose }: RulesProps) {
  return (
    <Table caption="Messages by type and channel">
      <thead>
        <tr>
          <HeadCell>Kind</HeadCell>
          {WAYS.map(({ way, label }) => (
            <HeadCell key={way} className={styles.channel}>
              {label}
            </HeadCell>
          ))}
          <HeadCell className={styles.note}>Note</HeadCell>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <RuleRow key={rule.kind} rule={rule} onChoose={(ways, words) => onChoose(rule, ways, words)} />
        ))}
      </tbody>
    </Table>
  );
}

type RuleRowProps = { rule: MessageRule; onChoose: (ways: Partial<MessageWays>, words: string) => void };

function RuleRow({ rule, onChoose }: RuleRowProps) {
  const { name, what } = MESSAGE_KIND_WORDS[rule.kind];
  const isFixed = !canLeaveInbox(rule.kind);
  return (
    <Row>
      <th scope="row" className={styles.kind}>
        {name}
        <small className={textStyles.muted}>{what}</small>
      </th>
      {WAYS.map(({ way, label }) => (
        <td key={way} className={styles.channel}>
          <Checkbox
            aria-label={`${name}: ${label}`}
            checked={rule[way]}
            disabled={way === "inbox" && isFixed}
            onChange={({ target }) =>
              onChoose({ [way]: target.checked }, `${name}: ${label} ${target.checked ? "on" : "off"}`)
            }
          />
        </td>
      ))}
      <td className={styles.note}>{isFixed ? <span className={textStyles.note}>always in the inbox</span> : null}</td>
    </Row>
  );
}

type MutedProps = {
  /** Null until they are read. */
  muted: readonly MutedItem[] | null;
  /** Kinds unsubscribed by a link in an email. */
  left: readonly MessageRule[];
  onUnmute: (item: MutedItem) => void;
  onRule: (rule: MessageRule) => void;
};

function Muted({ muted, left, onUnmute, onRule }: MutedProps) {
  const silent = left.length + (muted?.length ?? 0);
  return (
    <Section id="muted" title="Muted" count={muted ? String(silent) : undefined}>
      {muted && silent === 0 ? (
        <p className={textStyles.muted}>Nothing is muted. Mute an item with M in the inbox, or in its menu.</p>
      ) : null}
      <Rows>
        {muted?.map((one) => (
          <ListRow key={one.item}>
            <BellOff size={14} aria-hidden="true" />
            <NextLink className={cx(textStyles.link, layoutStyles.fill)} href={one.item}>
              {nameOfItem(one.item)} {one.title ?? ""}
            </NextLink>
            <Button kind="ghost" aria-label={`Unmute ${unmutedName(one)}`} onClick={() => onUnmute(one)}>
              Unmute
            </Button>
          </ListRow>
        ))}
        {left.map((rule) => (
          <ListRow key={rule.kind}>
            <BellOff size={14} aria-hidden="true" />
            <p className={layoutStyles.fill}>
              Kind “{MESSAGE_KIND_WORDS[rule.kind].name}”{" "}
              <span className={textStyles.secondary}>
                unsubscribed by a link in an email <Moment at={rule.unsubscribedAt ?? ""} />
              </span>
            </p>
            <Button
              kind="ghost"
              aria-label={`Unmute ${MESSAGE_KIND_WORDS[rule.kind].name}`}
              onClick={() => onRule(rule)}
            >
              Unmute
            </Button>
          </ListRow>
        ))}
      </Rows>
    </Section>
  );
}
