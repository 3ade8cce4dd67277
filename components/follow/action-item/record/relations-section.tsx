"use client";

import { Plus, X } from "lucide-react";
import NextLink from "next/link";
import { useState } from "react";
import { Select } from "#components/ui/choices/select.tsx";
import { cx } from "#components/ui/cx.ts";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { StatusMark } from "#components/ui/labels/status.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { ACTION_STATUS_WORDS, RELATION_WORDS, RELATIONS, type Relation } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { useEditLayer } from "../edit/edit-context.ts";
import { statusKind } from "../options.tsx";
import { OtherAction } from "../other-action.tsx";
import styles from "./relations-section.module.css";

/** Relations of the action with others, with a button to add one. */
export function RelationsSection({ item }: { item: ActionItem }) {
  const { change } = useEditLayer();
  const [isAdding, setAdding] = useState(false);
  const { relations, abilities } = item;
  if (relations.length === 0 && !abilities.edit) return null;
  return (
    <Section
      title="Relations"
      level={2}
      right={
        abilities.edit ? (
          <IconButton label="Relate to another action" icon={<Plus size={14} />} onClick={() => setAdding(true)} />
        ) : null
      }
    >
      {relations.length === 0 ? <p className={cx("noprint", textStyles.note)}>No relations to other actions</p> : null}
      <ul className={styles.list}>
        {relations.map(({ relation, key, title, status, flag }) => (
          <li key={`${relation} ${key}`}>
            <span className={textStyles.note}>{RELATION_WORDS[relation]}</span>
            <span className={textStyles.breaksAnywhere}>
              <StatusMark kind={statusKind(status)} />{" "}
              <span className={textStyles.visuallyHidden}>{ACTION_STATUS_WORDS[status]}: </span>
              <NextLink className={textStyles.link} href={`/actions/${key}`}>
                {title}
              </NextLink>{" "}
              <span className={cx(textStyles.note, textStyles.unbroken)}>{key}</span>
            </span>
            {abilities.edit ? (
              <IconButton
                label={`Remove the relation to ${key}`}
                icon={<X size={14} />}
                onClick={() => change([item], { kind: "related", related: false, relation, otherKey: key, flag })}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {isAdding ? <RelateDialog item={item} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

function RelateDialog({ item, onClose }: { item: ActionItem; onClose: () => void }) {
  const { change } = useEditLayer();
  const [relation, setRelation] = useState<Relation>("relates");
  const [otherKey, setOther] = useState<string | null>(null);
  const [isTried, setTried] = useState(false);
  const isThere = item.relations.some((one) => one.relation === relation && one.key === otherKey);
  const wrong = otherKey === null ? "Choose an action" : isThere ? "This relation already exists" : undefined;
  const send = () => {
    setTried(true);
    if (wrong !== undefined || otherKey === null) return false;
    onClose();
    change([item], { kind: "related", related: true, relation, otherKey });
    return true;
  };
  return (
    <FormDialog title={`Relate ${item.key} to another action`} confirm="Add relation" onSend={send} onClose={onClose}>
      <Field label="Relation">
        <Select
          value={relation}
          options={RELATIONS.map((value) => ({ value, label: RELATION_WORDS[value] }))}
          onChange={({ target }) => setRelation(RELATIONS.find((one) => one === target.value) ?? "relates")}
        />
      </Field>
      <Field label="Action" error={isTried ? wrong : undefined}>
        <OtherAction label="Action" ownKey={item.key} value={otherKey} onChange={setOther} />
      </Field>
    </FormDialog>
  );
}
