import type { AnyContractProcedure, InferSchemaInput } from "@orpc/contract";
import type { contract } from "#lib/contract/index.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import type { HttpContext } from "#server/people/auth/http-context.ts";

type Contract = typeof contract;
export type Noun = keyof Contract;

/**
 * Information about a request in addition to its input. `sessionId` is null for a token and for routes without sign-in.
 */
interface Asked extends Pick<HttpContext, "origin" | "address" | "isDemoAccepted" | "signedIn"> {
  sessionId: string | null;
}

type FunctionOf<Operation> = Operation extends AnyContractProcedure
  ? (
      ctx: Ctx,
      input: InputOf<Operation>,
      asked: Asked,
    ) => Promise<InferSchemaInput<NonNullable<Operation["~orpc"]["outputSchema"]>>>
  : never;
type Functions = { [Name in Noun]: { [Operation in keyof Contract[Name]]: FunctionOf<Contract[Name][Operation]> } };

/**
 * The name under which an entry point exports the function of an operation, or the operation itself if there is none.
 */
type NameOf<EntryPoint, Operation extends string, Object extends string> = [
  Extract<keyof EntryPoint, Operation | `${Operation}${Object}`>,
] extends [never]
  ? Operation
  : Extract<keyof EntryPoint, Operation | `${Operation}${Object}`>;

/** The exports that an entry point needs: a function for each operation that isn't special. */
type Needed<Name extends Noun, EntryPoint, Object extends string, Special> = {
  [Operation in Exclude<keyof Functions[Name], keyof Special> & string as NameOf<
    EntryPoint,
    Operation,
    Object
  >]: Functions[Name][Operation];
};

/** A function as the router calls it, after the contract has parsed the input. */
type AnyFunction = (ctx: Ctx, input: unknown, asked: Asked) => Promise<unknown>;
export interface FunctionsOfNoun<Name extends Noun> {
  noun: Name;
  /** Throws if an entry point has no function, or two, for an operation. */
  of(operation: string): AnyFunction;
}

/**
 * Finds the functions of a noun in its entry point: `update` of an incident is `updateIncident`, or an export with just
 * that name. Only functions with another name, or that need more than context and input, are `special`.
 */
export const functionsOf =
  <Name extends Noun, const Special extends Partial<Functions[Name]>>(noun: Name, special: Special) =>
  <EntryPoint extends object, Object extends string>(
    entryPoint: EntryPoint & Needed<Name, EntryPoint, Object, Special>,
    ...objects: readonly Object[]
  ): FunctionsOfNoun<Name> => ({
    noun,
    of(operation) {
      const names = ["", ...objects].map((object) => `${operation}${object}`);
      const [found, ...others] = [
        ...Object.entries(special).filter(([name]) => name === operation),
        ...Object.entries(entryPoint).filter(([name]) => names.includes(name) && !(operation in special)),
      ];
      if (!found || others.length > 0) throw new Error(`${noun}.${operation} needs one function`);
      return found[1] as AnyFunction;
    },
  });

/** Gives a function what it needs from the request, together with its input. */
export const withAsked =
  <Input extends object, Key extends keyof Asked & keyof Input, Answer>(
    keys: readonly Key[],
    run: (ctx: Ctx, input: Input) => Promise<Answer>,
  ) =>
  (ctx: Ctx, input: Omit<Input, Key>, asked: Asked): Promise<Answer> =>
    run(ctx, { ...input, ...Object.fromEntries(keys.map((key) => [key, asked[key]])) } as Input);
