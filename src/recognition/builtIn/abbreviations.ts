/** Short forms, contractions and spoken spellings, and what they stand for. */
const SHORT = `
pls=please plz=please plse=please pleas=please thx=thanks ty=thanks tnx=thanks u=you ur=your r=are n=and w=with wk=week wks=weeks
yr=year yrs=years mth=month mths=months mo=month mos=months bal=balance ths=this thes=these undr=under ovr=over btwn=between frm=from lates=latest trx=transactions txns=transactions tx=transactions txn=transaction trans=transactions
cust=customer custs=customers pmt=payment pmts=payments pymt=payment pymts=payments pymnts=payments disc=discount exp=expires lst=last
ystrdy=yesterday yday=yesterday yest=yesterday 2day=today tdy=today 2moro=tomorrow tmrw=tomorrow tmr=tomorrow tomoz=tomorrow
teh=the hte=the shw=show giv=give gimme=give_me lemme=let_me wanna=want_to gonna=going_to gotta=have_to dunno=do_not_know
whats=what_is wheres=where_is whos=who_is hows=how_is thats=that_is theres=there_is
what's=what_is where's=where_is who's=who_is how's=how_is that's=that_is there's=there_is it's=it_is he's=he_is she's=she_is let's=let_us
whatre=what_are what're=what_are who're=who_are
i'm=i_am im=i_am i've=i_have ive=i_have i'd=i_would i'll=i_will you're=you_are you've=you_have you'll=you_will we're=we_are we've=we_have we'll=we_will we'd=we_would
they're=they_are they've=they_have they'll=they_will
don't=do_not dont=do_not doesn't=does_not doesnt=does_not didn't=did_not didnt=did_not isn't=is_not isnt=is_not aren't=are_not arent=are_not
wasn't=was_not wasnt=was_not weren't=were_not werent=were_not hasn't=has_not hasnt=has_not haven't=have_not havent=have_not hadn't=had_not
can't=can_not cant=can_not cannot=can_not couldn't=could_not won't=will_not wont=will_not wouldn't=would_not shouldn't=should_not mustn't=must_not
jan=january feb=february mar=march apr=april jun=june jul=july aug=august sep=september sept=september oct=october nov=november dec=december
mon=monday tue=tuesday tues=tuesday wed=wednesday thu=thursday thur=thursday thurs=thursday fri=friday sat=saturday
pct=percent pc=percent percents=percent per_cent=percent perms=permissions acct=account acc=account accts=accounts
min=minimum max=maximum maximal=maximum maximally=maximum qty=number mins=minutes min's=minutes hrs=hours hr=hour b/w=between btw=by_the_way asap=asap vs=versus v=versus
info=info auth=authorization authorisation=authorization e-mail=email emails=emails mail=mail
anymore=any_more sign-up=signup sign-ups=signups set-up=set_up sory=sorry sorr=sorry sry=sorry soz=sorry sorrry=sorry
twice=two_times thrice=three_times fortnight=two_weeks diff=difference moth=month wek=week weeek=week tody=today todays=today onetime=one_time lifelong=lifetime newbies=new_customers first-timers=first-time_customers
`;

/** From a lower-case word to the words it stands for. */
export const ABBREVIATIONS: ReadonlyMap<string, readonly string[]> = new Map(
  SHORT.trim()
    .split(/\s+/)
    .map((pair): [string, string[]] => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), pair.slice(at + 1).split('_')];
    }),
);
