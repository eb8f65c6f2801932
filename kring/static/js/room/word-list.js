// The 2,048 plain words of a room, in this order for ever: the place of a word is its number.

export const WORDS = `
aaien aalbes aanbod aandacht aangeven aankomen aankomst aanleg aanloop aanraken aanrecht aantal aardbei aardbol aarde
aardig abrikoos acacia accent achtbaan achterom achtste acrobaat acteur adelaar adempje adres advies afdrogen afhalen
afkoelen aflopen afmaken afrit afronden afspraak afstand afstapje afwas afwegen afzender afzetten agenda akker akkoord
alarm albatros alfabet algemeen allemaal alpaca alpen alsnog altijd altviool alweer amandel ananas anders andijvie
anjer ansicht antenne antiek apart appel applaus april aquarel aquarium arend armband aroma artikel artisjok asfalt
asperge aster atelier atlas atleet atletiek augurk augustus aula autobus automaat autootje autowiel avocado avonduur
avondzon azalea azijn baai baars babbel babysok badeend badkuip badmat badmuts bagage bakfiets bakken bakkerij
bakplaat baksel baksteen bakvorm balans balkje balkon ballet balsem balspel bamboe banaan bananen bandana banjo bank
baret barkruk basis batterij bedanken bedekken bedlamp beekdal beekje beeldig beeldje beestje beginnen begonia behang
beitel beker bekijken beknopt beleefd beleving bellen belonen beltoon bemesten benieuwd benutten bereiden bergbeek
bergdorp berghut berging bergmeer bergpas bergtop bericht berk beroep beschuit beslist bespelen beste betalen beton
bevroren bewegen beweging bewolkt bewoner bewoond bezem bezig bezoek bezorgen biefstuk bieslook biet bijbaan bijeen
bijenwas bijlage bijleren bijna bijtje biljart biljet binding binnen biologie bioscoop biscuit bizar bizon blaadje
bladeren bladgoud bladsla blaffen blauw blazen blender bliep blij blikje bloei bloembed bloembol bloemen bloemist
bloempje bloempot bloesem blokhut blokken blouse blozend bochtig boeg boeiend boeket boekweit boenen boerin boetiek
bolhoed bolletje bolster bolus bongo boomhut boomstam boomtop boor bootje bootreis border bordspel borduren borrelen
borstel bosbes bosje boskat boslucht bospad bosrand bosuil bosviool botanie boter botsauto botsen bouillon bouwdoos
bouwen bouwplan bovenin bovenop bowlen braadpan branding bravo breeduit breien breiwerk brengen bretels breuk briefje
bries bril broccoli broche broeikas broek brommen bron broodje brug bruiloft bruinen buffel bufferen buidel buigzaam
buis buitelen buiten bungalow bureau bushalte buskaart buurkind buurman buurt cabaret cacao cactus cadeau cakevorm
camelia camera camper camping caravan carport cashew ceder chatten cheeta chocola chocomel cijfer cilinder circus
cirkel citroen clip clown clubhuis coach cocon code collega comfort compact compleet compost computer concert confetti
contact couplet couscous cracker creatief cupcake cursus daarna daarom dadel dagboek dagdroom dageraad dagje daglicht
dagtaak dagtocht dahlia dakduif dakgoot daklijst dakpan dakraam dalen damhert dammen damspel dankzij dansant dansen
dansles danszaal dapper dartbord darten das datum dauw daveren debat december decor deeltje deinen dekbed deken deksel
delta den derde dertien dertig dessert deuntje deurbel deuren deurknop deurmat deurpost diagram dialoog diamant
dichtbij dichten dictee dienblad dienst diepen diepte dierbaar digibord dijkje dille diner dinsdag diploma dirigent
dobberen docent doelman doelpunt doeltrap dolblij dolfijn dolgraag domino donut dooi doolhof doorgaan doorgang
doorkijk doorloop doorzien doosje dorp dorst douche dozijn draad draagtas draaien dragen drempel dreumes driehoek
drieling drijven drinken droger dromen dromerig droogrek druif drukknop drukte drumband drumstel drumstok druppel
dubbel duet duikboot duikbril duikelen duikpak duimen duimstok duinroos duizend duo dutten dweil dynamo echo echtpaar
eekhoorn eend eenmaal eenmalig eenvoud eerder eerlijk eerste eetbaar eetcafe eethuis eetkamer eetlepel eetstok
eettafel eeuw egel eigen eikels eilandje einder eindje eiwit ekster elastiek elders elegant elf elleboog emmer
energiek enkel entree envelop erfgoed ervaren ervaring erwten erwtjes esdoorn espresso etalage etensbak etiket etsen
even examen fabel fabriek fakkel familie fantasie fazant februari feest ferm festival fietsbel fietsen fietspad
fietsrek figuur fijn filmen filmster filmzaal filosoof filteren finish flamingo flat fles fleurig flink flits flora
fluiten fluitist fluitje fluitles fluweel fluwelen folder folie folklore fonkelen fontein foppen forel fornuis foto
framboos fresia fret frietje frisbee fruithap fruitig fuik fuut gaaf gaasje gala galerie garage garen garneren
gastvrij gazelle gazon gebaar gebakje gebergte gebied geblaf gebloemd gebouw gedachte gedicht gedrag gedrukt geduld
geeuwen gefluit gehaakt geheugen geiser geitje gekko gekleurd geknipt gekruid geleerde geliefd gelijk geloven geluid
geluk gemak gemengd genieten genoeg geranium gerbera gerinkel geritsel gerst geruit geschenk geschikt geslepen gesp
getal geur gewei gewoon gezegde gezellig gezin gids gieten giraffe gisteren gitaar gitarist gladiool glans glanzen
glasbak glazuur gletsjer glijbaan glijden glimlach glimmen glimworm glitter globe gloed gloeien glooiend glorie
goedkoop golfbal golfslag golvend gondel gong gonzen gordijn goudgeel goudsmid goudvis graan gram graniet granola
grapje grappig graskaas grasmat grasveld gratis graveren grazen greppel grijs grillen grindpad groente groep groeten
grootte grot grutto gul gunst gymles gymmen gymtas gymzaal haag haakje haakwerk haarband haarfijn haarlak haasten
hagedis hagel halfuur halfvol halsband halte halveren hamster handbal handdoek handig handkar handpalm handveeg
handwerk harken harlekin harmonie harp hartje haver havik hazelaar hei helder helft helm helpen hemd hendel hengelen
herfst herhalen hert hesje heuptas heuvel hikken hinkelen hitte hobbel hobby hobo hockey hoed hoefsmid hoekbank hoekig
hoekje hoepel hommel honderd honing honkbal hoogte hooiberg hooimijt hoopvol hoorbaar hoorn horen horizon horloge
hotel houtblok houten houtlijm houtvuur hovenier huisdier huisje huisraad huiswerk hulpje hulst humor huppelen hutspot
iglo ijsbaan ijsbeer ijsberen ijsberg ijsje ijskar ijskast ijslolly ijspegel ijssalon ijsthee ijzel ijzeren imker
indigo ingang inktpot inktvis inktvlek inloop inpakken insect internet iris jaar jampot januari jasje jasmijn jaszak
jeugd jojo jongen jongleur jubileum judo juichen juist juli jungle jupiter jurk juweel juwelier kaartje kaasboer
kaascake kaasrasp kabbelen kabouter kachel kade kajak kakelen kalender kalfje kalkoen kalmeren kameel kameleon kamer
kamperen kampioen kampvuur kanaal kanarie kano kansrijk kantine kantoor kapitein kapsel kapstok karaf karakter karamel
karper karton kassa kassier kastanje kastdeur kasteel katoen kauwgom keeper kennel kermis kerrie ketchup ketel
keukenla keukens keurig keuze kever keyboard kiekje kievit kiezels kiezen kijkdoos kijken kikker kilo kimono kinderen
kiosk kipfilet kippenei kitten kiwi kladblok klaproos klarinet klateren klaver kleden kleding kleedje klei kletsen
kleur klif klimaat klimboom klimop klimrek klimtouw klimwand klinken klokhuis klokje klomp klontje kloppen klos klusje
klussen knabbel knapper knie knijper knikken knikkers knipogen knipoog knippen knoflook knol knoop knopen knuffel knus
knutsel koala koekblik koekoek koektrom koelkast koelte koerier koers koetsier koffer koffie koken kokos kolibri
komeet kompas konijn kookboek kookpan koolblad koolmees koolraap koolzaad koopje koper koplamp koraal korenaar korfbal
korrelig korting kostbaar kraai krab krachtig kralen krans krassen krater kreeft krekel kriebel krijgen krijtje kring
kristal kroket krokus kromming kroon kruid kruimel kruising krukje krul kubiek kubus kuiken kuil kust kwaken kwartel
kwartier kwartjes kwastje kwekerij kwekken kwiek laan laarsje laatje lachen ladder ladekast lagune laken lama lampje
landen landhuis landweg langlauf langzaam lantaarn laptop lariks lasagne lavendel lawaai ledikant leerling leerzaam
leesboek leesbril leesclub leeslamp legende leggen lekker lelie lenen lengte lentebui lepelaar lepeltje leraar lessen
letter leuk levend lezer libel lichtjes liedje lief liften ligging ligstoel lijmen lijmpot lijst limonade linde
liniaal linker linksaf lintje linzen liter loempia logeren lokaal lolly loof lopen losmaken luchtbal luchtbed luchtig
luid luipaard lukken lunchbox lunchen lupine luxe maaltijd maand maanvis maart macaroni machine magisch magneet
magneten magnolia mailen maillot maisveld makreel mammoet mandje mango manier mannetje mantel map marathon margriet
markeren markies marktdag markthal marmer marmot masker mast matras meedoen meekomen meelopen meenemen meerkoet
meestal meetlint meidoorn meikever meisje melkboer melken melkfles melkglas melkpak melktand melkweg melkwit melodie
memory mensen menu merel metaal meteen meter metselen meubel miauwen middag midden mijlpaal mijmeren mikado mild
miljard miljoen minuut mixer modder modeshow moedig moeras moestuin mogelijk mok molen molshoop moment mond monteur
mopje morsen mosgroen mossel mosterd motorkap motregen muesli muffin multomap muntje museum muur muziek muzikaal
muzikant naaidoos naaimand naaldbos naam nachtuil nadenken nadoen nakijken nalezen narcis nasi naspelen natuur nectar
negentig nergens nestje nestkast netjes netwerk neus nietje nieuw noedels nooit noorden normaal noten noteren notitie
nougat november nummer oceaan oceanen ochtend octopus oefenen oefening oerwoud oeverpad oktober oliebol oliekan
olielamp olifant olijf omelet omgeving omhelzen omhoog omkijken omringen omslag omweg onlangs ontbijt ontmoet ontwerp
oogkleur oogst ooievaar oorbel oorring oosten opbellen opbouwen opdracht opeens openbaar openen opening ophalen
ophangen ophijsen opmeten oprit opruimen opsommen opstap opsteken opstel optocht optreden opwarmen opzoeken oranje
orchidee ordenen orka orkest otter ovaal ovenvast ovenwant overal overbuur overdag overeind overhemd overkant overstap
paadje paard pakje pakket paleis palet paling palmboom panda panty papaver papegaai papier paprika parade paradijs
paraplu parasol parel parfum parkiet pasfoto passer pasta pastel patat pauze peddelen pelikaan penseel peper perensap
perfect periode perron persen persoon perzik pet pianist piano picknick piekeren pier pijlers pijnboom pilaar piloot
pinguin pioen piraat piramide pistache pita pittig pizza plaats placemat plafond plakband plakboek plakken planeet
plank plannen planning plantje plastic plataan plein plek plensbui plezier ploeg ploffen plons plonzen plooien pluim
pluisje pluizen pluizig plus podium poester poetsen pollepel pomp poncho ponyclub poolkap poolreis poolster poolvos
poort popcorn populair populier portaal portier postbode postduif potgrond potlood praatje praktijk praten prei
pretpark prijsje prijzen prikbord prima printen proberen proeven pudding punten puntmuts puppy puree pureren puzzel
pyjama quiz raadsel rabarber racket radiator radijs radio rammelen rapen rasp ratelen ravioli recept recht record
recyclen redden regelen regenbui regenjas regenpak regenton regio reiger reiken reisgids reislust reistas reiziger
rekenen rekenles rekstok rem renbaan rendier rennen ribbels richting ridder rietdak rijden rijm rijweg rimpel ringband
ringmap ritme rits rivier robijn robot roeiboot roeien roeiriem roer rogge rollen rolluik rolmaat rolstoel roltrap
roman romig rondgang rondje rondweg rood roomijs rooster rotonde rotsvast route roze rozijnen rubber rugby rugslag
rugtas rugzak ruilen ruimte ruiter rups rustdag rusten rustig safari saffier saffraan salie salto samba samen sandaal
sandalen sandwich sappig sardine satijn saturnus saus saxofoon schaaf schaapje schaats schaduw schakel schapen schat
schelp schemer schenken scherm schetsen schijf schijnen schik schilder schildje schillen schitter schmink schoen
schoffel schommel school schort schotel schouder schrift schroef schudden schuif schuiven schuren schuur scooter
seconde seizoen selderij sereen seringen serveren servet servies shampoo shirt sieraad sierlijk signeren singel siroop
sjaaltje sjoelbak sjoelen sjouwen skeeler skelter sketch skihut slaap slagroom slalom slapen slasaus slee sleutel
slijpen slim slinger slipper sloep sluis smaak smaragd smeren smoothie smullen snack snavel sneaker sneeuw snelbus
snelheid snelweg snijbiet snoeien snoeimes snoek snoepje snorhaar snorkel soepbord soepkip soepkom soesje sofa som
sorbet sorteren spaarpot spar spatbord spatel spatten speels speeltje spellen spiegel spijkers spinazie splinter
splitsen spoel spons spoor sportdag sporten sporthal sportief spreeuw sprekend spreuk sprookje spruiten staart
stadhuis stadion stadje stadsbus stal stamboom stamppot stapel stappen steeds steentje steenuil steiger stekelig
stekker stelten stempel stengel steppe sterk sterren steun stevig sticker stier stift stijgen stilte stip stoeltje
stofdoek stoffer stoofpot stoven straal straks stralen strand streep strepen strijken strik stromen strooien stroom
struiken struikje student studie stuk sturen stuur sudoku suiker suizen surfen sushi taal tachtig tafel talent talrijk
tandem tandwiel tangram tanken tapijt tarwe tasten taxi team tegeltje tekenaar tekening telefoon telkens temmen tempo
tennis tentdoek terras terug tevreden theater theeblad theedoek theedoos theemuts theepot thuis ticket tiende tijdlijn
tijdperk tillen timmeren tint tissue tjilpen toch toegang toekan toekomst toendra toernooi toeter toetje toets toffee
tokkelen tolk tomaat tompouce toneel tonen tooien toonbank torentje tosti touw toveren tractor trainen trapauto
trapper trechter trein trekker triangel tribune trio triplex trombone trommel trompet troosten trots truffel trui
tuinboon tuinhek tuinhuis tuinkers tuinman tuinpad tulp tunnel turnen tussen twaalf tweede tweeling tweetal twijg
typen uilenbal uitdelen uitgang uitkijk uitleg uitlenen uitstap uitzicht ukelele uurwerk vaas vaatdoek vacht vakantie
vakjes vakwerk valk vallei vallend vandaag vangnet vanille veenmos veerboot veerman veerpont veertien veertig veertje
veilig veldmuis velg vensters veranda verderop verenbed verfpot verhaal verkeer verkopen vers vertalen verven verzoek
vetplant veulen vierde vieren vierkant vijfde vijftien vijftig vijg vijver villa vinden vingers vink violist viool
visboer vislijn vissen vissoep vitamine vlaggen vlam vlechten vlechtje vleugels vleugje vlieg vlierbes vlinder vloer
vlok vloot vlug voedsel voelen voertuig voetbal voetpad voetstap voetzool vogeltje volgen volgorde volop voluit
vooraan voordeel voordeur voordoen voorjaar voorraad voortuin vooruit vork vos vouwblad vraag vrede vreugde vriend
vriesvak vriezer vrij vroeg vrolijk vrucht vulkaan vulling vulpen waaier waakhond wachten waggelen walnoot walrus
walsen walsje walvis wandklok wapperen warme warmpjes wasbeer washand waslap waslijn wastafel waterijs waterkan
waterpas waterput watertje waterval watje watten waxine website weekdag weekend wegrand weide weiland wekkers welkom
wereld werf werken werktuig wervel westen westkust wezel wiegen wiel wigwam wijk wijzer wikkelen windhond windstil
winkel winter wippen wissel woensdag woestijn wolkje woonboot woonwijk woord wortelen wortels woud wrap wuiven yoga
yoghurt zaad zaagsel zaaigoed zachtjes zadeltas zakdoek zaklamp zalm zandbak zandpad zanger zangles zaterdag zebra
zeearend zeebad zeebries zeef zeegras zeehaven zeehond zeekaart zeelucht zeeman zeemeeuw zeepaard zeepbel zeepsop
zeeschip zeester zeewater zeewier zeilboot zeilen zeldzaam zeppelin zesde zestien zestig zetje zetten zevende zeventig
zigzag zijde zilveren zilverui zingen zitbank zitkamer zoeken zoemer zojuist zomerbed zomerdag zomerjas zomerzon
zometeen zondag zonlicht zonnebad zonnen zonnetje zonnig zorgen zorgzaam zout zuchten zuiden zuidpool zuiver zuurkool
zuurstok zuurtje zwaaien zwaan zwaluw zwembad zwemles zwemmen zwemvest zweten zwieren
`
  .trim()
  .split(/\s+/);
