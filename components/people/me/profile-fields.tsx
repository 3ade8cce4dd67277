"use client";

import { ZoneMenu } from "#components/people/zone/zone-menu.tsx";
import { EditableText } from "#components/ui/fields/editable-text.tsx";
import { PropsList } from "#components/ui/lists/props-list.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { ROLE_WORDS } from "#lib/base/access/roles.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Me } from "#lib/contract/me.ts";
import { useUpdateMe } from "./use-update-me.ts";

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
            value:
              me.teams.length === 0 ? (
                <span className={textStyles.muted}>None</span>
              ) : (
                me.teams.map((t) => t.name).join(", ")
              ),
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
