"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useFoundServices } from "#components/people/service/use-found-services.ts";
import { useFoundTeams } from "#components/people/team/use-found-teams.ts";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { cx } from "#components/ui/cx.ts";
import { StatusMark } from "#components/ui/labels/status.tsx";
import { PropsList } from "#components/ui/lists/props-list.tsx";
import { Note } from "#components/ui/note.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { ACTION_PRIORITIES, type ActionPriority } from "#lib/base/vocabulary/action-item.ts";
import { SEVERITIES, SEVERITY_WORDS, type Severity } from "#lib/base/vocabulary/incident.ts";
import type { AppliedPolicies } from "#lib/contract/policy.ts";
import { keysFor, type PolicyKey } from "#lib/people/policy/values.ts";
import styles from "./policy.module.css";
import { namesWords, VALUE_LABELS, valueWords } from "./policy-words.ts";

const NONE = { value: "", label: "none" };

/** Asks which policy gives each value to an action, and why. */
export function WhichApplies() {
  const [priority, setPriority] = useState<ActionPriority>("P1");
  const [severity, setSeverity] = useState<Severity | null>(2);
  const [serviceId, setService] = useState<string | null>(null);
  const [teamId, setTeam] = useState<string | null>(null);
  const services = useFoundServices();
  const teams = useFoundTeams();
  const asked = { priority, severity, serviceIds: serviceId ? [serviceId] : [], teamIds: teamId ? [teamId] : [] };
  const { data, error, refetch } = useQuery(reads.policy.applied(asked));
  // Reviews have no priority, and strategic changes only a team.
  const review = useQuery(reads.policy.applied({ ...asked, priority: null })).data;
  const change = useQuery(reads.policy.applied({ teamIds: asked.teamIds })).data;
  return (
    <Section id="which-applies" title="Which policy applies?" count="most specific wins, value by value">
      <div className={cx(textStyles.prose, styles.slots, styles.sentence)}>
        <span>An action of priority</span>
        <span className={styles.number}>
          <Select
            aria-label="Priority"
            value={priority}
            options={ACTION_PRIORITIES.map((value) => ({ value, label: value }))}
            onChange={({ target }) => setPriority(target.value as ActionPriority)}
          />
        </span>
        <span>from a</span>
        <span className={styles.number}>
          <Select
            aria-label="Severity"
            value={severity ?? ""}
            options={[NONE, ...SEVERITIES.map((value) => ({ value: `${value}`, label: SEVERITY_WORDS[value] }))]}
            onChange={({ target }) => setSeverity(target.value ? (Number(target.value) as Severity) : null)}
          />
        </span>
        <span>at</span>
        <span className={styles.unit}>
          <Combobox
            label="Service"
            value={serviceId ?? ""}
            options={[
              { value: "", label: "any service", isNone: true },
              ...services.rows.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            nameOf={services.nameOf}
            onSearch={services.onSearch}
            onChange={(id) => setService(id || null)}
          />
        </span>
        <span>owned in</span>
        <span className={styles.unit}>
          <Combobox
            label="Team"
            value={teamId ?? ""}
            options={[
              { value: "", label: "no team", isNone: true },
              ...teams.rows.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            nameOf={teams.nameOf}
            onSearch={teams.onSearch}
            onChange={(id) => setTeam(id || null)}
          />
        </span>
      </div>
      {error ? <NotRead what="the policies" error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <Answer applied={data}>
          <Values title="The action" applied={data} keys={keysFor("action", priority)} />
          {review ? <Values title="Its review" applied={review} keys={keysFor("review", priority)} /> : null}
          {change ? <Values title="A change of the team" applied={change} keys={keysFor("change", priority)} /> : null}
        </Answer>
      ) : null}
      {!data && !error ? <SkeletonRows rows={3} label="Loading policies" /> : null}
    </Section>
  );
}

type Applied = { applied: AppliedPolicies };

/** The policies that apply, next to the values. */
function Answer({ applied: { candidates }, children }: Applied & { children: ReactNode }) {
  return (
    <div className={styles.reasons}>
      <div>
        <ol>
          {candidates.map(({ id, name, names, fills, isTied }, at) => (
            <li key={id ?? "built-in"} className={styles.candidate} data-wins={at === 0 || undefined}>
              <StatusMark kind={at === 0 ? "done" : "open"} />
              <span className={layoutStyles.fill}>
                <b className={textStyles.emphasis}>{name}</b>
                <br />
                <span className={textStyles.caption}>
                  {namesWords(names)}
                  {isTied ? ", equally specific" : ""}
                </span>
              </span>
              <span className={cx(textStyles.caption, textStyles.unbroken)}>
                {at === 0
                  ? "most specific"
                  : id === null
                    ? "fills the rest"
                    : `fills ${countWords(fills.length, "value")}`}
              </span>
            </li>
          ))}
        </ol>
        <Note>If two policies are equally specific, this order decides: service, team, severity, priority.</Note>
      </div>
      <div className={layoutStyles.stack}>{children}</div>
    </div>
  );
}

type ValuesProps = Applied & { title: string; keys: readonly PolicyKey[] };

/** Values, each with the policy that gives it. */
function Values({ title, keys, applied: { values, people, from, candidates } }: ValuesProps) {
  const giver = (key: PolicyKey) => candidates.find(({ id }) => id === from[key])?.name;
  return (
    <div>
      <h3 className={textStyles.emphasis}>{title}</h3>
      <PropsList
        items={keys.map((key) => ({
          term: VALUE_LABELS[key],
          value: (
            <span>
              {valueWords(key, values, people)} <span className={textStyles.note}>{giver(key)}</span>
            </span>
          ),
        }))}
      />
    </div>
  );
}
