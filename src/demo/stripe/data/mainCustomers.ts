import { type CustomerRow, customerRows } from './customerRows.js';

/** People and firms as a shop has them: ordinary names, two of the same name, names in other scripts. */
// biome-ignore format: one customer a line
export const ordinaryCustomers: readonly CustomerRow[] = customerRows([
  ['A1b2C3d4E5', 'Ava Martin', 'ava.martin@example.com', '+12025550101', 'US', '12 Cedar Lane', 'Fairview', '97024', 'usd', 410],
  ['Qm7Rk2Lp9Xs3Td', 'Lena Hoffmann', 'lena.hoffmann@kornfeld.example', '+493023125001', 'DE', 'Lindenweg 7', 'Kornfeld', '04399', 'eur', 388],
  ['Hy4Wn8Vb1Zc6Fg', 'Tom Berg', 'tom.berg@northwind.example', '+12025550102', 'US', '480 Harbor Road', 'Northport', '04849', 'usd', 371],
  ['Jt5Mx3Kd7Pq2Rs', '中村 正', 't.nakamura@hoshi.example', '+81300000103', 'JP', '星見町 2-4-8', '星見', '100-8799', 'jpy', 365],
  ['Vc9Bn4Hg6Lk1Wz', 'Ivana Petrović', 'ivana.petrovic@example.org', '+38510000104', 'HR', 'Ulica lipa 15', 'Novigrad', '52466', 'eur', 340],
  ['Fp2Ds8Ga5Yt7Mn', 'Marta Kowalska', 'marta.kowalska@example.net', '+48220000105', 'PL', 'ul. Polna 31', 'Zielonka', '05-220', 'eur', 322],
  ['Xr6Kl3Qw9Ec4Vb', 'Delgado Motors', 'billing@delgado-motors.example', '+12025550106', 'US', '9100 Industrial Way', 'Milltown', '84123', 'usd', 301],
  ['Tn1Yh5Uj8Ik2Ol', 'Zofia Lis', 'zofia.lis@example.com', '+48220000107', 'PL', 'ul. Sosnowa 4', 'Brzeziny', '95-060', 'eur', 280],
  ['Zx7Cv2Bm4Nq9Wr', 'Dev Anand Rao', 'dev.rao@example.org', '+12025550108', 'US', '77 Maple Court', 'Riverton', '08077', 'usd', 264],
  ['Lk3Jh8Gf5Dp1Sa', 'Atelier Moreau', 'atelier@moreau.example', '+33199001090', 'FR', '18 rue des Tilleuls', 'Valmont', '76540', 'eur', 251],
  ['Ew4Rt9Yu2Ip6Ka', 'James Carter', 'jcarter@example.com', '+12025550110', 'US', '301 Birch Street', 'Greenfield', '46140', 'usd', 240],
  ['Sd8Fg1Hj5Kz3Xc', 'James Carter', 'james.carter@example.net', '+12025550111', 'CA', '55 Lakeview Drive', 'Kingsbridge', 'K7L 3N6', 'usd', 119],
  ['Bv6Nm2Qa7Ws4Ed', '伊藤 健二', 'k.ito@minatoya.example', '+81600000112', 'JP', '港町 5-1', '港', '552-0021', 'jpy', 233],
  ['Rf5Tg9Yh3Uj8Ik', 'فاطمة الزهراء', 'fatima.zahra@example.com', '+97140000113', 'AE', 'شارع النخيل ١٢', 'الواحة', '00000', 'usd', 210],
  ['Ol1Pz6Xs2Dc7Fv', 'Дмитрий Соколов', 'd.sokolov@example.net', '+37100000114', 'LV', 'Ozolu iela 9', 'Liepkalne', 'LV-3001', 'eur', 198],
  ['Gb4Hn8Jm3Ka9Lq', '🌻 Sunny Day Flowers', 'hello@sunnyday.example', '+12025550115', 'US', '6 Meadow Square', 'Bloomfield', '07003', 'usd', 175],
  ['Wz2Ex7Rc5Tv1Yb', 'Noah Williams', 'noah.williams@example.com', '+12025550116', 'US', '240 Quarry Hill', 'Stonebridge', '20135', 'usd', 160],
  ['Un9Im4Oa6Ps3Dk', 'Mia Lindqvist', 'mia.lindqvist@example.org', '+46846500417', 'SE', 'Björkvägen 22', 'Sjöbo', '275 31', 'eur', 142],
  ['Fl8Gz1Hx5Jc7Kv', 'Grace Okafor', 'grace.okafor@example.com', '+12025550118', 'US', '19 Orchard Bend', 'Lakewood', '44107', 'usd', 130],
  ['Qb3Wn6Em2Ra9Ts', 'Oliver Brandt', 'oliver.brandt@example.net', '+494066969019', 'DE', 'Am Deich 3', 'Seefeld', '26937', 'eur', 96],
  ['Yd5Uf8Ig4Oh1Pj', 'Chloé Dubois', 'chloe.dubois@example.org', '+33199001200', 'FR', '4 impasse du Moulin', 'Sainte-Claire', '69360', 'eur', 71],
  ['Ak7Sl2Dz9Fx6Gc', 'Hana Suzuki', 'hana.suzuki@example.com', '+81300000121', 'JP', '桜台 1-2-3', '桜', '176-0002', 'jpy', 54],
]);

/** Names that try something on whoever draws them. */
// biome-ignore format: one customer a line
export const hostileCustomers: readonly CustomerRow[] = customerRows([
  ['Hv1Bn5Jm8Kq3Lw', '[Free refund](https://evil.example/pay)', 'link@example.com', '+12025550130', 'US', '1 Decoy Street', 'Nowhere', '00130', 'usd', 90],
  ['Hv2Ec6Rv1Tb4Yn', '<img src=x onerror=alert(1)>', 'image@example.com', '+12025550131', 'US', '2 Decoy Street', 'Nowhere', '00131', 'usd', 88],
  ['Hv3Um9Ia2Os5Pd', '{{DATE(2020-01-01T00:00:00Z, SHORT)}}', 'date@example.com', '+12025550132', 'US', '3 Decoy Street', 'Nowhere', '00132', 'eur', 86],
  ['Hv4Fg7Hj3Kl8Zx', `$${'{secret}'}`, 'binding@example.com', '+12025550133', 'US', '4 Decoy Street', 'Nowhere', '00133', 'usd', 84],
  ['Hv5Cv4Bn9Mq6We', '<at>Everyone</at>', 'mention@example.com', '+12025550134', 'US', '5 Decoy Street', 'Nowhere', '00134', 'eur', 82],
  ['Hv6Rt8Yu5Io2Pa', 'Invoice \u202Egpj.exe', 'bidi@example.com', '+12025550135', 'US', '6 Decoy Street', 'Nowhere', '00135', 'usd', 80],
  ['Hv7Sd3Fg1Hj7Kl', `Maximilian ${'von und zu Hohenstein '.repeat(18)}Junior`, 'long@example.com', '+12025550136', 'US', '7 Decoy Street', 'Nowhere', '00136', 'eur', 78],
  ['Hv8Zx6Cv4Bn9Mq', 'jane.doe@example.net 4000 0025 0000 3155', 'mixed@example.com', '+12025550137', 'US', '8 Decoy Street', 'Nowhere', '00137', 'usd', 76],
]);

/** Had charges, then asked to be deleted. */
// biome-ignore format: one customer a line
export const deletedCustomer: readonly CustomerRow[] = customerRows([
  ['Dl1We5Rt9Yu3Io', 'Gone Customer', 'gone@example.com', '+12025550140', 'US', '9 Former Road', 'Pastville', '00140', 'usd', 300],
]);
