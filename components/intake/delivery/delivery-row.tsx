import { ChevronDown, ChevronUp } from "lucide-react";
import NextLink from "next/link";
import { cx } from "#components/ui/cx.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import type { StatusKind } from "#components/ui/labels/status-glyph.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { sizeWords } from "#lib/base/text/size-words.ts";
import { DELIVERY_STATE_WORDS, type DeliveryState } from "#lib/base/vocabulary/integration.ts";
import type { DeliveryRow as Delivery } from "#lib/contract/integration.ts";
import styles from "./deliveries.module.css";
import { DeliveryBody } from "./delivery-body.tsx";

const GLYPHS: Record<DeliveryState, StatusKind> = {
  received: "progress",
  taken: "done",
  unassigned: "open",
  ignored: "cancelled",
  failed: "blocked",
};

type DeliveryRowProps = { integrationId: string; delivery: Delivery; open: boolean; onToggle: () => void };

/** One delivery. When opened, it shows the original body. */
export function DeliveryRow({ integrationId, delivery, open, onToggle }: DeliveryRowProps) {
  const { id, receivedAt, state, summary, incidents, size, answeredInMs, attempts, times, test } = delivery;
  return (
    <>
      <tr className={open ? styles.open : undefined}>
        <td className={textStyles.figure}>
          <Moment at={receivedAt} />
        </td>
        <td>
          <Status kind={GLYPHS[state]}>{stateWords(state, attempts, test)}</Status>
        </td>
        <td className={styles.outcome}>
          {summary}
          {times > 1 ? ` Sent ${times} times.` : ""}
          {incidents.map((key) => (
            <NextLink key={key} className={textStyles.underlinedLink} href={`/incidents/${key}`}>
              {" "}
              {key}
            </NextLink>
          ))}
        </td>
        <td className={cx(textStyles.figureCell, styles.figure)}>{sizeWords(size)}</td>
        <td className={cx(textStyles.figureCell, styles.figure)}>{Math.max(1, Math.round(answeredInMs))} ms</td>
        <td className={styles.opener}>
          <IconButton
            label={open ? "Close the delivery" : "Open the delivery"}
            aria-expanded={open}
            icon={open ? <ChevronUp size={14} /> : <ChevronDown size={14} />}
            onClick={onToggle}
          />
        </td>
      </tr>
      {open ? (
        <tr className={styles.body}>
          <td colSpan={6}>
            <DeliveryBody integrationId={integrationId} deliveryId={id} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function stateWords(state: DeliveryState, attempts: number, test: boolean): string {
  if (test) return "Test";
  if (state === "taken" && attempts > 1) return `Processed on attempt ${attempts}`;
  return DELIVERY_STATE_WORDS[state];
}
