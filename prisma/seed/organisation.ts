import { DEADLINE_TEMPLATES } from "#lib/people/policy/deadlines.ts";
import { savePolicy } from "#server/across/policy/index.ts";
import { createService } from "#server/people/service/index.ts";
import { createTeam } from "#server/people/team/index.ts";
import type { PersonName } from "./cast.ts";
import type { Stage } from "./stage.ts";

interface TeamPlan {
  name: string;
  manager: PersonName;
  members: readonly PersonName[];
}

const ABOVE: TeamPlan = { name: "Engineering", manager: "sam", members: ["sam", "maya", "priya"] };

const TEAMS = {
  platform: { name: "Platform", manager: "jonah", members: ["jonah", "tomas", "ines", "maya"] },
  payments: { name: "Payments", manager: "aiko", members: ["aiko", "tomas"] },
  storage: { name: "Storage", manager: "wen", members: ["wen", "ines"] },
} as const satisfies Record<string, TeamPlan>;
export type TeamName = keyof typeof TEAMS;

const SERVICES = {
  gitlab: {
    name: "GitLab.com",
    team: "platform",
    target: 99.8,
    description: "Hosting of Git repositories, issues and merge requests",
  },
  postgres: {
    name: "PostgreSQL of GitLab.com",
    team: "storage",
    target: 99.95,
    description: "One primary and one secondary database server behind GitLab.com",
  },
  checkout: {
    name: "Acme Checkout",
    team: "payments",
    target: 99.9,
    description: "Processes card payments and refunds for all Acme shops",
  },
  files: {
    name: "Acme Files",
    team: "storage",
    target: 99.8,
    description: "Stores customers' uploads, behind the upload gateway",
  },
  search: {
    name: "Acme Search",
    team: "platform",
    target: 99.5,
    description: "Finds documents, with one index for each region, built every morning",
  },
} as const satisfies Record<string, { name: string; team: TeamName; target: number; description: string }>;
export type ServiceName = keyof typeof SERVICES;

/** Ids by the short names that the plans use. */
export interface Organisation {
  teams: ReadonlyMap<TeamName, string>;
  services: ReadonlyMap<ServiceName, string>;
}

const FOUNDED_ON = -198;
const POLICY_ON = -9;

/** Creates teams, each with a manager, below one parent, and services with an owner team and an availability target. */
export async function foundOrganisation(stage: Stage): Promise<Organisation> {
  const ctx = stage.as("sam", FOUNDED_ON);
  const create = ({ name, manager, members }: TeamPlan, parentId: string | null) =>
    createTeam(ctx, { name, managerId: stage.id(manager), parentId, memberIds: members.map((one) => stage.id(one)) });
  const { id: parentId } = await create(ABOVE, null);
  const teams = new Map<TeamName, string>();
  for (const [key, plan] of Object.entries(TEAMS) as [TeamName, TeamPlan][]) {
    const { id } = await create(plan, parentId);
    teams.set(key, id);
    for (const member of plan.members) {
      const actor = stage.actor(member);
      stage.enter(member, { ...actor, teamIds: [...actor.teamIds, id] });
    }
  }
  const services = new Map<ServiceName, string>();
  for (const key of Object.keys(SERVICES) as ServiceName[]) {
    const { name, team, target, description } = SERVICES[key];
    const ownerTeamId = teams.get(team) ?? null;
    const { id } = await createService(ctx, { name, description, ownerTeamId, availabilityTarget: target });
    services.set(key, id);
  }
  return { teams, services };
}

/** Sets what applies to card payments: deadlines of a regulator, and earlier reminders than elsewhere. */
export async function setPolicy(stage: Stage, { services }: Organisation): Promise<void> {
  const [dora] = DEADLINE_TEMPLATES;
  await savePolicy(stage.as("maya", POLICY_ON), {
    name: "Card payments",
    scope: { serviceIds: [services.get("checkout") ?? ""], teamIds: [], severities: [], priorities: [] },
    values: {
      ...{ dueP1: { days: 10, unit: "business" }, ladder: EARLIER },
      deadlines: (dora?.deadlines ?? []).map((rule) => ({ ...rule })),
    },
    ...{ archived: false, movePast: false },
  });
}

const EARLIER = { before: 5, manager: 2, tpm: 5, parentManager: 10, unit: "business" as const };
