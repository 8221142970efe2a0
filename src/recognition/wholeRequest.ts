const start = '(?:please |can you |could you |now |ok |okay |and |then |so |hi |hey )*';
const verb =
  '(?:create|generate|issue|set up|make|add|prepare|draft|i need|we need|i want|we want|give me|i would like)(?: me| us)?';
const coupon = '.*\\b(?:coupon|voucher|discount|promo|promotion|code)\\b';
const whole = new RegExp(`^${start}(?:${verb} (?:a|an|one)\\b|(?:a|one) new\\b)${coupon}`, 'i');

/** "Create a … coupon", "a new … coupon": a request that stands by itself and takes nothing from the coupon before. */
export function isWholeRequest(text: string): boolean {
  return whole.test(text) && !/\b(?:instead|rather)\b/i.test(text);
}
