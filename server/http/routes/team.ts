import { createTeam, listTeams, updateTeam } from "#server/people/team/index.ts";
import { os } from "../base.ts";

export const teamRoutes = {
  list: os.team.list.handler(({ input, context }) => listTeams(context.ctx, input)),
  create: os.team.create.handler(({ input, context }) => createTeam(context.ctx, input)),
  update: os.team.update.handler(({ input, context }) => updateTeam(context.ctx, input)),
};
