/** One decoded email. Values are as in its headers. */
export interface MailMessage {
  date: string | null;
  subject: string | null;
  /** Display name, otherwise the address. */
  from: string | null;
  address: string | null;
  to: string[];
  id: string | null;
  /** Set by machines: Auto-Submitted, Precedence. */
  isAutomatic: boolean;
  text: string;
  attachments: string[];
}
