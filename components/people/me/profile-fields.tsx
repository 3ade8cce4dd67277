"use client";

import { ChevronDown } from "lucide-react";
import { useMemo, useState } from "react";
import type { ValueOption } from "#components/ui/choices/value-list.tsx";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { EditableText } from "#components/ui/fields/editable-text.tsx";
import { ValueButton } from "#components/ui/fields/value-button.tsx";
import { PropsList } from "#components/ui/lists/props-list.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { ROLE_WORDS } from "#lib/base/access/roles.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Me } from "#lib/contract/me.ts";
import { useUpdateMe } from "./use-update-me.ts";

/** Time zones by name with their current time, the reader's own first. */
function zoneOptions(now: Date): ValueOption[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const names = new Set([own, "UTC", ...Intl.supportedValuesOf("timeZone")]);
  return [...names].map((value) => {
    const clock = clockIn(now.getTime(), value).time.slice(0, 5);
    return { value, label: value.replaceAll("_", " "), detail: value === own ? `${clock}, this browser` : clock };
  });
}

/** A time zone that is its own menu. The list is made when it is opened. */
function ZoneMenu({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const [open, setOpen] = useState(false);
  const options = useMemo(() => (open ? zoneOptions(new Date()) : []), [open]);
  const name = value.replaceAll("_", " ");
  return (
    <ValueMenu
      label="Time zone"
      value={value}
      options={options}
      onChange={onChange}
      open={open}
      onOpenChange={setOpen}
      placeholder="City or region"
      trigger={
        <ValueButton aria-label={`Time zone: ${name}`}>
          {name}
          <ChevronDown size={14} />
        </ValueButton>
      }
    />
  );
}

/** My profile. Each value is edited in place. */
export function ProfileFields({ me }: { me: Me }) {
  const save = useUpdateMe();
  return (
    <Section id="profile" title="Profile">
      <PropsList
        items={[
          {
            term: "Name",
            value: (
              <EditableText
                label="Your name"
                value={me.name}
                maxLength={LENGTHS.person.name}
                check={(name) => (name === "" ? "Enter your name" : null)}
                onSave={(name) => void save({ name }, `Name changed to ${name}`)}
              />
            ),
          },
          { term: "Email", value: me.email },
          { term: "Role", value: ROLE_WORDS[me.role] },
          {
            term: "Teams",
            value: me.teams.length === 0 ? <span className="muted">None</span> : me.teams.map((t) => t.name).join(", "),
          },
          {
            term: "Time zone",
            value: (
              <ZoneMenu
                value={me.timeZone}
                onChange={(timeZone) =>
                  void save({ timeZone }, `Time zone changed to ${timeZone.replaceAll("_", " ")}`)
                }
              />
            ),
          },
        ]}
      />
    </Section>
  );
}
