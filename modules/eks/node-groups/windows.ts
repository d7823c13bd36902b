/**
 * Machine types on which EKS does not support Windows.
 *
 * @see https://docs.aws.amazon.com/eks/latest/userguide/windows-support.html
 */
export const withoutWindows = /^(c3|c4|d2|i2|m6a|r3)\.|^m4\.(?!16xlarge$)/;
