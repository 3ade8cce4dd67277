import { contract } from "#lib/contract/index.ts";

/** One operation of the contract, as its two doors call it. */
export interface Operation {
  /** "import.preview". */
  name: string;
  method: string;
  /** Pieces of its path; a parameter is in braces. */
  pieces: string[];
  /** Whether it serves people without an account. */
  isOpen: boolean;
}

/** Whether the operations of a noun of the contract serve people without an account. */
export const isOpenNoun = (noun: string | undefined): boolean => noun === "entry";

/** The operations of the contract, wherever in it they are. */
function operationsIn(value: object, path: string[] = []): Operation[] {
  if ("~orpc" in value) {
    const { route } = value["~orpc"] as { route?: { method?: string; path?: string } };
    if (!route?.method || !route.path) return [];
    const isOpen = isOpenNoun(path[0]);
    return [{ name: path.join("."), method: route.method, pieces: piecesOf(route.path), isOpen }];
  }
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === "object" && inner !== null ? operationsIn(inner, [...path, name]) : [],
  );
}

const piecesOf = (path: string) => path.split("/").slice(1);
const isParameter = (piece: string) => piece.startsWith("{");

let known: Operation[] | undefined;
const operations = () => {
  known ??= operationsIn(contract);
  return known;
};

/** The operations at an address of the API, one a method. `path` is that behind /api/v1. */
export function operationsAt(path: string): Operation[] {
  const asked = piecesOf(path);
  return operations().filter(
    ({ pieces }) =>
      pieces.length === asked.length &&
      pieces.every((one, at) => (isParameter(one) ? asked[at] !== "" : one === asked[at])),
  );
}

/** The operation that our own client calls at a path such as /import/preview. */
export const operationCalled = (path: string): Operation | undefined =>
  operations().find(({ name }) => name === piecesOf(path).join("."));

/** What is in a path for `{key}`; undefined where the operation has none. */
export const keyIn = ({ pieces }: Operation, path: string): string | undefined =>
  piecesOf(path)[pieces.indexOf("{key}")];

/** The methods that an address of the API has, sorted; none for an unknown one. */
export function methodsOf(path: string): string[] {
  const methods = new Set(operationsAt(path).map(({ method }) => method));
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods].sort();
}
