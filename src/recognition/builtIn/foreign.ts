import type { Item } from './item.js';

/** Words and short phrases of other languages, as what rules read. Lower case, no accents; `_` is a blank. */
const GLOSSES: Record<string, string> = {
  de: `zeig=show zeige=show zeigen=show mir= uns= bitte=please gib=give liste=list auflisten=list alle=all die= der= das= den= dem= des= ein=a eine=a einen=a einem=a einer=a und=and oder=or dann=then auch=also mit=with von=of vom=of aus=from fur=for seit=since bis=until bis_zum=until bis_ende=until_end_of_month nach=after vor=before zwischen=between uber=over unter=under mehr_als=more_than weniger_als=less_than mindestens=at_least hochstens=at_most maximal=maximum
zahlung=payment zahlungen=payments zahlungseingange=payments transaktion=transaction transaktionen=transactions belastungen=charges umsatz=sales umsatze=sales verkaufe=sales kunde=customer kunden=customers kundin=customer neukunden=new_customers gutschein=voucher gutscheine=vouchers gutscheincode=code gutscheincodes=codes rabatt=discount rabatte=discounts rabattcode=discount_code rabattcodes=discount_codes aktionscode=promo_code kontostand=balance guthaben=balance saldo=balance protokoll=audit_log prufprotokoll=audit_log verlauf=audit_log
fehlgeschlagen=failed fehlgeschlagene=failed fehlgeschlagenen=failed gescheitert=failed gescheiterte=failed abgelehnt=declined abgelehnte=declined abgelehnten=declined erfolgreich=successful erfolgreiche=successful erfolgreichen=successful offene=pending offenen=pending ausstehend=pending ausstehende=pending ausstehenden=pending erstattet=refunded erstattete=refunded erstatteten=refunded erstattungen=refunds ruckerstattungen=refunds ruckerstattung=refund ruckbuchung=chargeback ruckbuchungen=chargebacks wie_viel_geld=how_much_money geld=money streitfalle=disputes angefochten=disputed angefochtene=disputed angefochtenen=disputed
gultig=valid gultige=valid gultigen=valid aktive=active aktiven=active abgelaufen=expired abgelaufene=expired abgelaufenen=expired noch=still heute=today gestern=yesterday morgen=tomorrow vorgestern=day_before_yesterday diese=this diese_woche=this_week dieser_woche=this_week diesen_monat=this_month dieses_monats=this_month diesem_monat=this_month dieses_jahr=this_year letzte_woche=last_week letzter_woche=last_week letzten_monat=last_month letzten_monats=last_month letztes_jahr=last_year vergangene_woche=last_week letzten=last letzte=last letzter=last letztes=last neueste=newest neuesten=newest neue=new neuen=new tage=days tagen=days tag=day woche=week wochen=weeks monat=month monate=months monaten=months jahr=year jahre=years ende_des_monats=end_of_month monatsende=end_of_month jahresende=end_of_year in=in im=in am=on
januar=january februar=february marz=march mai=mai juni=june juli=july oktober=october dezember=december montag=monday dienstag=tuesday mittwoch=wednesday donnerstag=thursday freitag=friday samstag=saturday sonntag=sunday zwei=2 drei=3 vier=4 funf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 zwanzig=20 prozent=percent
erstelle=create erstellen=create mach=make mache=make anlegen=create neuer=new einmalig=once dauerhaft=forever unbegrenzt=forever einlosbar=redeemable einlosungen=redemptions mal=times genannt=called namens=called lauft_ab=expires ablaufend=expires mindestbestellwert=minimum_purchase neukunde=new_customer erstbestellung=first_order erstkunden=new_customers
was_ist=what_is was_bedeutet=what_is was_heisst=what_is erklare=explain erklar=explain bedeutet=means was_darf_ich=what_may_i_do alles=all ich=i darf=may meine_rechte=my_rights welche_rechte=what_rights welche=which wie_viele=how_many wieviele=how_many wie_viel=how_much wer=who hat=did wer_hat=who_used hilfe=help was_kannst_du=what_can_you_do hallo=hello danke=thanks wir=we haben=have hier=here
storniere=cancel kundige=cancel kundigen=cancel losche=delete loschen=delete erstatte=refund uberweise=transfer rechnung=invoice rechnungen=invoices abo=subscription abos=subscriptions kartennummer=card_number kartennummern=card_numbers ohne_bestatigung=without_confirmation konto=account wetter=weather witz=joke`,
  fr: `montre=show montrez=show affiche=show affichez=show donne=give moi= liste=list lister=list tous=all toutes=all les= le= la= l= un=a une=a des= du=of de=of d=of au=to aux=to et=and ou=or puis=then avec=with pour=for depuis=since jusqu_a=until jusqu'a=until jusqu'au=until jusqu=until a= apres=after avant=before entre=between plus_de=more_than moins_de=less_than au_moins=at_least au_dessus_de=above superieurs_a=above svp=please s'il=please merci=thanks bonjour=hello salut=hello
paiement=payment paiements=payments transaction=transaction transactions=transactions encaissements=payments ventes=sales client=customer clients=customers nouveaux_clients=new_customers cliente=customer bon=voucher bons=vouchers coupon=coupon coupons=coupons reduction=discount reductions=discounts remise=discount remises=discounts code_promo=promo_code codes_promo=promo_codes solde=balance journal=audit_log journal_d'audit=audit_log
echoue=failed echoues=failed echouees=failed refuse=declined refuses=declined reussis=successful reussies=successful en_attente=pending rembourses=refunded remboursements=refunds remboursement=refund litige=dispute litiges=disputes contestes=disputed valides=valid valable=valid valables=valid actifs=active expires=expired expire=expired expirant=expires perimes=expired encore=still
aujourd'hui=today hier=yesterday d'hier=yesterday demain=tomorrow cette_semaine=this_week ce_mois=this_month ce_mois-ci=this_month cette_annee=this_year semaine_derniere=last_week mois_dernier=last_month annee_derniere=last_year derniers=last dernieres=last dernier=last derniere=last recents=recent nouveaux=new nouveau=new jours=days jour=day semaine=week semaines=weeks mois=months an=year ans=years fin_du_mois=end_of_month fin_de_l'annee=end_of_year fin_du=end_of dans=in en=in
janvier=january fevrier=february mars=march avril=april mai=mai juin=june juillet=july aout=august septembre=september octobre=october novembre=november decembre=december lundi=monday mardi=tuesday mercredi=wednesday jeudi=thursday vendredi=friday samedi=saturday dimanche=sunday deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 vingt=20 pourcent=percent pour_cent=percent
cree=create creez=create creer=create fais=make une_fois=once une_seule_fois=once toujours=forever utilisations=uses fois=times nomme=called appele=called premiere_commande=first_order commande_minimum=minimum_purchase
c'est_quoi=what_is qu'est-ce_que=what_is qu'est-ce_qu=what_is que_signifie=what_is que_veut_dire=what_is explique=explain combien_avons-nous=how_much_do_we_have combien_d'argent=how_much_money argent=money compte=account combien=how_many combien_de=how_many quels=which quelles=which qui=who a_utilise=used ai-je=do_i_have mes_droits=my_rights que_puis-je=what_may_i_do aide=help nous=we avons=have avons-nous=do_we_have y=
annule=cancel annuler=cancel supprime=delete supprimer=delete rembourse=refund rembourser=refund vire=transfer facture=invoice factures=invoices abonnement=subscription abonnements=subscriptions numero_de_carte=card_number numeros_de_carte=card_numbers sans_confirmation=without_confirmation meteo=weather blague=joke`,
  es: `muestra=show muestrame=show muestreme=show ensename=show dame=give_me lista=list listar=list ver=see todos=all todas=all los= las= el= la= un=a una=a unos= de=of del=of al=to y=and e=and o=or luego=then con=with para=for por=by desde=since hasta=until hasta_el=until despues_de=after antes_de=before entre=between mas_de=more_than menos_de=less_than superiores_a=above por_favor=please gracias=thanks hola=hello
pago=payment pagos=payments cobro=charge cobros=charges transaccion=transaction transacciones=transactions ventas=sales cliente=customer clientes=customers nuevos_clientes=new_customers clientes_nuevos=new_customers cupon=coupon cupones=coupons vale=voucher vales=vouchers descuento=discount descuentos=discounts codigo=code codigos=codes codigo_promocional=promo_code saldo=balance balance=balance registro=audit_log registro_de_auditoria=audit_log auditoria=audit
fallidos=failed fallido=failed rechazados=declined rechazado=declined exitosos=successful pendientes=pending pendiente=pending reembolsados=refunded reembolsos=refunds reembolso=refund disputas=disputes disputa=dispute disputados=disputed validos=valid valido=valid activos=active vigentes=valid caducados=expired vencidos=expired expirados=expired caduca=expires que_caduca=expires aun=still
hoy=today ayer=yesterday manana=tomorrow esta_semana=this_week este_mes=this_month este_ano=this_year semana_pasada=last_week la_semana_pasada=last_week mes_pasado=last_month el_mes_pasado=last_month ano_pasado=last_year ultimos=last ultimas=last ultimo=last ultima=last recientes=recent nuevos=new nuevo=new dias=days dia=day semana=week semanas=weeks mes=month meses=months ano=year anos=years fin_de_mes=end_of_month en=in
enero=january febrero=february marzo=march abril=april mayo=mai junio=june julio=july agosto=august septiembre=september octubre=october noviembre=november diciembre=december lunes=monday martes=tuesday miercoles=wednesday jueves=thursday viernes=friday sabado=saturday domingo=sunday dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 veinte=20 por_ciento=percent dolares=dollars
crea=create crear=create haz=make una_vez=once una_sola_vez=once siempre=forever para_siempre=forever usos=uses veces=times llamado=called primera_compra=first_purchase compra_minima=minimum_purchase
que_es=what_is que_significa=what_is explica=explain explicame=explain cuantos=how_many cuantas=how_many cuanto_dinero=how_much_money dinero=money cuenta=account cuanto=how_much que=what cuales=which quien=who mis_permisos=my_permissions que_puedo=what_may_i_do ayuda=help tenemos=we_have puedes=can_you
cancela=cancel cancelar=cancel elimina=delete eliminar=delete borra=delete borrar=delete reembolsa=refund reembolsar=refund devuelve=refund transfiere=transfer factura=invoice facturas=invoices suscripcion=subscription suscripciones=subscriptions numero_de_tarjeta=card_number numeros_de_tarjeta=card_numbers sin_confirmacion=without_confirmation tiempo=weather chiste=joke`,
  nl: `toon=show laat=show zien= geef=give me= mij= lijst=list alle=all de= het= een=a en=and of=or dan=then met=with van=of voor=for sinds=since tot=until tot_en_met=until na=after tussen=between boven=over onder=under meer_dan=more_than minder_dan=less_than minstens=at_least maximaal=maximum hoogstens=at_most alsjeblieft=please graag=please bedankt=thanks hallo=hello
betaling=payment betalingen=payments transactie=transaction transacties=transactions omzet=sales verkopen=sales klant=customer klanten=customers kortingscode=discount_code kortingscodes=discount_codes korting=discount kortingsbon=voucher bon=voucher bonnen=vouchers tegoedbon=voucher saldo=balance logboek=audit_log auditlog=audit_log
mislukt=failed mislukte=failed geweigerd=declined geweigerde=declined geslaagde=successful openstaande=pending terugbetaald=refunded terugbetaalde=refunded terugbetalingen=refunds terugbetaling=refund betwiste=disputed geschillen=disputes geschil=dispute geldig=valid geldige=valid actieve=active verlopen=expired nog=still
vandaag=today gisteren=yesterday morgen=tomorrow deze_week=this_week deze_maand=this_month dit_jaar=this_year vorige_week=last_week vorige_maand=last_month vorig_jaar=last_year afgelopen=past laatste=last nieuwste=newest nieuwe=new dagen=days dag=day week=week weken=weeks maand=month maanden=months jaar=year eind_van_de_maand=end_of_month einde_van_de_maand=end_of_month
januari=january februari=february maart=march mei=mai juni=june juli=july augustus=august oktober=october maandag=monday dinsdag=tuesday woensdag=wednesday donderdag=thursday vrijdag=friday zaterdag=saturday zondag=sunday twee=2 drie=3 vier=4 vijf=5 zes=6 zeven=7 acht=8 negen=9 tien=10 twintig=20 procent=percent
maak=make aanmaken=create eenmalig=once altijd=forever keer=times te_gebruiken=use gebruiken=use genaamd=called eerste_bestelling=first_order minimale_besteding=minimum_purchase
wat_is=what_is wat_betekent=what_is leg_uit=explain hoeveel=how_many welke=which wie=who wat_mag_ik=what_may_i_do mijn_rechten=my_rights hulp=help hebben=have we=we wij=we
annuleer=cancel verwijder=delete betaal_terug=refund maak_over=transfer factuur=invoice facturen=invoices abonnement=subscription abonnementen=subscriptions kaartnummer=card_number kaartnummers=card_numbers zonder_bevestiging=without_confirmation weer=weather grap=joke`,
  pt: `mostra=show mostre=show mostrar=show me= lista=list liste=list todos=all todas=all os= as= o= a= um=a uma=a de=of do=of da=of dos=of das=of e=and ou=or depois=then com=with para=for pra=for desde=since ate=until apos=after antes_de=before entre=between mais_de=more_than menos_de=less_than acima_de=above abaixo_de=below por_favor=please obrigado=thanks ola=hello
pagamento=payment pagamentos=payments cobranca=charge cobrancas=charges transacao=transaction transacoes=transactions vendas=sales cliente=customer clientes=customers novos_clientes=new_customers clientes_novos=new_customers cupom=coupon cupons=coupons cupao=coupon cupoes=coupons vale=voucher desconto=discount descontos=discounts codigo=code codigos=codes saldo=balance auditoria=audit registro=audit_log
falhados=failed falharam=failed falhas=failed recusados=declined pendentes=pending pendente=pending bem-sucedidos=successful reembolsados=refunded reembolsos=refunds reembolso=refund disputas=disputes contestados=disputed validos=valid ativos=active expirados=expired vencidos=expired ainda=still
hoje=today ontem=yesterday amanha=tomorrow esta_semana=this_week este_mes=this_month este_ano=this_year semana_passada=last_week mes_passado=last_month ano_passado=last_year ultimos=last ultimas=last ultimo=last ultima=last novos=new novo=new dias=days dia=day semana=week semanas=weeks mes=month meses=months ano=year anos=years fim_do_mes=end_of_month em=in
janeiro=january fevereiro=february marco=march abril=april maio=mai junho=june julho=july agosto=august setembro=september outubro=october novembro=november dezembro=december dois=2 duas=2 tres=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 vinte=20 por_cento=percent
crie=create cria=create criar=create faca=make uma_vez=once sempre=forever usos=uses vezes=times chamado=called primeira_compra=first_purchase compra_minima=minimum_purchase
o_que_e=what_is o_que_significa=what_is explique=explain quantos=how_many quantas=how_many quanto=how_much quais=which quem=who minhas_permissoes=my_permissions o_que_posso=what_may_i_do ajuda=help temos=we_have pode=can_you
cancele=cancel cancelar=cancel apague=delete exclua=delete reembolse=refund transfira=transfer fatura=invoice faturas=invoices assinatura=subscription assinaturas=subscriptions numero_do_cartao=card_number sem_confirmacao=without_confirmation tempo=weather piada=joke`,
  it: `mostra=show mostrami=show dammi=give_me elenca=list lista=list tutti=all tutte=all i= gli= le= il= lo= la= un=a una=a di=of del=of della=of dei=of e=and o=or poi=then con=with per=for da=since dal=since fino_a=until fino_al=until dopo=after prima_di=before tra=between piu_di=more_than meno_di=less_than sopra=over oltre=over sotto=under per_favore=please grazie=thanks ciao=hello
pagamento=payment pagamenti=payments addebiti=charges transazione=transaction transazioni=transactions vendite=sales cliente=customer clienti=customers nuovi_clienti=new_customers buono=voucher buoni=vouchers sconto=discount sconti=discounts codice=code codici=codes codice_sconto=discount_code saldo=balance registro=audit_log
falliti=failed fallito=failed rifiutati=declined riusciti=successful in_sospeso=pending rimborsati=refunded rimborsi=refunds rimborso=refund contestati=disputed contestazioni=disputes validi=valid attivi=active scaduti=expired ancora=still
oggi=today ieri=yesterday domani=tomorrow questa_settimana=this_week questo_mese=this_month quest'anno=this_year settimana_scorsa=last_week mese_scorso=last_month anno_scorso=last_year ultimi=last ultime=last ultimo=last nuovi=new nuovo=new giorni=days giorno=day settimana=week settimane=weeks mese=month mesi=months anno=year fine_mese=end_of_month fine_del_mese=end_of_month
gennaio=january febbraio=february marzo=march aprile=april maggio=mai giugno=june luglio=july agosto=august settembre=september ottobre=october novembre=november dicembre=december due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 venti=20 per_cento=percent
crea=create creare=create fai=make una_volta=once sempre=forever usi=uses volte=times chiamato=called primo_ordine=first_order ordine_minimo=minimum_purchase
cos'e=what_is che_cos'e=what_is cosa_significa=what_is spiega=explain quanti=how_many quante=how_many quanto=how_much quali=which chi=who i_miei_permessi=my_permissions cosa_posso=what_may_i_do aiuto=help abbiamo=we_have puoi=can_you
annulla=cancel cancella=delete elimina=delete rimborsa=refund trasferisci=transfer fattura=invoice fatture=invoices abbonamento=subscription abbonamenti=subscriptions numero_di_carta=card_number senza_conferma=without_confirmation meteo=weather barzelletta=joke`,
};

type Glossary = ReadonlyMap<string, readonly string[]>;

const LANGUAGES: readonly Glossary[] = Object.values(GLOSSES).map(
  (text) =>
    new Map(
      text.split(/\s+/).map((pair): [string, string[]] => [
        pair.slice(0, pair.indexOf('=')).replaceAll('_', ' '),
        pair
          .slice(pair.indexOf('=') + 1)
          .split('_')
          .filter(Boolean),
      ]),
    ),
);

const LONGEST_PHRASE = 4;

/** Puts a sentence of another language into the words that rules read, if most of it is of one that we know a little. */
export function gloss(items: readonly Item[], isEnglish: (word: string) => boolean): Item[] {
  const plain = items.filter((item) => /^\p{L}{2,}/u.test(item.word));
  const foreign = plain.filter((item) => !isEnglish(item.word));
  const shares = LANGUAGES.map((glossary) => ({
    glossary,
    known: plain.filter((item) => knows(glossary, item.word)).length,
    strange: foreign.filter((item) => knows(glossary, item.word)).length,
  }));
  const best = shares.reduce((a, b) =>
    b.strange > a.strange || (b.strange === a.strange && b.known > a.known) ? b : a,
  );
  return best.strange > 0 && best.known * 2 >= plain.length ? translated(items, best.glossary) : [...items];
}

/** "d'hier": an article that has grown onto its word. */
const stem = (word: string): string => word.replace(/^(?:d|l|dell|all|un)'/, '');
const knows = (glossary: Glossary, word: string): boolean => glossary.has(word) || glossary.has(stem(word));

function translated(items: readonly Item[], glossary: Glossary): Item[] {
  const out: Item[] = [];
  for (let at = 0; at < items.length; ) {
    const { length, into } = phraseAt(items, at, glossary);
    const item = items[at];
    if (!item) break;
    if (into)
      out.push(...into.map((word, n) => ({ ...item, word, raw: n === 0 ? word : word, glued: false })));
    else out.push(item);
    at += length;
  }
  return out;
}

function phraseAt(
  items: readonly Item[],
  at: number,
  glossary: Glossary,
): { length: number; into: readonly string[] | undefined } {
  for (let length = LONGEST_PHRASE; length > 0; length--) {
    const phrase = items
      .slice(at, at + length)
      .map((item) => item.word)
      .join(' ');
    const into = glossary.get(phrase) ?? (length === 1 ? glossary.get(stem(phrase)) : undefined);
    if (into && at + length <= items.length) return { length, into };
  }
  return { length: 1, into: undefined };
}
