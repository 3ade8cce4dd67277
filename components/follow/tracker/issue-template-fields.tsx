"use client";

import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { TEMPLATE_FIELDS } from "#lib/follow/tracker/template.ts";
import styles from "./mapping-editor.module.css";
import type { MappingPartProps } from "./state-table.tsx";

/** Title and text of an issue that is created from an action, and how that looks for one. */
export function IssueTemplateFields({ tracker, mapping, onChange }: MappingPartProps) {
  const { template } = mapping;
  const [key, setKey] = useState("");
  const [shown, setShown] = useState<{ title: string; body: string } | null>(null);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const change = (patch: Partial<typeof template>) => {
    setShown(null);
    setProblem(undefined);
    onChange({ template: { ...template, ...patch } });
  };
  const preview = async () => {
    setBusy(true);
    setShown(null);
    setProblem(undefined);
    try {
      setShown(await api.tracker.previewIssue({ id: tracker.id, key: key.trim().toUpperCase(), mapping }));
    } catch (failure) {
      setProblem(wordsOf(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.template}>
      <h3 className={textStyles.emphasis}>New issues</h3>
      <Field label="Title of a new issue">
        <Input
          value={template.title}
          maxLength={LENGTHS.tracker.title}
          spellCheck={false}
          onChange={({ target }) => change({ title: target.value })}
        />
      </Field>
      <Field
        label="Text of a new issue"
        hint={`Markdown, with the fields ${TEMPLATE_FIELDS.map((field) => `{${field}}`).join(", ")}. A paragraph without a value is left out.`}
      >
        <Textarea
          rows={7}
          value={template.body}
          maxLength={LENGTHS.tracker.body}
          spellCheck={false}
          onChange={({ target }) => change({ body: target.value })}
        />
      </Field>
      <Field label="Preview with an action" error={problem} optional>
        <Input placeholder="ACT-12" value={key} onChange={({ target }) => setKey(target.value)} />
      </Field>
      <div className={layoutStyles.row}>
        <Button busy={isBusy} busyLabel="Reading" disabled={key.trim() === ""} onClick={() => void preview()}>
          Preview issue
        </Button>
      </div>
      {shown ? (
        <div role="status">
          <p className={textStyles.emphasis}>{shown.title}</p>
          <pre className={styles.text}>{shown.body}</pre>
        </div>
      ) : null}
    </div>
  );
}
