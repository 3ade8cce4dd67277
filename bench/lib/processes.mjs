import { readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100;

/** Milliseconds of processor time that a process has used so far. Null if the system does not report it. */
export function cpuMs(pid) {
  const stat = read(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}

/** Kilobytes of memory that a process uses. Null if the system does not report it. */
export function residentKb(pid) {
  const kb = /^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`) ?? "")?.[1];
  return kb === undefined ? null : Number(kb);
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
