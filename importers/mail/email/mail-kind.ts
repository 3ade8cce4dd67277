import { type KindRules, kindBy } from "#importers/base/first-match.ts";
import type { MailMessage } from "#importers/base/mail-message.ts";
import { kindOfChat } from "#importers/kit/chat-kind.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

const MACHINE =
  /\b(?:no-?reply|do-?not-?reply|alerts?|alerting|alarms?|alertmanager|monitor(?:ing)?|nagios|icinga|zabbix|grafana|prometheus|pagerduty|opsgenie|sns|sentry|datadog|notifications?|statuspage|uptime\w{0,12}|pingdom|cron|root|jenkins|github|gitlab)\b/i;
/** What monitoring writes at the head of its subjects. */
const STATE_RULES: KindRules = [
  [/^(?:recovery|recovered|resolved|ok|up|cleared|normal)\b/i, "alert_resolved"],
  [/^(?:firing|alarm|problem|alert|triggered|down|critical|warning|unknown|no data)\b/i, "alert_fired"],
];
const SHOUTED = /^(?:RECOVERY|RECOVERED|RESOLVED|OK|FIRING|ALARM|PROBLEM|ALERT|TRIGGERED|DOWN|CRITICAL|WARNING)\b/;
const PREFIX = /^(?:(?:re|aw|fwd?|wg|tr)(?=\s?:)|[[\](){}*!:\s]|external\b){0,30}/i;

/** An alert by its sender and the first words of its subject; else what a person's subject suggests. */
export function kindOfMail(mail: MailMessage, own: string): EventKind {
  const subject = (mail.subject ?? "").slice(0, 400).replace(PREFIX, "");
  const isMachine = mail.isAutomatic || MACHINE.test((mail.address ?? "").slice(0, 200));
  if (isMachine || SHOUTED.test(subject)) {
    const state = kindBy(STATE_RULES, subject, "internal_update");
    if (state !== "internal_update") return state;
  }
  const words = `${subject}\n${own.slice(0, 1000)}`;
  const kind = isMachine ? kindOfChat(true, words) : kindOfChat(false, subject || own.slice(0, 300));
  return kind === "observation" || kind === "automated_action" ? "internal_update" : kind;
}
