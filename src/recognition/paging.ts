const start =
  '(?:(?:please|and|ok|okay|now|then|yes|can you|could you) )*(?:(?:show|give|get|load|bring|list)(?: me)? )?(?:the )?';
const what = String.raw`(?:next(?: (?:\d+|ten|few|page|lot|batch))?|more(?: of (?:them|those|these|it))?|older|further|rest|remaining|following(?: \d+)?|continue|go on|keep going)`;
const end =
  '(?: (?:ones?|rows?|results?|entries|charges|payments|transactions|customers|coupons|please|then))*';
const asksOn = new RegExp(`^${start}${what}${end}[.!? ]*$`, 'i');

/** Whether a sentence asks for nothing but the next rows of the list before: "show more", "next 10". */
export function asksForMore(text: string): boolean {
  return text.length < 80 && asksOn.test(text.trim());
}
