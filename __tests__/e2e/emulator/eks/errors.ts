/** The HTTP status of each EKS error: https://docs.aws.amazon.com/eks/latest/APIReference/CommonErrors.html */
const STATUS = {
  InvalidParameterException: 400,
  InvalidRequestException: 400,
  NotFoundException: 404,
  ResourceInUseException: 409,
  ResourceNotFoundException: 404,
  UnsupportedOperationException: 501,
} as const;

/** An error of the EKS API, with `x-amzn-errortype` and `message`. */
export class EksError extends Error {
  constructor(
    readonly type: keyof typeof STATUS,
    message: string,
  ) {
    super(message);
  }

  get status(): number {
    return STATUS[this.type];
  }
}

export const notFound = (what: string) => new EksError("ResourceNotFoundException", what);
export const inUse = (what: string) => new EksError("ResourceInUseException", what);
export const invalidParameter = (what: string) => new EksError("InvalidParameterException", what);
export const invalidRequest = (what: string) => new EksError("InvalidRequestException", what);
