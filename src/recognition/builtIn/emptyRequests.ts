import { anyOf } from './pattern.js';
import { phrases } from './phrases.js';
import { wordClasses } from './wordClasses.js';

const NOTHING = new RegExp(
  `^(?:${anyOf(
    ...(wordClasses.rows ?? '').trim().split(/\s+/),
    ...`news top bottom show me list get give send display the a an all our my some any please just can could would will you u someone somebody i want need would
    like to see have what is are about how for of with from in on and now again tell us it this that there here do we got lists two three latest recent
    newest last full complete more few really quick quickly today everything else also then ok okay so hey hi hello new current who which right first one next only going
    happened happening happens went things look fetch pull up ~when ~date ~range ~since ~until ~after ~from ~in ~for ~cur put together bring ready make
    prepare year monthly weekly daily year numbers overview rundown know your ask let check whatever did go been were was be had compare compared figures period periods
    most least best worst business kpi performance trend trends chart graph charts insight insights totals total count number amount amounts thing bit important interesting
    up versus against figure stat wrap round situation state status let's catch breakdown by day week month morning brief briefing highlights dump reports report load read find print
    came come happen available possible ago until till since since between or as per long short little big main key useful ones ones doing done morning afternoon evening good dear team folks guys hope well kind regards thanks thank cheers`.split(
      /\s+/,
    ),
  )}|\\d+)(?: |$)`,
);

/** Nothing in it but asking words, times and counts: a request without a kind of data. */
export function isEmptyRequest(text: string): boolean {
  let rest = text;
  while (rest) {
    const match = NOTHING.exec(rest);
    if (!match) return false;
    rest = rest.slice(match[0].length);
  }
  return true;
}

/** Names data, but no kind of it: "the stats", "some figures". */
export const asksData = phrases(
  'data|stats|statistics|statistic|numbers|figures|info|information|report|reports|results|result|overview|summary|details|records|rows|list|table|recap|analytics|kpis|kpi|dashboard|metrics|breakdown|briefing|trend|trends|insights|graph|chart|charts|entries|rundown|update|digest|performance|news_of_the_business',
);
