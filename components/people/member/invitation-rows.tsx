"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import { api, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { cx } from "#components/ui/cx.ts";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { BlankAvatar } from "#components/ui/labels/avatar.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Row } from "#components/ui/lists/table.tsx";
import { Menu, MenuItem } from "#components/ui/overlays/menu.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { ROLE_WORDS } from "#lib/base/access/roles.ts";
import type { Invitation } from "#lib/contract/member.ts";
import styles from "./invitation-rows.module.css";
import type { MadeLink } from "./made-link.ts";
import { PersonName } from "./person-name.tsx";
import { useInvite } from "./use-invite.ts";

/** Rows of open invitations, below the people. */
export function InvitationRows({ onMade }: { onMade: (link: MadeLink) => void }) {
  const client = useQueryClient();
  const invite = useInvite(onMade);
  const { data } = useQuery(reads.member.invitations());
  const attempt = (work: () => Promise<void>) => work().catch((error: unknown) => toastError(wordsOf(error)));
  const withdraw = ({ id, email }: Invitation) =>
    attempt(async () => {
      await api.member.revokeInvitation({ id });
      await refresh(client, "member");
      toastDone(`Invitation of ${email} revoked`);
    });
  return data?.items.map((invitation) => (
    <Row key={invitation.id} className={styles.invited}>
      <th scope="row">
        <PersonName
          mark={<BlankAvatar size="lg" />}
          name={<span>{invitation.email}</span>}
          detail={
            <>
              Invited <Moment at={invitation.createdAt} />
              {invitation.invitedBy ? ` by ${invitation.invitedBy}` : ""}
            </>
          }
        />
      </th>
      <td>{ROLE_WORDS[invitation.role]}</td>
      <td className={textStyles.wideOnly} />
      <td className={cx(textStyles.wideOnly, textStyles.unbroken)}>Never</td>
      <td className={cx(textStyles.wideOnly, textStyles.unbroken, textStyles.muted)}>
        link ends <Moment at={invitation.expiresAt} />
      </td>
      <td className={cx(textStyles.rightAligned, textStyles.unbroken)}>
        <Menu
          align="end"
          trigger={<BareIconButton label={`Actions for the invitation of ${invitation.email}`} icon={<Ellipsis />} />}
        >
          <MenuItem
            detail="The previous link stops working"
            onSelect={() => void attempt(() => invite(invitation.email, invitation.role))}
          >
            Create new link
          </MenuItem>
          <MenuItem danger onSelect={() => void withdraw(invitation)}>
            Revoke invitation
          </MenuItem>
        </Menu>
      </td>
    </Row>
  ));
}
