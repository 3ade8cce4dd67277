import { afterEach, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { promotionContract } from "#lib/contract/promotion.ts";
import {
  createCanonicalFactor,
  getCanonicalFactor,
  linkCanonicalFactor,
} from "#server/follow/canonical-factor/index.ts";
import { conditionWorld } from "#server/follow/canonical-factor/testing/condition-world.ts";
import {
  createStrategicChange,
  getStrategicChange,
  transitionStrategicChange,
  updateStrategicChange,
} from "#server/follow/strategic-change/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import {
  acceptPromotion,
  changePromotionRules,
  getPromotionRules,
  listPromotions,
  reopenPromotion,
  setPromotionAside,
} from "./index.ts";

const NOW = new Date("2026-06-01T10:00:00Z");
const world = conditionWorld();
let tpm: UserActor;
let named = 0;

const as = (name: "ada" | "ben" | "viewer") => ({ ...world.as(name), now: () => NOW });
const asTpm = () => makeContext(world.prisma, tpm, () => NOW);
beforeAll(async () => {
  tpm = await makeUser(world.prisma, "tpm", "Tess");
});
afterEach(async () => {
  await world.prisma.canonicalFactor.deleteMany();
});

interface On {
  on: string;
  restricted?: boolean;
}
/** A condition whose factors were seen on these days. */
async function condition(...days: On[]) {
  const name = `Condition ${++named}`;
  const factors = [];
  for (const day of days) factors.push(await world.seen(`${name} on ${day.on}`, day));
  const { id } = await createCanonicalFactor(as("ada"), {
    name,
    factors: factors.map(({ id: factorId, version }) => ({ id: factorId, version })),
  });
  return id;
}
const recurring = (...more: On[]) => condition({ on: "2026-05-01" }, { on: "2026-04-01" }, ...more);
const idsFor = async (ctx = asTpm()) => (await listPromotions(ctx)).items.map((one) => one.condition.id);
const setAside = async (id: string, reason: string) => {
  const shown = (await listPromotions(asTpm())).items.find((one) => one.condition.id === id);
  return setPromotionAside(asTpm(), { id, reason, marks: shown?.marks ?? [] });
};
/** A TPM who can read the restricted incidents of Ada. */
const asAdaTpm = () => {
  const { actor, ...ctx } = as("ada");
  return { ...ctx, actor: { ...(actor as UserActor), role: "tpm" as const } };
};
const settled = { code: "rule", details: { rule: "promotion_settled" } };

describe("a proposal", () => {
  it("has its reasons, incidents and minutes, and returns what its contract promises", async () => {
    const id = await recurring({ on: "2024-01-10" });
    await condition({ on: "2026-05-01" });
    expect(await listPromotions(as("viewer"))).toMatchObject({ items: [] });
    const list = await listPromotions(as("ben"));
    expect(promotionContract.list["~orpc"].outputSchema?.["~standard"].validate(list)).toMatchObject({ value: list });
    expect(list).toMatchObject({ mayAnswer: false, answered: [] });
    expect(list.items).toMatchObject([
      { condition: { id }, reasons: [{ rule: "recurrence", days: 30 }], since: [], minutesInYear: null, fixes: [] },
    ]);
    expect(list.items[0]?.incidents).toHaveLength(2);
  });

  it("comes from the budget of a service, with the minutes", async () => {
    const id = await condition({ on: "2026-05-01" });
    const incident = await world.prisma.incident.findFirstOrThrow({
      where: { factors: { some: { canonicalFactorId: id } } },
    });
    const service = await world.prisma.service.create({ data: { id: crypto.randomUUID(), name: "Sign-in" } });
    await world.prisma.impactWindow.create({
      data: {
        ...{ id: crypto.randomUUID(), incidentId: incident.id, serviceId: service.id, weight: 1, basis: "measured" },
        ...{ fromAt: new Date("2026-05-01T09:00:00Z"), toAt: new Date("2026-05-01T10:00:00Z"), reason: "" },
      },
    });
    const [runs, old] = [
      { id: crypto.randomUUID(), name: "Identity" },
      { id: crypto.randomUUID(), name: "Accounts", archivedAt: NOW },
    ];
    await world.prisma.team.createMany({ data: [runs, old] });
    const owned = (ownerTeamId: string, name: string) =>
      world.prisma.service.create({ data: { id: crypto.randomUUID(), name, ownerTeamId } });
    const services = [await owned(runs.id, "Tokens"), await owned(runs.id, "Keys"), await owned(old.id, "Logins")];
    await world.prisma.incidentService.createMany({
      data: services.map(({ id: serviceId }) => ({ incidentId: incident.id, serviceId })),
    });
    const list = await listPromotions(asTpm());
    expect(promotionContract.list["~orpc"].outputSchema?.["~standard"].validate(list)).toMatchObject({ value: list });
    const { items } = list;
    expect(items[0]).toMatchObject({
      teams: ["Identity"],
      incidents: [{ band: [{ kind: "outage" }, { kind: "restored" }] }],
    });
    const budget = { rule: "budget", service: "Sign-in", quarter: "2026-Q2", percent: 23, minutes: 60 };
    expect(items).toMatchObject([{ condition: { id }, reasons: [budget], minutesInYear: 60 }]);
  });

  it("counts only what the reader can read", async () => {
    const id = await condition({ on: "2026-05-01" }, { on: "2026-04-01", restricted: true });
    expect(await idsFor(as("ada"))).toEqual([id]);
    expect(await idsFor(as("ben"))).toEqual([]);
    expect(await idsFor()).toEqual([]);
    await expect(acceptPromotion(asTpm(), { id })).rejects.toMatchObject(settled);
  });

  it("is answered by TPMs only, and unknown conditions aren't found", async () => {
    const id = await recurring();
    const forbidden = { code: "forbidden" };
    await expect(acceptPromotion(as("ada"), { id })).rejects.toMatchObject(forbidden);
    await expect(setPromotionAside(as("ada"), { id, reason: "Later", marks: [] })).rejects.toMatchObject(forbidden);
    await expect(reopenPromotion(as("ada"), { id })).rejects.toMatchObject(forbidden);
    const unknown = { id: crypto.randomUUID() };
    await expect(acceptPromotion(asTpm(), unknown)).rejects.toMatchObject({ code: "not_found" });
    await expect(reopenPromotion(asTpm(), { id })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an accepted proposal", () => {
  it("becomes a change with the factors, and isn't proposed while the change addresses it", async () => {
    const id = await recurring();
    const change = await acceptPromotion(asTpm(), { id });
    expect(change).toMatchObject({ title: `Condition ${named}`, status: "proposed", factorCount: 2 });
    expect((await getCanonicalFactor(as("ada"), { id })).changes).toMatchObject([{ key: change.key }]);
    expect(await listPromotions(asTpm())).toMatchObject({
      items: [],
      answered: [{ changeKey: change.key, by: "Tess" }],
    });
    await expect(acceptPromotion(asTpm(), { id })).rejects.toMatchObject(settled);
    const declined = { key: change.key, version: change.version, to: "declined", reason: "Too small" } as const;
    await transitionStrategicChange(asTpm(), { ...declined, riskById: tpm.id, until: "2099-01-04" });
    expect(await idsFor()).toEqual([id]);
  });

  it("is proposed again once its change is archived", async () => {
    const id = await recurring();
    const { key, version } = await acceptPromotion(asTpm(), { id });
    await updateStrategicChange(asTpm(), { key, version, archived: true });
    expect(await idsFor()).toEqual([id]);
  });

  it("can be added to a change that is there", async () => {
    const id = await recurring();
    const existing = await createStrategicChange(asTpm(), {
      ...{ title: "Proof of every restore", problem: "", expectedEffect: "", targetQuarter: null },
      ...{ ownerId: null, sponsorId: null, teamId: null, factorIds: [], actionKeys: [] },
    });
    expect(await acceptPromotion(asTpm(), { id, changeKey: existing.key })).toMatchObject({
      key: existing.key,
      version: 2,
    });
    expect((await getStrategicChange(asTpm(), { key: existing.key })).factors).toHaveLength(2);
  });

  it("makes one change when two people accept it at once", async () => {
    const id = await recurring();
    const both = await Promise.allSettled([acceptPromotion(asTpm(), { id }), acceptPromotion(asTpm(), { id })]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("a proposal that was set aside", () => {
  it("is asked again only once something new has happened, with what that was", async () => {
    const id = await recurring();
    await setAside(id, "Mail gets a new queue in May");
    const { items, answered } = await listPromotions(asTpm());
    expect([items, answered]).toMatchObject([[], [{ reason: "Mail gets a new queue in May", changeKey: null }]]);
    const again = await world.seen("Again", { on: "2026-05-20" });
    await linkCanonicalFactor(as("ada"), { id, factorId: again.id, factorVersion: again.version });
    expect((await listPromotions(asTpm())).items).toMatchObject([{ condition: { id }, since: [again.incidentKey] }]);
  });

  it("isn't asked again for an incident that only others can read, which was there before", async () => {
    const id = await recurring({ on: "2026-05-10", restricted: true });
    await setAside(id, "Later");
    expect(await idsFor(as("ada"))).toEqual([]);
  });

  it("can be asked again by hand", async () => {
    const id = await recurring();
    await setAside(id, "Later");
    await reopenPromotion(asTpm(), { id });
    expect(await idsFor()).toEqual([id]);
  });

  it("shows the earlier answer again once the last one is undone", async () => {
    const id = await recurring();
    await setAside(id, "Mail gets a new queue in May");
    const again = await world.seen("Again", { on: "2026-05-20" });
    await linkCanonicalFactor(as("ada"), { id, factorId: again.id, factorVersion: again.version });
    await setAside(id, "Still May");
    await reopenPromotion(asTpm(), { id });
    expect((await listPromotions(asTpm())).items).toMatchObject([{ since: [again.incidentKey] }]);
  });

  it("is as it was after an acceptance is undone: asked again for what is new, or still set aside", async () => {
    const id = await recurring();
    await setAside(id, "Mail gets a new queue in May");
    const accepted = async () => {
      const { key, version } = await acceptPromotion(asTpm(), { id });
      expect(await idsFor()).toEqual([]);
      await updateStrategicChange(asTpm(), { key, version, archived: true });
    };
    await accepted();
    const left = await listPromotions(asTpm());
    expect([left.items, left.answered]).toMatchObject([[], [{ reason: "Mail gets a new queue in May" }]]);
    const again = await world.seen("Again", { on: "2026-05-20" });
    await linkCanonicalFactor(as("ada"), { id, factorId: again.id, factorVersion: again.version });
    await accepted();
    expect((await listPromotions(asTpm())).items).toMatchObject([{ condition: { id }, since: [again.incidentKey] }]);
  });

  it("isn't set aside if it has incidents that the person hasn't seen", async () => {
    const id = await recurring();
    const [shown] = (await listPromotions(asTpm())).items;
    const again = await world.seen("Again", { on: "2026-05-20" });
    await linkCanonicalFactor(as("ada"), { id, factorId: again.id, factorVersion: again.version });
    const stale = setPromotionAside(asTpm(), { id, reason: "Later", marks: shown?.marks ?? [] });
    await expect(stale).rejects.toMatchObject({ code: "conflict", details: { current: { condition: { id } } } });
    expect(await idsFor()).toEqual([id]);
  });
});

describe("a change of a condition with restricted incidents", () => {
  const impactOf = async (statement: string, minutes: number) => {
    const incident = await world.prisma.incident.findFirstOrThrow({ where: { title: statement } });
    const service = await world.prisma.service.create({ data: { id: crypto.randomUUID(), name: statement } });
    const fromAt = new Date("2026-05-01T09:00:00Z");
    await world.prisma.impactWindow.create({
      data: {
        ...{ id: crypto.randomUUID(), incidentId: incident.id, serviceId: service.id, weight: 1, basis: "measured" },
        ...{ fromAt, toAt: new Date(fromAt.getTime() + minutes * 60_000), reason: "" },
      },
    });
  };

  it("has the minutes of open ones only", async () => {
    const id = await condition({ on: "2026-05-01" }, { on: "2026-04-01", restricted: true });
    await impactOf(`Condition ${named} on 2026-05-01`, 20);
    await impactOf(`Condition ${named} on 2026-04-01`, 50);
    expect((await listPromotions(asAdaTpm())).items[0]?.minutesInYear).toBe(70);
    expect((await acceptPromotion(asAdaTpm(), { id })).estimate.exposedMinutes).toBe(20);
  });

  it("isn't made from a name that not everyone can read", async () => {
    const id = await condition({ on: "2026-05-01", restricted: true }, { on: "2026-04-01", restricted: true });
    const refused = { code: "rule", details: { rule: "promotion_restricted" } };
    await expect(acceptPromotion(asAdaTpm(), { id })).rejects.toMatchObject(refused);
    expect(await world.prisma.strategicChange.count({ where: { title: `Condition ${named}` } })).toBe(0);
  });
});

describe("the rules of proposals", () => {
  const limits = { incidents: 2, days: 90, budgetPercent: 20, fixes: 4 };
  const admin = async () => makeContext(world.prisma, await makeUser(world.prisma, "admin", "Adele"), () => NOW);
  afterEach(async () => {
    await world.prisma.promotionRules.updateMany({ data: limits });
  });

  it("are those that an admin sets, named by each reason, with an entry in the audit log", async () => {
    const id = await recurring();
    const before = await getPromotionRules(as("viewer"));
    expect(before).toMatchObject(limits);
    const strict = { ...limits, days: 29 };
    const saved = await changePromotionRules(await admin(), { ...strict, version: before.version });
    expect(promotionContract.changeRules["~orpc"].outputSchema?.parse(saved)).toEqual(saved);
    expect(await idsFor()).toEqual([]);
    await expect(setPromotionAside(asTpm(), { id, reason: "Later", marks: [] })).rejects.toMatchObject(settled);
    await changePromotionRules(await admin(), { ...limits, days: 30, version: saved.version });
    const [shown] = (await listPromotions(asTpm())).items;
    expect(shown?.reasons).toMatchObject([{ rule: "recurrence", limit: 30 }]);
    const entry = await world.prisma.auditEntry.findFirstOrThrow({
      where: { noun: "promotion_rules" },
      orderBy: { id: "desc" },
    });
    expect(entry).toMatchObject({ action: "promotion_rules.updated", after: { days: 30 } });
  });

  it("are changed by admins only, and not from a stale version", async () => {
    const { version } = await getPromotionRules(as("ada"));
    await expect(changePromotionRules(asTpm(), { ...limits, version })).rejects.toMatchObject({ code: "forbidden" });
    const stale = changePromotionRules(await admin(), { ...limits, version: version - 1 });
    await expect(stale).rejects.toMatchObject({ code: "conflict", details: { current: limits } });
  });
});
