/** What columns are called in sheets: the titles that are common beside those of the fields themselves. */

import { rowColumns, type Message } from './message';
import type { Field } from './field';
import { plain } from '../names';

/**
 * The field, or the first of these that a message has, where needed `of` a message; titles in English
 * and in Tradecloud's SDK, in Dutch, in German, in French. A title in two rows that a message has can be
 * either. Remarks are not among them: they may not be meant for the other company.
 */
const commonTitles = `
purchaseOrderNumber | PO, PO Number, PO No, Order Number, Order No, Purchase Order, Purchase Order No | Bestelnummer, Bestelnr, Ordernummer, Ordernr, Inkooporder, Inkoopordernummer, Inkoopordernr | Bestellnummer, Bestellnr, Bestell-Nr, Bestellung, Auftragsnummer | Numéro de commande, No de commande, N° commande, Commande, Bon de commande
salesOrderNumber | Sales Order, Sales Order No | Verkooporder, Verkoopordernummer | Auftragsnummer, Kundenauftrag, Auftragsbestätigungsnummer | Numéro de commande client
position purchaseOrderLinePosition | Pos, Item, Line, Line No, Line Number, Line Position, PO Line, purchaseOrderLinePosition | Positie, Positienummer, Regel, Regelnummer, Regelnr, Orderregel, Bestelregel | Positionsnummer, Positionsnr, Pos-Nr, Zeile, Bestellposition | Ligne, Numéro de ligne, N° ligne, Poste
purchaseOrderLinePosition of despatch advice | Pos, Line, Line No, Line Number | Positie, Regel, Regelnummer | Positionsnummer, Zeile | Ligne, Numéro de ligne, Poste
supplierAccountNumber | Supplier, Supplier Number, Supplier No, Supplier Account, Vendor, Vendor Number, Vendor No | Leverancier, Leveranciersnummer, Leveranciernummer, Leveranciersnr, Crediteur, Crediteurnummer | Lieferant, Lieferantennummer, Lieferantennr, Lieferanten-Nr, Kreditor, Kreditorennummer | Fournisseur, Numéro de fournisseur, N° fournisseur, Code fournisseur
buyerAccountNumber | Buyer Account, Customer, Customer Number, Customer No | Klant, Klantnummer, Klantnr, Debiteur, Debiteurnummer | Kunde, Kundennummer, Kundennr, Debitor, Debitorennummer | Client, Numéro de client, N° client, Code client
itemNumber buyerItemNumber | Item, Item No, Item Code, Article, Article Number, Article No, Part Number, Part No, Material, Material Number | Artikel, Artikelnummer, Artikelnr, Artikelcode, Onderdeelnummer, Materiaalnummer | Artikel-Nr, Sachnummer, Teilenummer, Materialnummer, Materialnr | Référence, Référence article, Numéro d'article, Code article
supplierItemNumber | Supplier Item No, Supplier Part Number, Vendor Part Number | Artikelnummer leverancier, Leverancier artikelnummer, Leveranciersartikelnummer | Lieferantenartikelnummer, Lieferanten-Artikelnummer | Référence fournisseur
supplierItemNumber of despatch advice | Item No, Article Number, Part Number | Artikelnummer, Artikelnr | Artikel-Nr | Référence, Référence article
itemName buyerItemName | Article Name, Part Name, Material Description, Name | Artikelnaam, Artikelomschrijving, Omschrijving, Benaming, Naam | Artikelname, Artikelbezeichnung, Bezeichnung, Materialkurztext, Kurztext | Désignation, Libellé, Désignation article, Nom
quantity despatchQuantity | Qty, Ordered Quantity, Order Quantity | Aantal, Hoeveelheid, Besteld aantal, Bestelde hoeveelheid | Menge, Anzahl, Stückzahl, Bestellmenge | Quantité, Qté, Quantité commandée
quantity of order | requestedQuantity, Requested Qty | Gevraagd aantal, Gewenst aantal | Gewünschte Menge | Quantité demandée
quantity of order response | confirmedQuantity, Confirmed Qty | Bevestigd aantal, Bevestigde hoeveelheid | Bestätigte Menge | Quantité confirmée
despatchQuantity | Shipped Quantity, Delivered Quantity, Quantity | Verzonden aantal, Geleverd aantal | Liefermenge, Gelieferte Menge, Versandmenge | Quantité livrée, Quantité expédiée
receivedQuantity quantity | Quantity Received, Qty Received, Received Quantity | Ontvangen aantal, Ontvangen hoeveelheid | Wareneingangsmenge, Gelieferte Menge | Quantité reçue
purchaseUnitOfMeasureIso | Unit, Unit of Measure, UOM, Order Unit | Eenheid, Besteleenheid, Inkoopeenheid | Einheit, Mengeneinheit, Bestelleinheit, Bestellmengeneinheit, ME | Unité, Unité d'achat, Unité de commande
date | Due Date, Date of Delivery | Leverdatum, Afleverdatum, Levertermijn | Liefertermin, Lieferdatum, Termin | Date de livraison, Date livraison, Échéance
date of order | requestedDate, Requested Delivery Date | Gewenste leverdatum, Gevraagde leverdatum | Wunschtermin, Wunschliefertermin, Gewünschter Liefertermin | Date de livraison souhaitée, Date demandée
date of order response | confirmedDate, Confirmed Delivery Date, Promised Date | Bevestigde leverdatum, Bevestigde datum | Bestätigter Termin, Bestätigter Liefertermin, Bestätigtes Lieferdatum | Date confirmée, Date de livraison confirmée
receivedDate date | Date Received, Receipt Date, Received Date | Ontvangstdatum | Eingangsdatum, Wareneingangsdatum | Date de réception
deliveryPosition | Delivery No, Schedule Line, deliveryLinePosition | Deelleveringsnummer, Leverpositie | Einteilung, Einteilungsnummer | Échéance n°
price | Unit Price, Net Unit Price, netPriceValue | Prijs, Nettoprijs, Netto prijs, Stukprijs, Eenheidsprijs | Preis, Nettopreis, Einzelpreis, Stückpreis | Prix, Prix net, Prix unitaire
price of order response | confirmedPrice, confirmedNetPrice | Bevestigde prijs | Bestätigter Preis | Prix confirmé
grossPrice | List Price | Brutoprijs, Bruto prijs, Catalogusprijs | Bruttopreis, Listenpreis | Prix brut, Prix catalogue
discountPercentage | Discount, Discount % | Korting, Kortingspercentage | Rabatt, Rabatt % | Remise, Remise %
currencyIso | Currency Code, Curr | Valuta, Munt, Muntsoort, Valutacode | Währung, Währungscode, Waehrung | Devise, Monnaie, Code devise
priceUnitOfMeasureIso | Price Unit, Price UOM | Prijseenheid, Eenheid prijs | Preiseinheit, Preismengeneinheit | Unité de prix
priceUnitQuantity | Price Unit, Price Per, Per | Prijseenheid, Prijs per, Prijshoeveelheid | Preiseinheit, Preis pro, Pro | Unité de prix, Prix par
answer | Response, Reply, Decision | Antwoord, Besluit | Antwort, Entscheidung | Réponse, Décision
reason | Rejection Reason | Reden, Reden van afwijzing | Grund, Begründung, Ablehnungsgrund | Motif, Raison
destinationCode | Delivery Address Code, Plant, Warehouse | Afleveradrescode, Magazijncode, Magazijn | Lieferadresscode, Werk, Lager | Code adresse de livraison, Entrepôt
destinationName | Delivery Name, Ship To Name, Warehouse, Name | Afleveradres naam, Naam afleveradres, Magazijn, Naam | Lieferadresse Name, Empfänger, Lager | Nom de livraison, Entrepôt, Nom
destinationAddressLine | Address, Street, Delivery Address | Adres, Straat, Afleveradres | Adresse, Straße, Lieferadresse | Rue, Adresse de livraison
destinationPostalCode | Postcode, Postal Code, Zip, Zip Code | | PLZ, Postleitzahl | Code postal
destinationCity | City, Town | Plaats, Woonplaats | Ort, Stadt | Ville
destinationCountryCodeIso2 | Country, Country Code | Land, Landcode | Länderkürzel, Ländercode | Pays, Code pays
buyerItemRevision itemRevision | Revision, Rev | Revisie | Revisionsstand, Revisionsnummer | Révision, Indice
orderType | PO Type | Ordertype, Bestelsoort | Bestellart, Belegart | Type de commande
contactEmail | Buyer Email, Contact Email | E-mail inkoper, Inkoper e-mail | E-Mail Einkäufer, Einkäufer E-Mail | E-mail acheteur
projectNumber | Project, Project No | Projectnummer, Projectnr | Projekt, Projektnummer | Projet, Numéro de projet
contractNumber | Contract, Contract No | Contractnummer, Raamcontract | Vertrag, Vertragsnummer, Rahmenvertrag | Contrat, Numéro de contrat
despatchAdviceNumber | Despatch Advice, Dispatch Advice, Delivery Note, Delivery Note Number, Packing Slip | Pakbon, Pakbonnummer, Verzendadvies | Lieferschein, Lieferscheinnummer, Lieferavis | Bon de livraison, Numéro de bon de livraison
shipmentNumber | Shipment, Shipment No | Zending, Zendingnummer, Zendingsnummer | Sendung, Sendungsnummer | Expédition, Numéro d'expédition
trackingNumber | Tracking, Tracking No, Track and Trace | Trackingnummer, Track & Trace | Sendungsverfolgung, Trackingnummer | Numéro de suivi
backorderQuantity | Backorder, Remaining Quantity | Naleveraantal, Restaantal | Rückstand, Restmenge | Reliquat, Quantité restante
forecastNumber | Forecast, Forecast No | Prognose, Prognosenummer | Prognose, Prognosenummer | Prévision, Numéro de prévision
startDate | Start, From, Period Start | Startdatum, Begindatum, Van | Anfangsdatum, Beginn, Von | Date de début, Début, Du
endDate | End, Until, To, Period End | Einddatum, Tot, Tot en met | Enddatum, Ende, Bis | Date de fin, Fin, Au
`;

/** The columns of a message that a title can mean, by the title in its plain form; and a way to write it. */
export type Titles = Map<string, { title: string; columns: Field[] }>;

/** All titles that are known for a message. What a field itself is called means nothing else. */
export function titlesOf(message: Message): Titles {
	const columns = rowColumns(message);
	const titles: Titles = new Map();
	for (const column of columns) {
		const { name, title } = column;
		for (const own of [name, title]) titles.set(plain(own), { title, columns: [column] });
	}
	const isOwn = new Set(titles.keys());
	for (const row of commonTitles.trim().split('\n')) {
		const [fields, ...languages] = row.split(' | ');
		const [, names, of = message.name] = /^(.+?)(?: of (.+))?$/.exec(fields) ?? [];
		const byName = (name: string) => columns.find((column) => column.name === name);
		const column = names.split(' ').flatMap((name) => byName(name) ?? [])[0];
		if (!column || of !== message.name) continue;
		for (const title of languages.join(', ').split(', ')) {
			const known = titles.get(plain(title));
			if (!known) titles.set(plain(title), { title, columns: [column] });
			else if (!isOwn.has(plain(title)) && !known.columns.includes(column))
				known.columns.push(column);
		}
	}
	return titles;
}
