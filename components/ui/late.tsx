import { ageStep, wordsOfLateness } from "./lateness.ts";

/** Lateness in words, hotter by age; what is not late stays quiet. Negative days are still to come. */
export function Late({ daysLate }: { daysLate: number }) {
  const step = ageStep(daysLate);
  if (step === 0) return <span className="muted nowrap num">{wordsOfLateness(daysLate)}</span>;
  return (
    <span className="late num" data-a={step}>
      {wordsOfLateness(daysLate)}
    </span>
  );
}
