"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { parseAsBoolean, parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { problemOf } from "#components/base/api/problem.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { InvitationRows } from "#components/people/member/invitation-rows.tsx";
import { InviteForm } from "#components/people/member/invite-form.tsx";
import type { MadeLink } from "#components/people/member/made-link.ts";
import { PersonRow } from "#components/people/member/person-row.tsx";
import { Button } from "#components/ui/button.tsx";
import { FindField } from "#components/ui/fields/find-field.tsx";
import { SecretOnce } from "#components/ui/fields/secret-once.tsx";
import { ShowMore } from "#components/ui/lists/show-more.tsx";
import { HeadCell, Table } from "#components/ui/lists/table.tsx";
import { Note } from "#components/ui/note.tsx";
import { NothingMatches } from "#components/ui/page/empty-state.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Member } from "#lib/contract/member.ts";
import styles from "./people.module.css";
import shared from "./settings.module.css";

type PeopleTableProps = {
  people: readonly Member[];
  manages: boolean;
  showsInvited: boolean;
  onLink: (link: MadeLink) => void;
};

function PeopleTable({ people, manages, showsInvited, onLink }: PeopleTableProps) {
  return (
    <Table caption="People" className={styles.people}>
      <thead>
        <tr>
          <HeadCell>Person</HeadCell>
          <HeadCell>Role</HeadCell>
          <HeadCell className={textStyles.wideOnly}>Teams</HeadCell>
          {manages ? (
            <>
              <HeadCell className={textStyles.wideOnly}>Last seen</HeadCell>
              <HeadCell className={textStyles.wideOnly}>Sessions</HeadCell>
              <HeadCell right>
                <span className={textStyles.visuallyHidden}>Actions</span>
              </HeadCell>
            </>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {people.map((member) => (
          <PersonRow key={member.id} member={member} manages={manages} onLink={onLink} />
        ))}
        {showsInvited ? <InvitationRows onMade={onLink} /> : null}
      </tbody>
    </Table>
  );
}

/** People and roles: current users, invitations and former users. */
export function People() {
  const [q, setQ] = useQueryState("q", parseAsString.withDefault("").withOptions({ throttleMs: 300 }));
  const [left, setLeft] = useQueryState("left", parseAsBoolean.withDefault(false));
  const [link, setLink] = useState<MadeLink | null>(null);
  const manages = useMe()?.may.includes("people.manage") ?? false;
  const list = useInfiniteQuery(reads.member.list(q, left));
  const { data, error, refetch } = list;
  const people = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section
      id="people"
      title="People and roles"
      right={<span className={textStyles.wideOnly}>Single sign-on is off. People sign in with a password.</span>}
    >
      {manages ? <InviteForm onMade={setLink} /> : null}
      {link ? <SecretOnce what={link.what} secret={link.url} note={link.note} /> : null}
      <div className={styles.find}>
        <FindField
          label="Find people"
          maxLength={LENGTHS.search}
          value={q}
          onChange={(text) => void setQ(text || null)}
        />
      </div>
      {error && !list.isFetchNextPageError ? (
        <NotRead what="people" error={error} onRetry={() => void refetch()} />
      ) : null}
      {!data && !error ? <SkeletonRows label="Loading people" /> : null}
      {people.length > 0 ? (
        <PeopleTable people={people} manages={manages} showsInvited={manages && q === ""} onLink={setLink} />
      ) : null}
      {data && people.length === 0 && !problemOf(error) ? (
        <NothingMatches
          title={`No people match “${q}”`}
          action={<Button onClick={() => void setQ(null)}>Clear search</Button>}
        />
      ) : null}
      <Note className={shared.foot}>
        {manages ? "Removing access ends a person's sessions immediately. They keep their actions. " : ""}
        <button type="button" className={textStyles.underlinedLink} onClick={() => void setLeft(left ? null : true)}>
          {left ? "Hide former users" : "Include former users"}
        </button>
      </Note>
      <ShowMore list={list} label="Show more people" />
    </Section>
  );
}
