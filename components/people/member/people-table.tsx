"use client";

import { HeadCell, Table } from "#components/ui/table.tsx";
import type { Member } from "#lib/contract/member.ts";
import { InvitationRows } from "./invitation-rows.tsx";
import type { MadeLink } from "./made-link.ts";
import { PersonRow } from "./person-row.tsx";

type PeopleTableProps = {
  people: readonly Member[];
  manages: boolean;
  showsInvited: boolean;
  onLink: (link: MadeLink) => void;
};

export function PeopleTable({ people, manages, showsInvited, onLink }: PeopleTableProps) {
  return (
    <Table caption="People" className="pp">
      <thead>
        <tr>
          <HeadCell>Person</HeadCell>
          <HeadCell>Role</HeadCell>
          <HeadCell className="h">Teams</HeadCell>
          {manages ? (
            <>
              <HeadCell>Last seen</HeadCell>
              <HeadCell className="h">Signed in on</HeadCell>
              <HeadCell right>
                <span className="vh">Actions</span>
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
