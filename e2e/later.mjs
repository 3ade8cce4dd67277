/** Loaded into a server by `--import`: its clock runs as many days later as AFTERWORD_E2E_DAYS says. */
const LATER_MS = Number(process.env.AFTERWORD_E2E_DAYS ?? 0) * 86_400_000;
const Now = Date;
const now = () => Now.now() + LATER_MS;

globalThis.Date = new Proxy(Now, {
  construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
  apply: () => new Now(now()).toString(),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});
Now.prototype.constructor = globalThis.Date;
