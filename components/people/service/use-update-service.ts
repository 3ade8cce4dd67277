"use client";
import { api, query } from "#components/base/api/client.ts";
import { useRowSave } from "#components/base/api/use-row-save.ts";
import type { Service } from "#lib/contract/service.ts";
import { targetWords } from "./read-target.ts";

type Change = {
  name?: string;
  description?: string;
  ownerTeamId?: string | null;
  availabilityTarget?: number;
  archived?: boolean;
  proposed?: boolean;
};
type Owner = Service["ownerTeam"];

/** Changes a service field by field, each with a toast and undo. */
export function useUpdateService() {
  const save = useRowSave<Service, Change>({
    listKey: query.service.list.key(),
    update: (input) => api.service.update(input),
  });
  const text = (field: "name" | "description", value: string, words: string) => ({
    change: { [field]: value },
    shown: { [field]: value },
    words,
  });
  const owned = ({ name }: Service, ownerTeam: Owner) => ({
    change: { ownerTeamId: ownerTeam?.id ?? null },
    shown: { ownerTeam },
    words: ownerTeam ? `Owner team of ${name} changed to ${ownerTeam.name}` : `Owner team removed from ${name}`,
  });
  const aimed = ({ name }: Service, availabilityTarget: number) => ({
    change: { availabilityTarget },
    shown: { availabilityTarget },
    words: `Target of ${name} changed to ${targetWords(availabilityTarget)}`,
  });
  const archived = ({ name }: Service, away: boolean) => ({
    change: { archived: away },
    shown: { archived: away },
    words: away ? `${name} archived` : `${name} restored`,
  });
  const proposed = ({ name }: Service, again: boolean) => ({
    change: { proposed: again },
    shown: { proposed: again },
    words: again ? `Confirmation of ${name} undone` : `${name} confirmed`,
  });
  return {
    confirm: (service: Service) => save(service, { ...proposed(service, false), undo: proposed(service, true) }),
    rename: (service: Service, name: string) =>
      save(service, {
        ...text("name", name, `Renamed to ${name}`),
        undo: text("name", service.name, `Renamed back to ${service.name}`),
      }),
    setDescription: (service: Service, description: string) =>
      save(service, {
        ...text("description", description, `Description of ${service.name} changed`),
        undo: text("description", service.description, "Undone"),
      }),
    setOwner: (service: Service, team: Owner) =>
      save(service, { ...owned(service, team), undo: owned(service, service.ownerTeam) }),
    setTarget: (service: Service, target: number) =>
      save(service, { ...aimed(service, target), undo: aimed(service, service.availabilityTarget) }),
    setArchived: (service: Service, away: boolean) =>
      save(service, { ...archived(service, away), undo: archived(service, !away) }),
  };
}
