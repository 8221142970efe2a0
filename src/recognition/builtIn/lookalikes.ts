/** Everyday words so near to ours that they would be taken for misspellings of them. */
export const LOOKALIKES: ReadonlySet<string> = new Set(
  `abode accounted allayed alleged allotted allover alloyed alluded allured approvals assailable audio
avoidable balanced betaken betoken blanches cancer cargoes cements chaises charades charier chariest
charmed charmer charmers charred charted charter charters cocoons commons compact compacted compass
compelled compete competed competes complected completer completes completest complexes complied
comported composted computed confers confide confine confiscation conform conformation conformations
conforms cordons cottons couples cousins crate crease customary customs dabs dads dais dams deceived
deceiver declaimed declared decried deference defile defined deplaned deputed deputes despite destined
detained differences diffidence diluted dilutes discoing discounted discuses disgusted disjoint
disjoints dismount dismounts disported dispose disposed disposes disrepute disrupted disused disuses
dollies dollops drays drys dullard dullards eateries empires enemies energies entails entices entities
entrails entraps entwines erected excised excises excising excited excites exciting exclaim exiling
exiting expend experts expiated expiates expiating exploit explored explores exploring exported
exporting exposed exposes exposing express extent fabled fends fifteens fifteenth fifties filed finds
firs firsts fist foiled forager foray forebear foreleg foremen foresee forester fort forte forts founds
funks generals generated generates generative generator hindered honored hounded huddled humored hunched
hundreds hundredth hungered hunkered hurdled indices invites invoiced invokes involve involves jaguars
junk jury jute lamest lash lass latent laxest lest lift lilt lint lisp lust manning marsh meanings
melanin melding melting menacing mending meowing merging meshing messing mewling minibus minicam moaning
monkey mooning mosey moth moths mouths nonce nonmember nuder numbed numbered numbest numbness ounce
padding panning panting parents passport passwords patents patient patients pavement pavements payoffs
peaking pealing pecking peddling peeking peeling peeping peering peeving pegging pelting pendant pendent
penning pepping percussion perking perming permissive pertest pervert petting pigment pigments pinging
pinking pinning pleading podding ponds portent pounding precept prevent priding probation proceeding
procession processions professing progressing prom promoting proms proportion proportions protesting
pudding punning punting quainter quarrel quartered quarterly quarters quartet quartets quartos quieter
quilter quitter reacted rebating rebinds rebounded rebounds recant receptions recreating redounded
redounds reelected refined refines reflected refueled refuels refuges refuses refuted refutes regent
reheated reheating rejecting rejects relating releasing relegating relent relented relenting remanded
remands reminded reminds repaying repealing repeated repelling repent repented repenting replacing
replaying repleting reporting reputing rereading resent resented resenting resetting resounded resounds
respected respecting restating resumptions retreating revealing reverted reverting rewinds roistered
rounded sables sades safes sages salts salves sames sates saves saxes scales scow sealing seedling
serving settling shelling shod shoo shot showy signals signers signets sine singe singly smelling
snarling soles spelling stabling stales staling stalling stapling staring starling starlings starring
startling starving stealing steaming steeling steeping steering stemming stepping stewing stifling
stilling stirring storing storming stow strewing styling succeeds summit sundae sundry swelling swerving
swirling thorough throngs toady toddy tomorrows trails trait transacting transferal transfers transfix
transform transition transitions translation translations trawl trough troughs udder unasked uncased
unmakes unmanned unmarked unmasks unmissed unpacked untie unwashed vapid vouched vouches washout weed
weeds weep weeps weer wees yeahs yearn yearns yeas yesterdays`.split(/\s+/),
);
