"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, query } from "#components/api/client.ts";
import { wordsOf } from "#components/api/problem.ts";
import { Button } from "#components/ui/button.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { Row, Table } from "#components/ui/table.tsx";
import { toastDone, toastError } from "#components/ui/toast.tsx";
import { ROLE_WORDS } from "#lib/access/roles.ts";
import type { Invitation } from "#lib/contract/member.ts";
import type { MadeLink } from "./made-link.ts";
import { useInvite } from "./use-invite.ts";

/** Who is invited and has not come yet. */
export function Invitations({ onMade }: { onMade: (link: MadeLink) => void }) {
  const client = useQueryClient();
  const invite = useInvite(onMade);
  const { data } = useQuery(query.member.invitations.queryOptions());
  if (!data || data.items.length === 0) return null;
  const attempt = (work: () => Promise<void>) => work().catch((error: unknown) => toastError(wordsOf(error)));
  const takeBack = ({ id, email }: Invitation) =>
    attempt(async () => {
      await api.member.revokeInvitation({ id });
      await client.invalidateQueries({ queryKey: query.member.invitations.key() });
      toastDone(`The invitation of ${email} is taken back; its link no longer works`);
    });
  return (
    <Table caption="Invited, not here yet" className="pp">
      <tbody>
        {data.items.map((invitation) => (
          <Row key={invitation.id} className="pend">
            <th scope="row">
              <span className="who2">
                <span className="av l" aria-hidden="true">
                  ?
                </span>
                <span>
                  <span>{invitation.email}</span>
                  <span className="muted small">
                    Invited <Moment at={invitation.createdAt} />
                    {invitation.invitedBy ? ` by ${invitation.invitedBy}` : ""}
                  </span>
                </span>
              </span>
            </th>
            <td>{ROLE_WORDS[invitation.role]}</td>
            <td className="h nowrap muted">
              link ends <Moment at={invitation.expiresAt} />
            </td>
            <td className="r nowrap">
              <Button
                kind="ghost"
                aria-label={`New link for ${invitation.email}`}
                onClick={() => void attempt(() => invite(invitation.email, invitation.role))}
              >
                New link
              </Button>
              <Button
                kind="ghost"
                aria-label={`Take back the invitation of ${invitation.email}`}
                onClick={() => void takeBack(invitation)}
              >
                Take back
              </Button>
            </td>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
