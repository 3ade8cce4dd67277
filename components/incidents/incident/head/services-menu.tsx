"use client";

import { Server } from "lucide-react";
import { ValuesMenu } from "#components/ui/choices/value-menu.tsx";
import { ValueButton } from "#components/ui/fields/value-button.tsx";
import type { Incident } from "#lib/contract/incident.ts";
import { useServiceChoices } from "../use-choices.ts";
import { useWriteIncident } from "../use-write-incident.ts";
import styles from "./head.module.css";

/** The affected services. Each choice is saved at once. */
export function ServicesMenu({ incident }: { incident: Incident }) {
  const write = useWriteIncident(incident.key);
  const choices = useServiceChoices();
  const names = incident.services.map((service) => service.name).join(", ");
  if (!incident.abilities.edit) {
    return (
      <span>
        <Server size={14} />
        {names || "No services"}
      </span>
    );
  }
  const choose = (ids: string[]) => {
    const known = new Map(incident.services.map((service) => [service.id, service.name]));
    for (const option of choices.options) known.set(option.value, option.label);
    const services = ids.map((id) => ({ id, name: known.get(id) ?? "" }));
    const words = services.length === 0 ? "no services" : services.map((service) => service.name).join(", ");
    void write.update({ services }, `Services of ${incident.key}: ${words}`);
  };
  const add = async (name: string) => {
    const made = await choices.propose?.(name);
    if (made) void write.update({ services: [...incident.services, made] }, `Services of ${incident.key}: ${name}`);
  };
  return (
    <ValuesMenu
      label="Services"
      values={incident.services.map((service) => service.id)}
      options={choices.options}
      onSearch={choices.search}
      onCreate={choices.propose ? (name) => void add(name) : undefined}
      empty="No services yet"
      onChange={choose}
      trigger={
        <ValueButton className={styles.fact} aria-label={`Services: ${names || "none"}`}>
          <Server size={14} />
          {names || "Set services"}
        </ValueButton>
      }
    />
  );
}
