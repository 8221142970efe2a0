/** Everyday English: never taken for a misspelt word of ours, nor for a name. */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  `a abandoned abend abilities able aboard abort about above absent absolutely accept accepted accepting accessed
accessible accessories accident according accountability accountant accounting accounts ache acknowledge acquire
acquired across act acting action actions active activities activity actor actress actual actually adapt add add-ons
added adding addition additional addons address addresses adjust admin administrator adopt adult advance advantage
adventure advert advice advise affair affect affected affiliate affiliated afford after afternoon afterwards again
against age agency agenda agent agents ages ago agree agreed agreement agrees ahead ahoy aim aims aircraft airport
aisle alarm alarms album alert alien alike alive all allergy allocate allow allowed allows almost alone along already
alright also alter alternative although alumni always am amazing ambition ambulance amend america american ames amex
among amongst amount amounts an analysis analyst analysts and anger angle angry animal animals ankle announce
announcement annoy annoyed annoying annual annually anonymisation anonymise anonymization anonymize anonymous another
answer answered answers anxious any anybody anyhow anyone anything anyway anywhere apart apartment apikey apologies
apologise apology apparently appeal appear appearance appears apple apples applicable application applications applied
applies apply applying appoint appointment appointments appreciate appreciated approach appropriate approval approve
approved approver approvers approves approving apps april aquarium architect architecture archive are area arm arms
army around arrange arranged arrangement arrest arrivals arrive arrived arriving article articles artist artists as
asap asia asian ask asked asking asks asset assets assign assigned assist assistance assistant associated assume
asterisks at atmosphere attach attached attachment attack attempt attempts attend attended attention attitude attorney
attract audience audited auditor auditors august aunt austria austrian author authorise authorised authorizations
authorize authorized auto autoapprove autoconfirm automatic automatically autosubmit autumn available average avoid
awaiting awake award aware away awesome awful baby back background backpack backpacks backs backup bacon bad badly bag
baker bakery baking balcony ball balloon bananas band bands bank banking banks banner bar barber bare barely barn base
based basement basic basically basics basis basket baskets batch bath bathrobe bathroom battery be beach bean beanie
beanies beans bear beard beat beautiful beauty became because become bed bedding bedroom bee beef been beer beers
before began begging begin beginning begins begun behalf behave behaviour behind being believe bell bells belong
belonging belongs below belt belts bench benefit benefits berlin berries beside besides best bet better between beyond
bicycle bicycles bid big bigger biggest bike bikes bikini bikinis bill billed billing bills bind bird birthday
biscuits bit bitcoin bite bits bitter black blacklist blackout blame blank blanked blanket blankets blanks blender
bless blessed blind block blocked blog bloke blonde blood blouse blouses blow blue board boardgame boardgames boat
boats body bogo bogof boil bold bolt bomb bone bonjour bonus book booked bookings books bookshop boolean boost boot
boots border bored boring born borrow boss bot both bother bothering bots bottle bottles bottom bought bounce bounced
bound boundary boutique bow bowl bowls box boxes boy boyfriend boys bracelet bracelets brain brains brainstorm brake
branch brand brands brave bravo bread break breakdown breakfast breath breathe breeze brewery brick bride brief
briefing briefly bright brilliant bring brings british broad broke broken brother brought brown browser brush bucket
buckets budget bug bugs build builder builders building buildings built bulk bump bunch bundle bundles bureaucracy
burger buried burn bury bus business businesses busy but butcher butchers butler butter button buttons buy buyer
buying buys by bypass bypassed bypassing cab cabin cable cables cafe cage cake cakes calculate calculated calculation
calendar call called caller calling calm came camera cameras camp campaign camping campus can canada canceled
cancellation cancelled cancels candidate candle candles candy cap capabilities capable capacity capital capped caps
captain caption capture captures car card cards care careful carefully careless carnival carpenter carpenters carpet
carpets carried carries carrot carry cars cart cartoon carts carving case cases cash cashier casual cat catalog
catalogue catch categories category catering cats caught cause caused causes caution cautious cave cd ceased ceiling
celebrate celebration celebrity cell censored censoring center central cents century ceo ceremony certain certainly
certificate chain chair chairman chairs challenge challenged challenges challenging champion champions chance
chancellor chances change changed changer changes changing channel channels chap chapter character characters
chargebacked charged charger chargers charities charity charm chart chase chasing chat chatbot chatgpt chatted
chatting cheap cheaper cheapest cheaply cheat check checked checker checking checklist checkout checks cheeks cheer
cheers cheese cheeses chef chemist cherry chess chest chicken chief child children chin chinese chips chitchat
chocolate chocolates choice choir choose christmas church ciao cider cigar cinema circa circle circles circumvent
citizen citizens city civil claim claimed claims clang class classes classic classical classroom clause clay clean
cleaned cleaner cleaning clear clearance cleared clearing clearly cleartext clerk clever click clicked clicking clicks
client cliff climate climb clinic clock clocks close closed closely closer closes closing cloth clothes clothing cloud
clouds clown club clubs clue coach coaching coal coast coat coats code coffee coffees coffers coin coincidence cold
colleague colleagues collect collected collection collections collector college colour colours column combinable
combination combine combined come comedian comes comfort comfortable comic coming command commands comment commercial
commission commit committed committee common communicate communication community compact companies compare compared
comparison compensate compensation compete competition competitor competitors complain complained complaining
complains complaint complaints complete completed completely completes completion complex compliance complicated
compose computer computers concept concern concerned concert conclude conclusion condition conditions conduct
conference confidence confident confidential config configuration confirm confirmed confirming confirms conflict
confuse confused confusing confusion congratulations connect connected connection connections conscious consent
consequence consider consideration considered consist constant construction consultancy consultant consultants
consultation consulting consumer consumption contact contacted contacting contacts contain container content contents
contest contested contesting contests context continue continued continues contract contracts contribute contribution
control controls convenience convenient conversation convert convince cook cooked cooker cookies cooking cool copies
copper copy copyright core corn corner corners corporate correct correction correctly correctness cost costing costs
cottage cotton couch cough could council count counted counter counting countries country counts couple courage
courier course courses court courts cousin cover covered covers cow coworker coworking crack craftsman crash crashed
crazy cream created creates creating creation creative creature creche credential credit credits crew crime crisis
critical criticism crop cross crossed crosses crossword crowd crowded crown cruise crush cry crypto csv cucumber
cultural culture cup cupboard cups cure curious currencies currency current currently curry curtain curtains curve
cushion custom customise cut cute cutter cutting cvc cvv cycle cycling dad daily dairy damage damaged damn dance
dancing danger dangerous danish dank danke dare dark darling dash data database date dated dates dating daughter dawn
day daylight deactivate deactivated dead deadline deadlines deaf deal dealer dealers dealership dealing deals
deanonymise deanonymize dear dearest death debate debt debts debug decade decades december decent decide decided
decision decisions deck declare decline declining decorate decoration decrease decrypt decrypted dedicated deduct deem
deep deeply deer default defeat defence defend define defined definite definitely degree delay delayed delays deleted
deli delicate delicious delight deliver delivered deliveries delivering delivery demand demands demask demo democracy
demonstrate demonstration demote denied dental dentist deny departed department departure depend depends deposit
deposits depressed depth deputy derived describe description deserve deserves design designer designers designs desire
desk desks desperate destination destroy detail detailed details detect detective determine determined develop
developed developer developers development device devices diagram dialog dialogue diamond diary dictionary did die
dies diet differ difference different differently difficult difficulty dig digit digital digits dining dinner dinners
dip diploma direct direction directions directly director directors dirt dirty disable disabled disagree disallowed
disappear disappointed disaster disc discard discover discovery discuss discussed discussion disease dishes disk
dispense display displayed disputing disregard distance distant distillery distinct distribute distribution district
disturb dive divide divided division divorce do doable doctor doctors document documents does dog dogs doing dojo doll
dollar dolls domain domestic dominate donate donation donations done door doors dose dot dots double doubled doubt
doubts down downgrade download downtown dozen dozens draft dragon drama dramatic draw drawer drawing drawn dream
dreams dress dressed dresses drew dried drill drink drinking drinks drive driver drivers driving drone drones drop
drops drove drug drugs drum drums drunk dry duck dude due dump dumps during dust dutch duties duty dvd dying each
eager ear earlier earliest early earn earned earning earnings earns earrings earth easier easiest easily east easter
easy eat eaten eating ebook ebooks economic economy edge edit editing edition editor educate educated education effect
effective effectively efficient effort efforts egg eggs eight either elapsed elder elderly elect election electric
electrical electrician electricians electricity electronic electronics element elements elephant elevate elevator
eleventh eligible eliminate else elsewhere emailed embarrassed embassy embrace emerge emergencies emergency emotion
emotional emperor empire employ employed employee employees employer employers employment empowered empty enable
enabled encounter encourage encryption end ended ending endless endlessly ends enemy energy engage engaged engagement
engine engineer engines england english enjoy enjoyed enormous enough enquiries enquiry enrol enroll enrolled ensure
enter entering enterprise entertain entertainment enthusiasm entire entirely entitled entitlement entity entrance
entry envelope environment envy equal equally equipment erase error errored errors escape especially espresso essay
essential establish established estate estimate estimated estimates eternal eternally eternity ethical europe european
evaluate even evening evenings event events eventually ever every everybody everyday everyone everything everywhere
evidence evil exact exactly exam examination examine example examples excel excellent except exceptional excess
exchange exchanged excited exciting exclude excludes excluding exclusively excuse execute executed executive exercise
exercises exhausted exhibition exist existing exists expand expect expected expecting expenses expensive experience
experienced experiences experiment expert experts expire expires explained explains explanation explore explosion
export exports expose exposed express expressed expression extended extension extensive extent external extra extract
extraordinary extras extreme extremely eye eyes fabric fabulous face facebook faced faces facilities facility fact
factor factors factory facts fade fail failing fails fair fairly fairs faith fake fall falling falls false familiar
families family famous fan fancy fans fantastic fantasy far fare farewell farm farmer farmers farmhouse farming
fascinating fashion fast fastest fat fate father fault favorite favour favourite favourites fear feature features
february fee feed feeding feel feeling feelings fees feet fell fellow felt female fence festival fetch fetched fever
few fewer fiction field fields fierce fifteen fifth fight fights figure figures file files filing fill filled fills
film films filter filters final finalise finalised finalize finalized finally finance finances financial find finding
findings fine finger fingers finish finished finishes fire fires firm firmly firms first firsttimers fish fisherman
fishing fit fitness fits fitted fitting five fix fixed fixing flag flags flame flash flat flats flavour flew flexible
flight flights float flood floor floors florist florists flour flow flowed flower flowers fluid fly flyer flying focus
focused fold folder folding folks follow followed followers following follows fond food foods fool foolish foot
football for forbidden force forecast foreign foreigner forest forests forever forget forgot forgotten fork form
formal formalities formally format former forms formula formulate forth fortune forty forward forwarded fossil fought
found founded founder fountain four fourth fox fraction fragment frame frames france franchise franchisee frankly
fraud free freedom freelancer freelancers freely freeze freezer freight french frequency frequent frequently fresh
freshly friday fridays fridge fried friend friendly friends friendship frightened frog from front frozen fruit fruits
frustrated fuel full fully fun function functions fund funding funeral funny fur furniture further furthermore future
gain gained galaxy gallery gambling game games gang gap garage garbage garden gardener gardening gardens garlic gas
gate gather gathered gathering gave gear gender general generation generations generic generous gentle gentleman
gently genuine geography german germany gesture get gets getting ghost giant gift gifts gin girl girlfriend girls give
given gives giving glad glance glass glasses global globe glove gloves glue go goal goals goat goats gods goes going
gold golden goldsmith golf gone good goodbye goods gossip got governor gown grab gracias grade grades gradually
graduate grain grammar grams grand grandfather grandma grandmother grandparents grant granted grapes graphic graphics
grass grateful gratis grave gravity gray great greatest greatly greedy green greengrocer greenlit greeting greetings
grew grey grill grocer groceries grocers grocery gross ground grounds group groups grow growing grown growth gruss
guarantee guard guardrails guards guess guessed guest guests guide guidelines guilty guitar guitars gun gut guten guy
guys gym gymnasium habit habits hacker had haha haiku hair hairdresser hairdressers half halfway hall hallo halls
halve ham hammer hand handbook handed handful handle handled handles handling hands handsome handy handyman hanging
happen happened happening happens happiest happily happiness happy harbour hard hardly hardware harm harmless harvest
has hassle hat hate hated hats have haven having he head headache headline headlines headphones headquarters heads
headset headsets health healthy hear heard hearing heart hearts heat heating heaven heavily heavy heel height heights
held helicopter hell hello helmet helmets help helped helper helpers helpful helping helps hence her herbs here hereby
herewith heritage hero heroes hers herself hesitate hey heya hi hidden hide hiding high higher highest highlight
highlights highly highway hike hiking hill hills him himself hint hints hired hiring his historic historical history
hit hitch hits hiya hmmm hobby hola hold holding holds hole holes holiday holidays holy home homemade homes homework
honest honestly honey honour honoured hoodie hoodies hope hoped hopefully hoping horizon horoscope horrible horror
horse horses hospital host hosted hostel hosting hosts hot hotel hotels hour hours house household households housing
how howdy however hug huge hugely human hundred hungry hunt hunting hurry husband hut i ice idea ideal ideally ideas
identical identify identities identity if ignore ignored ill illegal illness illustrate image images imagination
imagine immediate immediately impact impatient implement implementation imply import important imported impossible
impressed impression impressive improve improved improvement improvements in inactive inbound incident incidents
include included includes including income incoming incomplete increase increased increases increasingly incredible
indeed indefinitely independence independent indicate indicated indication individual indoor industrial industries
industry infection inflation influence influencers inform informal informed ingredients initial initially initiate
initiative injured injury ink inner innocent innovation input inquiries insects insert inside insist inspect
inspection inspector inspired instagram install installation installed installment installments instances instant
instantly instead institute institution instruction instructions instructor instrument insurance integrated
integration intelligence intelligent intend intention interact interacted interaction interested interesting interests
interior intern internal internet interns interpreter interrupt interval interview interviews into introduce
introduced introduction invade invalid invalidate invent invented invention inventory invest investigate investigation
investigator investing investment investor investors invitation invitations invite invited involve involved involves
iphone iron ironing is island islands issue issued issues issuing it italian italy item items its itself jacket
jailbreak jailbroken jam january japan japanese jar javascript jazz jealous jeans jet jewel jewellery jewelry job jobs
join joined joiners joining joint joints joke joker journal journalist journalists journey joy joyful json judge
judgement juice juicer juices juicy july jump jumper june jungle junior jury just justice justify kayak kayaks keen
keep keeps kept key keyboard keyboards keys kick kicked kicking kid kidney kids kill kilo kilometre kind kinda
kindergarten kindly kinds king kingdom kings kiosk kiss kitchen kits kitten kittens kitty klarna knee knees knew knife
knives knock knocked know known knows kudos lab label labels laboratory labour lack lacking lacks ladder ladies lady
lake lamp lamps land landed landing landlord landscape lane language languages lapsed laptop laptops large largely
larger largest laser last lasting lasts late lately later latest latin latter laugh launch launched laundrette laundry
law lawn laws lawyer lawyers layer lays lazy lead leader leaders leadership leading leaf leaflet league lean leap
learn learned learner learning least leather leave leaves leaving lecture left leftover leftovers leg legal legally
legend legs leisure lemon lend lender length lengthen lens lenses lent less lesson let lets letter lettuce level
levels liberal liberty librarian libraries library licence license lid lie lied lies life lifestyle lifetime lift
lifted light lighter lighting lightly lights like liked likely likes limbo limit limitation limitations limited limits
line lined linen lines link linked linkedin links linux lip lips lipstick liquid list listed listen listened listening
listing lists literally literature litre little live lively lives living load loaded loads loan loans lobby local
locals locate location locations lock locked locks locksmith logged logic logical login logins logistics logo logos
london lonely long longer longest look looked looking looks loose lord lose losing loss losses lost lot lots lottery
loud lounge love lovely lover lovers low lower lowest loyal loyalty luck lucky luggage lunch lunches lunchtime lung
luxury lyrics machine machines mad made magazine magazines magic magical mail mailbox mailed mailing main mainly
maintain maintained maintenance majority make makers makes makeup making male mall man manage managed management
manager managers manages managing mandatory manner manners manual manually manufacture manufacturer many map maps
marathon margin mark marked market marketing marketplace markets marks marriage married marry mask masked masks mass
massage massive master mastercard masters match mate material materials mates math maths matically matter matters
mattress mattresses mature maxed maximum may maybe mayor me meal meals mean meaning meaningful means meant meanwhile
measure measured measures meat mechanic mechanical mechanics media medical medicine medium meet meeting meetings
melody melon member members membership memories memory men mental mention mentioned menu menus merch merchandise
merchant merci merely merge merry mess message messages messy met metal metals method methods metre mice microwave
midday middle midnight might mild military milk mill millions mind mine mineral minerals minimal minister ministers
minor minority minus minute minutes miracle mirror mirrors miserable miss missed misses missing mission mistake
mistakes mister mix mixed mixture mobile mode model models modern modest modified modify moin moment moments mondays
money monitor monitors monkeys monster month monthly months mood moon more moreover morgen morning mornings mortgage
mosquito most mostly mother mothers motion motor motorbike motorcycle mount mountain mountains mouse mouth move moved
movement movements moves movie moving much mud muffin multiple muscle muscles museum museums mushroom music musical
musician musicians must mutual my myself mysterious mystery nail naked name named names narrate narrative narrow nasty
nation national nations native natural naturally nature naughty navy near nearby nearly neat necessary necessity neck
necklace necklaces need needed needle needless needs negative negotiate negotiation neighbor neighbors neighbour
neighbourhood neighbours neither nephew nerve nerves nervous nest net netflix nets network networks neutral never
nevermind new newbie newcomers newer newest newly news newsagent newsletter newspaper newspapers next nice nicely
niece night nights nine no nobody nodded noise noises noisy none nonprofits nonsense noodle noodles noon nope nor
normal normally norms north northern norway nose not note notebook notebooks noted notes nothing notice noticed
notices notification notifications notify novel november now nowadays nowhere nuclear nuke number numbers nurse
nursery nurses nuts object objects obligation observation observe obtain obvious obviously occasion occasional
occasionally occasions occupation occupied occur occurred ocean october odd odds of off offensive offer offered offers
office officer officers offices officially offline often oh oil oils ok okay okayed old older oldest olives omit on
onboard onboarded onboarding once one ones ongoing onion onions online only onto oops open opened opening openly
openrouter opens opera operate operates operating operation operations operator opinion opponent opportunities
opportunity opposed opposite optician option optional options or oral orange orchard orchestra order ordered ordering
ordinary organ organi organic organisation organisations organise organised organiser origin original originally
orphan osteopath other others otherwise ought our ours ourselves out outage outcome outcomes outdated outdoor outdoors
outer outfit outlet outlets outline output outside outstanding oven over overall overcome overdue overnight overridden
override overseas overtime overview owe owed owes owing own owned owner owners ownership oxygen pack packages packed
packet packing pad paddle paddles pads page pages paid pain painful paint painter painting paintings pair pairs palace
pale palm pan pancakes panel panic pans pants paper papers parade paragraph paraphrase parcel parcels parent paris
parking parks parliament parrot part partial participant participants participate particular particularly parties
partly partner partners partnership parts party pass passage passed passenger passengers passes passing passion
passive passphrase passport past pasta paste patch path patience pattern patterns pause paused pay paying paylink
payload paypal payroll pays peace peaceful peak peanut pears pedal peer pen penalty pencil pencils pending pensioner
pentest people peoples pepper per perceive percentages perception perfect perfectly perform performance performances
performed performing perfume perhaps period periods permanent permanently permit permits permitted perpetual
perpetually persist person persona personal personality personally personnel persons perspective persuade pet pets
pharmacist pharmacy phase phases phenomenon philosophy phone phoned phones phoning photo photograph photographer
photographs photos phrase phrases physical physically physics physiotherapist pianist piano pick picked picking picks
picnic picture pictures piece pieces pies pig pile pillow pillows pills pilot pilots ping pink pins pipe pirate pitch
pizza place placed places plain plan plane planned planner planning plans plant plants plastic plate plates platform
platforms platinum play played player players playing pleasant please pleased pleasure plenty plug plumber plumbers
plumbing plus pocket pockets podcast poem poems poet poetry poets point pointed pointless points poison poland pole
police policies policy polish polite politely political politician politicians politics poll pollution pool pools poor
popular popularity population popup portable porter portfolio portion portrait portuguese posh position positive
positively possess possibility possible possibly post postage postal postcard posted poster posters posting postpone
posts pot potato potatoes potential potentially potter pottery pound pour poverty powder power powerful practical
practically practice practices praise pray prayer preapprove preapproved precious precise precisely preconfirm
preconfirmed predict predicted prediction prefer preference preferred pregnant premium prep preparation prepare
prepared preparing preschool presence present presentation presentations presented presenter preserve president press
pressed presses pressing pressure presumably pretend pretty prevent preview previous previously price priced prices
pricing priest primarily primary prime prince princess principal principle principles print printed printer printers
printing prints prior priorities priority prison prisoner prisoners privacy private privilege privileges prize prizes
probably problem problems procedure proceed proceeds process processed processes produced producer producers produces
product production products profession professional professionals professor profile profiles profit profitable profits
program programme programmes progress prohibited project prolong promise promised promises promote prompt prompting
proof proofread proofs proper properly properties property proportion proposal proposals propose proposed prospect
protect protected protection protest proud proudly prove proved proves provide provided provider providers provides
providing province provision psychology public publicity publish publishable published publisher publishers publishing
pubs pudding pull pulled pulling pump pumpkin punch punctual punish punishment pupil pupils puppy purchased pure
purely purge purpose purposes purse pursue push pushed pushes put puts puzzle puzzles pyjamas python qualification
qualified qualify qualities quality quantities quantity quarter quarterly queen queried queries query question
questions queue queues quick quickest quickly quiet quietly quit quite quiz quota quote quoted quotes rabatt rabbit
rabbits race racing racism radical radio railway rain rainbow raise raised raises raising rake raked rally ramadan
random randomly rang range ranged ranges rank ranking rapid rapidly rapper rare rarely raspberry rate rated rates
rather ratified rating ratings ratio raw reach reached reaches reaction reactions reactivate read readable readers
readily reading reads ready real realise realised realistic reality really rear reason reasonable reasonably reasons
reattempt rebuild recall recap receipt receipts receive received receiver recent recently reception recipe recipes
recipient recipients recognise recognised recommend recommendation recommendations recommended record recorded
recording records recover recovered recovery recruit recruitment recycle recycling redact redacted redacting redaction
redeemable redeemed redeemers redeems redo reduce reduced reduces reducing reduction redundant reef refer referee
reference references referral referrals refers reflect reform refresh refrigerator refugee refusal refuse refused
regard regarding regards regional regions register registered registering registers regret regular regularly regulars
regulate regulation regulations regulator reimburse reimbursed reject rejected rejection relate related relations
relationship relationships relative relatively relatives relaunch relax relaxed relaxing release released releases
relevant reliable relief relieved religion religious rely remain remained remaining remains remarkable remember remind
reminded reminder reminders reminds remote removal removed rename renamed renew renovation rent rental rentals renting
reopen repair repaired repairs repay repeat repeated repeatedly rephrase replace replaced replacement replied replies
reply report reported reporter reporting reports represent representative representatives reputation request requested
requests require required rerun rescue research researcher researchers resellers resend reservation reservations
reserve reserved reset residence resident residents resign resist resolution resolve resolved resort resource
resources respect respected respective respond responded responds response responses responsibilities responsibility
responsible rest restaurant restaurants resting restless restore restrict restricted restriction restrictions result
results resume retail retailer retailers retain retire retired retirees retirement retreat retrieve retry return
returned returning returns reunion reveal revealed revenge revenues reverse review reviewed reviewer reviewers
reviewing reviews revised revision revive revoke revolution reward rewarded rewarding rewards rewrite rhyme rhymes
rhythm ribbon rice rich riddle riddles ride rides ridiculous riding right rights ring rings rises rising risk risks
risky rival rivals river rivers road roads roast roaster roastery robbed robbery robot robots rock rocket rocks role
roleplay roles rolled roller rolls romance romantic roof roofs room roommate root roots rope ropes rose roses rotten
rough roughly round routes routine row rows royal rub rubber rubbish rude rugby ruin ruined rule ruler rules rumour
run runner runners running runs rural rush rushed russian sack sacred sacrifice sad sadly safe safely safer safety
said sail sailing sake salad salads salaries salary salesman salmon salon salt salty salut same sample samples sand
sandal sandals sandwich sandwiches sans santa sat satellite satisfaction satisfied satisfy saturdays sauce saucer
sauces sausage sausages save saved saving savings saw say saying says scale scales scan scared scarf scarves scary
scenario scene scenes scent schedule scheduled schedules scheme scholar scholarship school schools science scientific
scientist scientists scissors scope scores scotland scout scrap screen screens screenshot script scripts scroll
sculpture seafood search searched searches searching season seasonal seasons seat seats second secondary seconds
secret secretary secrets section sections sector secure securely security see seed seek seeking seem seemed seems seen
select selected selection self sell seller sellers selling sells semester seminar senator send sending sends senior
sense sensible sensitive sent sentence sentences sentient separate separated separately sequence series serious
seriously servant serve served server serves service services serving servus session sessions set sets setting
settings settled settlement settlements setup seven seventh several severe sewing sexual shade shadow shake
shakespeare shall shallow shame shampoo shape shaped shapes share shared shares sharing sharp sharply shaved she sheep
sheet sheets shelf shell shelter shelves shift shifts shine shines shiny ship shipment shipped shipping ships shirt
shirts shock shocked shoe shoes shoot shoots shop shopkeeper shopkeepers shopped shopper shopping shops shore short
shorten shorter shortly shorts shots should shoulder shoulders shout shouted shouting show showed shower showing shown
shows shut shy sick sickness side sides sights sign signal signals signature signatures signed significance
significant significantly signing signs silence silent silently silk silly silver similar similarly simple simpler
simplest simplicity simply since sing singer singers single singular sink sister sisters sit site sites sits sitting
situated situation situations six sixteen sixth size sizes skateboard skateboards skating sketch skiing skill skilled
skills skin skins skip skipped skipping skips skirt skirts skis sky slave sleep sleeping sleeve sleeves slept slice
slices slide slides slight slightly slim slip slippers slogan slope slot slots slow slower slowly small smaller
smallest smart smarter smartphone smell smile smiled smiling smoke smoking smooth smoothly snack snacks snakes sneak
sneaker sneakers snow so soaked soap soccer social socially societies society sock socks sofa sofas soft softly
software soil solar sold soldier soldiers solely solid solution solutions solve solved solvent solving some somebody
somehow someone something sometime sometimes somewhat somewhere son song songs soon sorry sort sorted sorting sorts
soul souls sound sounded sounds soup soups source sources south southern souvenir souvenirs space spaces spain spanish
spare speak speaker speakers speaking speaks special specialist specialists specially species specific specification
specified specify spectacular speech speed speeds spell spelled spelling spend spending spends spent spices spicy
spider spiders spill spin spirit spirits spiritual spite splendid split splitting spoil spoke spokesman sponsor
sponsors spontaneous spoon sport sports spot spotify spots spray spread spreads spreadsheet spring squad square
squeeze stability stable stack stackable stadium staff staffs stage stages stairs stake stall stamp stamped stamps
stand standard standards standing stands star stared starred starring stars start started starter starting starts
startup startups starve state stated statement statements states stating station stationery stations statue status
stay stays steady steak steaks steal stealing steam steel steep steer steering step stepped steps steward stick
sticker sticking sticks sticky stiff still stimulate sting stir stock stocks stolen stomach stone stones stop stopped
stops storage store stores stories storm storms story stove straight straightforward strange strangely stranger
strangers strategic strategies strategy straw strawberries strawberry stream streams street streets strength strengths
stress stressed stressful stretch strictly strike strikes striking string strings strip stripe stripes stroller
strollers strong strongly structure structures struggle stuck student students studied studies studio studios studying
stuff stunning stupid style styles subject subjects submission submit submits submitted submitting subscribe
subscribed subscriber subscribers subsequent subsidiaries subsidiary substance substantial suburb succeed succeeding
success successes successfully such sudden suddenly sudo sudoku suffer suffered sufficient sugar suggest suggested
suggestion suggestions suit suitable suitcase suite suits sum summarise summarize summary summer summers sums sun
sunday sundays sunflower sunglasses sunlight sunny sunrise sunset sunshine super superadmin superb supermarket
supermarkets superuser supervise supervisor supper supplier suppliers supplies supply support supported supporter
supporters supporting suppose supposed suppress sure surely surface surgeon surgery surprise surprised surprises
surprising surprisingly surround surrounded survey surveys survival survive survived sushi suspect suspend suspended
suspicious swallow swamp swap sweater sweden swedish sweep sweet sweets swept swim swimmer swimming swimwear swing
swiss switch switched switches switzerland sword symbol symbols sympathy symptom symptoms system systemprompt t-shirts
table tables tablet tablets tackle tag tail tailor tailored tailors take taken taker takes taking talent talented talk
talked talking talks tall tank tanks tannery tape tapes tapped target targets task tasks taste tasty tata tattoo
taught tavern tax taxes taxi tea teach teacher teachers teaching team teammate teams teapot tear tears teas technical
technically technician technique techniques technology teenage teenager teenagers teeth telephone telescope television
tell tells temperature temple temporarily temporary tempted ten tenant tenants tend tennis tense tension tent term
terminate terms terrible terribly terrific territory terror test tested testing text texted texture than thank thanked
thankful thanks thanksgiving that the theatre their theirs them theme themes themselves then theory therapist therapy
there thereby therefore thermometer these they thick thief thieves thin thing things think thinking thinks third
thirsty thirty this thorough thoroughly those though thought thoughts thousand threat threaten threatened three
thrilled throat throne through throughout throw thrown thumb thunder thursdays thus ticket tickets tidy tie tied tier
ties tiger tight tightly tiktok tiles till timber time timely timer timers times timetable tin tiny tip tips tired
tissue title titles to toast toaster tobacco today toe together toilet toilets tokens told tolerance toll tomato
tomatoes tomorrow tone toner tongue tonight tons too took tool tools tooth top topic topics topping torch tore torn
toss total totaling totalling totally totals touch touched tough touring tourism tourist tourists toward towards towel
towels tower towers town towns toy toys trace track tracked tracking tracks tractor trade trader traders trading
tradition traditional traditionally traffic tragedy trailer train trainee trainer trainers training trains transferred
transform transformed transit translate translator transparent transport transportation trap trapped trash travel
travelled traveller travellers travelling travels treasure treasury treat treated treating treatment treatments tree
trees tremendous trend trends trial trials triangle tribe trick tricks tricky tried tries trigger triggered trim trip
trips trivia trolley tropical trouble troubled troubles trousers truck trucks true truly trumpet trunk trust trusted
truth truths try trying tube tubes tuesdays tuition tune tunnel turkey turkish turn turned turnout turns tutor
tutorial tutors tv tweet twelfth twelve twenty twice twin twins twist two type typed types typescript typical typing
typo tyre tyres ugly ultimate ultimately umbrella umbrellas unable unabridged unaware unbelievable unblock uncensor
uncensored uncertain uncle unclear uncleared uncomfortable uncompleted unconscious uncut undecided undefined under
underground underneath understand understanding understands understood underway underwear undo unemployed unemployment
unencrypted unending unexpected unexpectedly unexpired unfair unfiltered unfinished unfortunate unfortunately unhappy
unhidden unhide uniform uniforms union unions unique unit universal universe universities university unknown unless
unlike unlikely unlimited unlock unmask unmasking unnecessary unobfuscated unpleasant unpublish unreasonable unredact
unredacted unrestricted unsettled unsubscribe unsuccessful unsuccessfully unsupported unsure untidy until untruncated
unusable unused unusual unwilling up upcoming update updated upgrade upgraded upgrades upload uploaded uploads upon
upper uppercase upset upside upstairs urban urge urgent urgently us usage use used useful usefulness useless user
userguide username usernames users uses using usual usually vacancy vacant vacation vacations vague vaguely valid
validated validity valley valuable value valued values vampire vanilla vans variable variation varied variety various
vary vast vegetable vegetables vegetarian vehicle vehicles vendor venue venues verb verbally verification verified
verify verse version versions versus very vessel vet veteran vets via viable vibrant victim victims victory video
videos view viewed viewer viewers viewing views village villages villain vinegar vineyard vintage vinyl violence
violent violet violin virtual virtually virus viruses visa visible vision visit visited visiting visitor visitors
visits visual vital vitamin vitamins vivid vocabulary vocal vodka voice voices void volcano volume volumes volunteer
volunteers vote voted voter voters votes voting voyage vs vulnerable wage wages waist wait waited waiter waiters
waiting waitress waits waive waived wake wakes wales walk walked walker walking walks wall wallet wallets walls wander
want wanted wants war wardrobe warehouse warehouses warm warmer warmth warn warned warning warnings warranty warrior
wars was wash washed washing waste watch watches water waters wave waves way ways we weak weaker weakness wealth
wealthy weapon weapons wear wearing weather web webcam webshop website wed wedding weddings wednesdays week weekday
weekdays weekend weekends weekly weigh weighed weight weird welcome welcomed welfare well went were west western wet
whale whales what whatever wheat wheel wheelchair wheels when whenever where whereas wherever whether which whichever
while whiskey whisky whisper whistle white who whoever whole wholesale wholesaler wholesalers whom whose why wide
widely widen wider widow width wife wifi wild wildlife will willing willingly win wind window windows windy wine
winemaker winery wines wing wings winner winners winning winter winters wipe wire wired wireless wisdom wise wisely
wish wished wishes wishing witch with withdraw withdrawal withdrawals within without witness witnesses wives wizard
wolf woman women won wonder wondered wonderful wondering wood wooden woods wool word wording words work worked workers
working workout workouts workplace works workshop workshops workspace world worldwide worried worries worry worrying
worse worship worst worth worthwhile worthy would wounded wrap wrapped wrist write writer writers writes writing
written wrong wrongly wrote xlsx xmas yachts yard yards yeah year yearly years yellow yells yes yesterday yet yields
yoda yoga yoghurt yogurt you young younger youngest your yours yourself youth youthful youtube zebra zero zip zone
zones zoo`.split(/\s+/),
);
