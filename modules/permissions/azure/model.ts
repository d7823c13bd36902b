/** Actions of the operations of Terraform. */
export interface AzureActions {
  readonly read?: readonly string[];
  readonly create?: readonly string[];

  /** Called only for a change of an existing resource. */
  readonly update?: readonly string[];
  readonly delete?: readonly string[];
}

/** What the provider calls for one resource type. */
export interface AzureRow {
  /** The type of Azure: its operations are `KIND/read`, `KIND/write` and `KIND/delete`. */
  readonly kind: string;

  /** For a resource that only changes another one: its deletion writes. */
  readonly changes?: true;

  /**
   * The argument with the id of the resource that it belongs to; several, if majors of the provider have different ones. If it is omitted, or the
   * resource has none of them, `resource_group_name` decides.
   */
  readonly on?: string | readonly string[];

  /** The argument with the name of the resource around it, and that resource's type. */
  readonly within?: readonly [argument: string, kind: string];

  /** Actions in addition to those of the kind. */
  readonly also?: AzureActions;

  /** Actions that only the subscription can allow. */
  readonly onSubscription?: AzureActions;

  /** More actions if an argument is set, or has a value. */
  readonly with?: {
    readonly argument: string;
    readonly value?: string;
    readonly also?: AzureActions;
    readonly onSubscription?: AzureActions;
  };

  /** The argument with the URL of a key in a vault, which the provider reads when it creates or updates the resource. */
  readonly readsKey?: string;

  /** Actions on resources that it names, if they differ from {@link linkedActions}: type -> action. */
  readonly links?: Readonly<Record<string, string>>;

  /** After a creation the provider reads the subnets that the resource names, and their networks, until Azure has changed them. */
  readonly readsSubnets?: true;

  /** Path of the provider's file below `internal/services`. */
  readonly source: string;
}
