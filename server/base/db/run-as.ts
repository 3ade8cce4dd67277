import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";

/** The user that runs PostgreSQL if this process is root. Null: the current user. */
export interface RunAs {
  name: string;
  uid: number;
  gid: number;
}

const CANDIDATES = ["postgres", "afterword"];

/**
 * Returns the user for PostgreSQL, which refuses to run as root: the owner of existing data, otherwise an unprivileged
 * user, found or created.
 */
export function chooseUser(dataFolder: string | null): RunAs | null {
  if (process.getuid?.() !== 0) return null;
  const owner = dataFolder ? statSync(dataFolder, { throwIfNoEntry: false }) : undefined;
  if (owner && owner.uid !== 0) return { name: String(owner.uid), uid: owner.uid, gid: owner.gid };
  for (const name of CANDIDATES) {
    const user = findUser(name);
    if (user) return user;
  }
  makeSystemUser("afterword");
  return findUser("afterword") ?? findUser("nobody") ?? { name: "65534", uid: 65534, gid: 65534 };
}

/** Returns the user with that name from /etc/passwd. */
export function findUser(name: string): RunAs | null {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((candidate) => candidate.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid && Number(uid) !== 0 ? { name, uid: Number(uid), gid: Number(gid) } : null;
}

// useradd is on Debian and Fedora, adduser in BusyBox. If neither works, the system's unprivileged user does.
function makeSystemUser(name: string): void {
  const home = ["--no-create-home", "--shell", "/usr/sbin/nologin"];
  if (spawnSync("useradd", ["--system", "--user-group", ...home, name], { stdio: "ignore" }).status === 0) return;
  spawnSync("adduser", ["-S", "-H", "-D", name], { stdio: "ignore" });
}

/** Returns whether that user can read and enter `path`. The system itself is asked, so links and ACLs count. */
export function canEnter(path: string, user: RunAs | null): boolean {
  if (!user) return true;
  const test = 'test -r "$1" && test -x "$1"';
  const { uid, gid } = user;
  return spawnSync("/bin/sh", ["-c", test, "sh", path], { uid, gid, cwd: "/", stdio: "ignore" }).status === 0;
}
