import type { Draw } from "./draw";
import type { Field } from "./fields";

/**
 * The fields of one kind of cluster in the schema. Generators take enumerations, booleans and defaults from here, so that a
 * new one is generated without an edit; they state only what depends on other fields or has limits.
 */
export class Vocabulary<Spec extends object> {
  private readonly automatic = new Map<string, Automatic>();

  constructor(private readonly fields: ReadonlyMap<string, Field>) {}

  /** All fields by path, and all values as `path = value`. */
  get terms(): Set<string> {
    return new Set(
      [...this.fields].flatMap(([path, { values }]) => [
        ...(/(^|\[\]|\.\*)$/.test(path) ? [] : [path]),
        ...values.map((value) => `${path} = ${JSON.stringify(value)}`),
      ]),
    );
  }

  /** The values of a field, without some. */
  values<P extends string>(
    path: P,
    ...excluded: readonly Excluded<ValueAt<Spec, P>>[]
  ): readonly ValueAt<Spec, P>[] {
    return this.valuesAt(path, excluded) as readonly ValueAt<Spec, P>[];
  }

  /** One of the values of a field. */
  one<P extends string>(
    draw: Draw,
    path: P,
    ...excluded: readonly Excluded<ValueAt<Spec, P>>[]
  ): ValueAt<Spec, P> {
    return draw.one(this.values(path, ...excluded));
  }

  /** The same for an optional field. */
  maybe<P extends string>(
    draw: Draw,
    path: P,
    ...excluded: readonly Excluded<ValueAt<Spec, P>>[]
  ): ValueAt<Spec, P> | undefined {
    return draw.maybe(() => this.one(draw, path, ...excluded));
  }

  /** The names of the fields of a map. */
  members<P extends string>(path: P): readonly (keyof MapAt<Spec, P>)[] {
    return [...this.field(path).members.keys()] as (keyof MapAt<Spec, P>)[];
  }

  /** The value of a field that is omitted. */
  default<P extends string>(path: P): ValueAt<Spec, P> {
    const { default: value } = this.field(path);
    if (value === undefined) throw new Error(`${path} has no default`);
    return value as ValueAt<Spec, P>;
  }

  /**
   * A map with its fields. Fields that are not given are drawn from the schema: choices, lists of choices, and maps of nothing else. Other fields
   * that are not given are omitted.
   */
  map<P extends string>(draw: Draw, path: P, given: Given<MapAt<Spec, P>>): MapAt<Spec, P> {
    const entries = [...this.field(path).members].map(([name, at]) => {
      const made = Object.hasOwn(given, name) ? given[name as keyof typeof given] : this.fromSchema(at);
      return [name, this.draw(draw, at, made)];
    });
    return Object.fromEntries(entries) as MapAt<Spec, P>;
  }

  /** A field; an optional one with the probability of the description. */
  private draw(draw: Draw, path: string, given: unknown): unknown {
    const { isRequired } = this.field(path);
    if (given instanceof Chance) {
      return draw.chance(given.percent) ? this.make(draw, path, given.drawn) : undefined;
    }
    if (!isRequired && isDrawn(given)) return draw.maybe(() => this.make(draw, path, given));
    const made = this.make(draw, path, given);
    if (isRequired && made === undefined) throw new Error(`${path} is required, and has no generator`);
    return made;
  }

  private make(draw: Draw, path: string, given: unknown): unknown {
    if (typeof given === "function") return this.make(draw, path, given());
    if (Array.isArray(given)) return given.map((item) => this.make(draw, `${path}[]`, item));
    if (given instanceof Exclusion) return draw.one(this.valuesAt(path, given.excluded));
    if (given instanceof Selection) return draw.some(this.valuesAt(`${path}[]`), given.least, given.most);
    if (!(given instanceof Fields)) return given;
    const choice = draw.one([...this.field(path).values, given]);
    return choice === given ? this.map(draw, path, given.members as Given<MapAt<Spec, string>>) : choice;
  }

  /** Draws a field from the schema alone; undefined if the schema does not suffice. */
  private fromSchema(path: string): Automatic {
    if (!this.automatic.has(path)) this.automatic.set(path, this.automaticOf(path));
    return this.automatic.get(path);
  }

  private automaticOf(path: string): Automatic {
    const { isChoice, isList, members } = this.field(path);
    if (isChoice) return anyValue;
    if (isList) return this.field(`${path}[]`).isChoice ? some(0) : undefined;
    const isComplete = members.size > 0 && [...members.values()].every((at) => this.fromSchema(at));
    return isComplete ? fields({}) : undefined;
  }

  private valuesAt(path: string, excluded: readonly unknown[] = []): readonly unknown[] {
    const { values } = this.field(path);
    if (values.length === 0) throw new Error(`${path} has no values to choose from`);
    return values.filter((value) => value === false || !excluded.includes(value));
  }

  private field(path: string): Field {
    const field = this.fields.get(path);
    if (!field) throw new Error(`unknown field ${path}`);
    return field;
  }
}

/**
 * Defines the fields of a map. A value is used unchanged, also undefined. A function, {@link except}, {@link some} and {@link fields}
 * draw; optional fields have the probability of this description.
 */
export type Given<Map> = {
  readonly [Name in keyof Map]?: Drawn<NonNullable<Map[Name]>> | Chance<NonNullable<Map[Name]>>;
};

type Drawn<Type> = Made<Type> | (() => Made<Type>);

type Made<Type> =
  | Type
  | undefined
  | Exclusion<Type>
  | Fields<MapIn<Type>>
  | (Type extends readonly (infer Item)[] ? Selection | readonly (Item | Fields<MapIn<Item>>)[] : never);

class Exclusion<Value> {
  constructor(readonly excluded: readonly Value[]) {}
}

class Selection {
  constructor(
    readonly least: number,
    readonly most?: number,
  ) {}
}

class Fields<Map> {
  constructor(readonly members: Given<Map>) {}
}

class Chance<Type> {
  constructor(
    readonly percent: number,
    readonly drawn: Drawn<Type>,
  ) {}
}

type Automatic = Exclusion<never> | Selection | Fields<object> | undefined;

const isDrawn = (given: unknown) =>
  typeof given === "function" || [Exclusion, Selection, Fields].some((kind) => given instanceof kind);

/** A list of some of the values of its items, in any order. */
export const some = (least: number, most?: number): Selection => new Selection(least, most);

/** A map of {@link Vocabulary.map}; if the field accepts a boolean too, a map or one of the booleans. */
export const fields = <Map>(given: NoInfer<Given<Map>>): Fields<Map> => new Fields(given);

/** A field with a low probability, because it restricts other fields. */
export const seldom = <Type>(percent: number, given: NoInfer<Drawn<Type>>): Chance<Type> =>
  new Chance(percent, given);

/** A field that is always set. */
export const always = <Type>(given: NoInfer<Drawn<Type>>): Chance<Type> => new Chance(100, given);

/** Any value of the schema except these; `false` excludes nothing. For booleans take {@link trueIf}. */
export const except = <Value extends string | number>(
  ...values: readonly (Value | false)[]
): Exclusion<Value> => new Exclusion(values.filter((value): value is Value => value !== false));

/** Any value of the schema. */
export const anyValue: Exclusion<never> = new Exclusion([]);

/** A boolean that may be true only on a condition. */
export const trueIf = (condition: boolean): Exclusion<boolean> => new Exclusion(condition ? [] : [true]);

/** The fields that a cluster uses, in the format of {@link Vocabulary.terms}, which distinguishes maps from fields. */
export function termsIn(cluster: object, all: ReadonlySet<string>): Set<string> {
  const used = new Set<string>();
  const look = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      for (const item of value) look(item, `${path}[]`);
    } else if (typeof value === "object" && value !== null) {
      for (const [name, member] of Object.entries(value)) {
        const field = path === "" ? name : `${path}.${name}`;
        if (all.has(field)) used.add(field);
        look(member, all.has(field) ? field : `${path}.*`);
      }
    } else {
      const term = `${path} = ${JSON.stringify(value)}`;
      if (all.has(term)) used.add(term);
    }
  };
  look(cluster, "");
  return used;
}

// --- Types by path ----------------------------------------------------------------------------------------------

type At<Type, Path extends string> = Path extends ""
  ? Type
  : Path extends `${infer Step}.${infer Rest}`
    ? At<AtStep<Type, Step>, Rest>
    : AtStep<Type, Path>;

type AtStep<Type, Step extends string> = Step extends `${infer Name}[]`
  ? ItemOf<MemberOf<Type, Name>>
  : MemberOf<Type, Step>;

type MemberOf<Type, Name extends string> = Type extends object
  ? Name extends keyof Type
    ? NonNullable<Type[Name]>
    : never
  : never;

type ItemOf<Type> = Type extends readonly (infer Item)[] ? Item : never;

type ValueAt<Type, Path extends string> = Exclude<At<Type, Path>, object>;

/** For conditions, `false` excludes nothing. */
type Excluded<Value> = Exclude<Value, boolean> | false;

type MapAt<Type, Path extends string> = MapIn<At<Type, Path>>;

/** How a map is drawn, by its path. */
export type FieldsAt<Type, Path extends string> = Fields<MapAt<Type, Path>>;

type MapIn<Type> = Extract<Exclude<Type, readonly unknown[]>, object>;
