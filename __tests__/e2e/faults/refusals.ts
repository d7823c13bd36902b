import { type Protocol } from "./calls";

export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Reason {
  readonly status: Readonly<Record<Protocol, number>>;
  /** The error's code, as each protocol has it. */
  readonly code: Readonly<Record<Protocol, string>>;
  readonly message: string;
}

const all = <T>(value: T): Record<Protocol, T> => ({
  ec2: value,
  query: value,
  json: value,
  "rest-json": value,
});

/**
 * The errors of AWS for a call that it does not execute.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 * https://docs.aws.amazon.com/eks/latest/APIReference/CommonErrors.html
 */
const REASONS = {
  throttled: {
    status: { ec2: 503, query: 400, json: 400, "rest-json": 429 },
    code: {
      ec2: "RequestLimitExceeded",
      query: "Throttling",
      json: "ThrottlingException",
      "rest-json": "ThrottlingException",
    },
    message: "Rate exceeded",
  },
  "error 500": {
    status: all(500),
    code: {
      ec2: "InternalError",
      query: "InternalFailure",
      json: "InternalFailure",
      "rest-json": "ServerException",
    },
    message: "An internal error has occurred",
  },
  "error 503": {
    status: all(503),
    code: {
      ec2: "Unavailable",
      query: "ServiceUnavailable",
      json: "ServiceUnavailable",
      "rest-json": "ServiceUnavailableException",
    },
    message: "The service is unavailable. Please try again shortly.",
  },
  /** Clients do not repeat a call that is denied. */
  denied: {
    status: { ec2: 403, query: 403, json: 400, "rest-json": 403 },
    code: {
      ec2: "UnauthorizedOperation",
      query: "AccessDenied",
      json: "AccessDeniedException",
      "rest-json": "AccessDeniedException",
    },
    message: "A rule of the organization denies this call",
  },
} as const satisfies Record<string, Reason>;

export type RefusalKind = keyof typeof REASONS;

export const isRefusal = (kind: string): kind is RefusalKind => kind in REASONS;

/** A refusal in the format of the protocol. */
export function refusal(kind: RefusalKind, protocol: Protocol, message?: string): Refusal {
  const { status, code, message: usual } = REASONS[kind] as Reason;
  return { status: status[protocol], ...FORMATS[protocol](code[protocol], message ?? usual) };
}

const xml = { "content-type": "text/xml" };
const id = "00000000-0000-4000-8000-000000000000";

const FORMATS: Readonly<Record<Protocol, (code: string, message: string) => Omit<Refusal, "status">>> = {
  ec2: (code, message) => ({
    headers: xml,
    body: `<Response><Errors><Error><Code>${code}</Code><Message>${message}</Message></Error></Errors><RequestID>${id}</RequestID></Response>`,
  }),
  query: (code, message) => ({
    headers: xml,
    body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>${id}</RequestId></ErrorResponse>`,
  }),
  json: (code, message) => ({
    headers: { "content-type": "application/x-amz-json-1.1" },
    body: JSON.stringify({ __type: code, message }),
  }),
  "rest-json": (code, message) => ({
    headers: { "content-type": "application/json", "x-amzn-errortype": code },
    body: JSON.stringify({ message }),
  }),
};
