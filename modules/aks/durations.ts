/** Whether a text is a duration of Go without a sign, such as `10m` or `1h30m`. */
export const isDuration = (text: string | undefined): boolean =>
  text !== undefined && /^(\d+(\.\d+)?(h|m|s|ms))+$/.test(text);
