"use client";

import { Check } from "lucide-react";
import { type ReactNode, useState } from "react";
import { ThemeLink } from "#components/screens/sign-in/theme-link.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { Brand } from "#components/ui/marks/brand.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { FirstIncident } from "./first-incident.tsx";
import styles from "./set-up.module.css";
import { SetUpCodeForm } from "./set-up-code-form.tsx";
import { SetUpServiceForm } from "./set-up-service-form.tsx";
import { SetUpYouForm } from "./set-up-you-form.tsx";

type SetUpStepProps = {
  number: number;
  title: string;
  /** Index of the open step. */
  at: number;
  /** Its subject, while it is still to come. */
  later: string;
  /** The result of the step, on one line. */
  done: string | undefined;
  children: ReactNode;
};

/** One step: done, open, or still to come. */
function SetUpStep({ number, title, at, later, done, children }: SetUpStepProps) {
  const state = number - 1 < at ? "done" : number - 1 === at ? "open" : "later";
  return (
    <li className={styles.step} data-state={state} aria-current={state === "open" ? "step" : undefined}>
      <span className={styles.number}>{state === "done" ? <Check size={14} aria-label="Done" /> : number}</span>
      <div>
        <h2>{title}</h2>
        {state === "done" ? <p className={textStyles.secondary}>{done}</p> : null}
        {state === "open" ? children : null}
        {state === "later" ? <p className={textStyles.muted}>{later}</p> : null}
      </div>
    </li>
  );
}

/** First start: code, admin, first service, first incident. Finished steps stay as one line. */
export function SetUp() {
  const [at, setAt] = useState(0);
  const [code, setCode] = useState("");
  const [done, setDone] = useState<readonly string[]>([]);
  const finish = (words: string) => {
    setDone([...done, words]);
    setAt(at + 1);
  };
  const steps: { title: string; later: string; form: ReactNode }[] = [
    {
      title: "Set-up code",
      later: "",
      form: (
        <SetUpCodeForm
          onDone={(given) => {
            setCode(given);
            finish("Accepted. It works once.");
          }}
        />
      ),
    },
    {
      title: "You",
      later: "Your account, as admin.",
      form: <SetUpYouForm code={code} onDone={({ name, email }) => finish(`${name}, ${email}, admin.`)} />,
    },
    {
      title: "Your first service",
      later: "Its name, owner team and availability target.",
      form: <SetUpServiceForm onDone={finish} />,
    },
    {
      title: "Import your first incident",
      later: "Notes, a chat export or an alert log.",
      form: (
        <div className={styles.actions}>
          <ButtonLink href="/incidents/new" kind="primary" size="lg">
            Import incident
          </ButtonLink>
          <ButtonLink href="/settings/people" kind="ghost" size="lg">
            Invite people
          </ButtonLink>
        </div>
      ),
    },
  ];
  return (
    <main id="main" className={styles.page}>
      <section className={styles.side} aria-label="Set up">
        <Brand size="lg" />
        <div className={styles.box}>
          <h1>Set up Afterword</h1>
          <p>4 steps, about 3 minutes. You can change everything later in Settings.</p>
          <ol>
            {steps.map(({ title, later, form }, step) => (
              <SetUpStep key={title} number={step + 1} title={title} at={at} later={later} done={done[step]}>
                {form}
              </SetUpStep>
            ))}
          </ol>
        </div>
        <footer>
          <ThemeLink />
        </footer>
      </section>
      <FirstIncident />
    </main>
  );
}
