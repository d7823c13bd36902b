/**
 * Whether a text is the id of a security group, such as `sg-0a1b2c3d4e5f67890`.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
 */
export const isSecurityGroupId = (text: string): boolean => /^sg-([0-9a-f]{8}|[0-9a-f]{17})$/.test(text);
