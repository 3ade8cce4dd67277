"use client";

import { useState } from "react";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { CopyField } from "#components/ui/copy-field.tsx";
import { Moment } from "#components/ui/moment.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { Status } from "#components/ui/status.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import type { Integration } from "#lib/contract/integration.ts";
import { stepsOf } from "#lib/intake/integration/steps.ts";
import { SecretPart } from "./secret-part.tsx";
import { keptSecret } from "./secret-store.ts";

/** Numbered steps with the address to copy; folded once deliveries come. */
export function HowToConnect({ integration }: { integration: Integration }) {
  const { id, source, url, firstDeliveryAt } = integration;
  const [secret, setSecret] = useState(() => keptSecret(id));
  const [shown, setShown] = useState(firstDeliveryAt === null || secret !== null);
  const steps = stepsOf(source, { url, secret });
  const isOnly = !steps.some(({ field }) => field === "secret" || field === "paste");
  return (
    <section className="sec" aria-labelledby="how">
      <SectionHead
        id="how"
        title="How to connect"
        count={countWords(steps.length, "step")}
        right={
          <button type="button" className="link" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? "Fold" : "Show the steps"}
          </button>
        }
      />
      {shown ? (
        <ol className="steps">
          {steps.map((step) => (
            <li key={step.title}>
              <div>
                <b>{step.title}</b>
                {step.text ? <p className="note">{step.text}</p> : null}
                {step.field === "url" ? <CopyField label="Address" value={url} /> : null}
                {step.field === "secret" || step.field === "paste" || step.field === "url_with_secret" ? (
                  <SecretPart {...{ integration, isOnly, secret }} field={step.field} onMade={setSecret} />
                ) : null}
                {step.code ? (
                  <div className="code">
                    <CopyButton text={step.code} what={`the text of “${step.title}”`} />
                    <textarea readOnly aria-label={step.title} value={step.code} rows={step.code.split("\n").length} />
                  </div>
                ) : null}
              </div>
            </li>
          ))}
        </ol>
      ) : null}
      {firstDeliveryAt ? (
        <p className="note">
          <Status kind="done">
            The first delivery came <Moment at={firstDeliveryAt} />
          </Status>
        </p>
      ) : null}
    </section>
  );
}
