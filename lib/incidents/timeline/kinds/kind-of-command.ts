import { words } from "#lib/base/text/phrases.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";

/** Commands that entries quote, whatever language is around them, with what they do. */
const COMMANDS: readonly (readonly [kind: EventKind, command: RegExp])[] = [
  [
    "rollback_started",
    words`
      (?:kubectl rollout undo|helm rollback|argocd app rollback|git revert|heroku rollback)
      rollback\.(?:sh|py|ps1)
    `,
  ],
  [
    "restarted",
    words`
      (?:kubectl rollout|systemctl|docker|docker-compose|docker compose|podman|pm\d|supervisorctl|rc-service) restart
      service [\w.-]+ restart
      init\.d/[\w.-]+ restart
    `,
  ],
  ["scaled", words`(?:kubectl|docker service) scale`],
];

/** A text about a command that no one ran: "the runbook says kubectl rollout undo", "rollback.sh isn't on the host". */
const NOT_RUN = words`
  polic(?:y|ies) | scripts? | runbooks? | playbooks? | documentation | docs | manual | says? | said | suggests? | no | not
  never | without | missing | cannot | \w{2,6}n['’]t
`;

/** Returns the kind of the first command in a text that restarts, rolls back or scales something. */
export const kindOfCommand = (text: string): EventKind | undefined =>
  NOT_RUN.test(text) ? undefined : COMMANDS.find(([, command]) => command.test(text))?.[0];
