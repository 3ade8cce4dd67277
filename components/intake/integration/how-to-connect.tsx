"use client";

import { useState } from "react";
import { CopyField } from "#components/ui/fields/copy-field.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Note } from "#components/ui/note.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import type { Integration } from "#lib/contract/integration.ts";
import { stepsOf } from "#lib/intake/integration/steps.ts";
import { CodeBox } from "./code-box.tsx";
import styles from "./how-to-connect.module.css";
import { NumberedSteps } from "./numbered-steps.tsx";
import { SecretPart } from "./secret-part.tsx";
import { keptSecret } from "./secret-store.ts";

/** Numbered steps with the URL to copy. Folded once deliveries arrive. */
export function HowToConnect({ integration }: { integration: Integration }) {
  const { id, source, url, firstDeliveryAt } = integration;
  const [secret, setSecret] = useState(() => keptSecret(id));
  const [shown, setShown] = useState(firstDeliveryAt === null || secret !== null);
  const steps = stepsOf(source, { url, secret });
  const isOnly = !steps.some(({ field }) => field === "secret" || field === "paste");
  return (
    <Section
      id="how"
      title="How to connect"
      count={countWords(steps.length, "step")}
      right={
        <button type="button" className={textStyles.link} aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? "Hide steps" : "Show steps"}
        </button>
      }
    >
      {shown ? (
        <NumberedSteps>
          {steps.map((step) => (
            <li key={step.title}>
              <div>
                <b className={styles.title}>{step.title}</b>
                {step.text ? <Note className={styles.text}>{step.text}</Note> : null}
                {step.field === "url" ? <CopyField label="URL" value={url} /> : null}
                {step.field === "secret" || step.field === "paste" || step.field === "url_with_secret" ? (
                  <SecretPart {...{ integration, isOnly, secret }} field={step.field} onMade={setSecret} />
                ) : null}
                {step.code ? (
                  <CodeBox label={step.title} text={step.code} what={`the text of “${step.title}”`} />
                ) : null}
              </div>
            </li>
          ))}
        </NumberedSteps>
      ) : null}
      {firstDeliveryAt ? (
        <Note>
          <Status kind="done">
            First delivery received <Moment at={firstDeliveryAt} />
          </Status>
        </Note>
      ) : null}
    </Section>
  );
}
