import { Note } from "#components/ui/note.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { ROLE_WORDS } from "#lib/base/access/roles.ts";
import { DEMO_PASSWORD, type DemoAccount } from "#lib/people/member/demo-accounts.ts";
import styles from "./demo-accounts.module.css";

type DemoAccountsProps = {
  accounts: readonly DemoAccount[];
  busy: boolean;
  onPick: (email: string, password: string) => Promise<void>;
};

/** The demo accounts, with one button each. */
export function DemoAccounts({ accounts, busy, onPick }: DemoAccountsProps) {
  return (
    <section aria-labelledby="demo-accounts">
      <h2 id="demo-accounts" className={styles.title}>
        or try it as
      </h2>
      <ul className={styles.accounts}>
        {accounts.map(({ email, role }) => (
          <li key={email}>
            <button type="button" disabled={busy} onClick={() => void onPick(email, DEMO_PASSWORD)}>
              <b className={textStyles.emphasis}>{ROLE_WORDS[role]}</b>
              <span className={textStyles.secondary}>{email}</span>
            </button>
          </li>
        ))}
      </ul>
      <Note>
        Demo data is loaded. The password for each account is <code className={textStyles.code}>{DEMO_PASSWORD}</code>.
      </Note>
    </section>
  );
}
