import {
  acceptInvitation,
  checkSetUpCode,
  createResetLink,
  inviteMember,
  listInvitations,
  listMembers,
  revokeInvitation,
  setUp,
  spendResetLink,
  updateMember,
} from "#server/people/member/index.ts";
import { open, os } from "../base.ts";

export const memberRoutes = {
  list: os.member.list.handler(({ input, context }) => listMembers(context.ctx, input)),
  update: os.member.update.handler(({ input, context }) => updateMember(context.ctx, input)),
  resetLink: os.member.resetLink.handler(({ input, context }) =>
    createResetLink(context.ctx, { ...input, origin: context.origin }),
  ),
  invite: os.member.invite.handler(({ input, context }) =>
    inviteMember(context.ctx, { ...input, origin: context.origin }),
  ),
  invitations: os.member.invitations.handler(({ context }) => listInvitations(context.ctx)),
  revokeInvitation: os.member.revokeInvitation.handler(({ input, context }) => revokeInvitation(context.ctx, input)),
};

export const entryRoutes = {
  checkSetUpCode: open.entry.checkSetUpCode.handler(({ input, context }) =>
    checkSetUpCode(context.ctx, { ...input, address: context.address }),
  ),
  setUp: open.entry.setUp.handler(({ input, context }) => setUp(context.ctx, { ...input, address: context.address })),
  acceptInvitation: open.entry.acceptInvitation.handler(({ input, context }) =>
    acceptInvitation(context.ctx, { ...input, address: context.address }),
  ),
  resetPassword: open.entry.resetPassword.handler(({ input, context }) =>
    spendResetLink(context.ctx, {
      ...input,
      address: context.address,
      isDemoAccepted: context.isDemoAccepted,
    }),
  ),
};
