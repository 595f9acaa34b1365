/** Surnames that a French town hall sees every day, of French and of other origins. Only general knowledge, no list was copied. */
export const FRENCH_SURNAMES: readonly string[] = (
  'Aubert Aubry Bailly Barbier Baron Benoist Berger Besson Bigot Blanchard Blondel Bonnet Boucher Boulanger Bouvier Brunet Carlier ' +
  'Caron Charpentier Chauvin Clément Collet Colas Cordier Coulon Courtois Couturier Dauphin Delaunay Delorme Denis Descamps ' +
  'Devaux Dumas Dupuis Durand Duval Etienne Evrard Fabre Fleury Fournier François Gaillard Garnier Gay Georges Gérard Gilbert ' +
  'Godard Grondin Guérin Hamon Hébert Hervé Hoarau Imbert Jacob Jacquet Joly Jourdan Julien Klein Lacroix Lambert Langlois Lebrun ' +
  'Leclercq Lefèvre Legrand Lejeune Lemaître Lenoir Leroux Lesage Lévêque Maillot Mallet Marchand Maréchal Martel Mathieu Ménard ' +
  'Mercier Michaud Moreau Moulin Muller Noël Olivier Pascal Payet Perrin Philippe Picard Poirier Prévost Renard Renaud Richard ' +
  'Roche Rolland Rousseau Roussel Salmon Schmitt Simon Tanguy Texier Thibault Toussaint Vasseur Verdier Vidal Vincent Weber'
).split(' ');

export const WORLD_SURNAMES: readonly string[] = (
  'Abdi Adjei Aït-Ahmed Akhtar Alvès Amrani Arslan Asante Aydın Bah Baldé Bamba Barry Batista Benali Bensaïd Bouaziz Boukhari Camara ' +
  'Carvalho Cissé Correia Costa Coulibaly Cruz Dembélé Demir Diaby Diakité Diallo Diarra-Sy Dos-Santos Doucouré Doumbia El-Amrani ' +
  'Fernandes Ferreira Fofana García Ghazali Gomes González Haddad Haïdara Hamidi Hernández Kaba Kamara Kaya Keïta Konaté Kouamé ' +
  'Kowalski Lopes López Ly Mansouri Marques Mbaye Mendès Mendy Meziane Moreira Nguyen Niang Nowak Nunes Öztürk Pham Pinto Popescu ' +
  'Rahmani Ramos Rossi Saïdi Sangaré Sidibé Singh Slimani Soares Soumaré Sow Sylla Tavares Touré Tran Traoré Vieira Wague Yılmaz Zhang Zidane'
)
  .replaceAll('ı', 'i')
  .split(' ');

/** Beginnings, middles and ends from which rarer surnames are composed: about a hundred thousand, some of them accented. */
export const SURNAME_BEGINNINGS: readonly string[] = (
  'Ab Al Am Ar Au Ba Bal Bar Bé Bel Ber Bo Bra Bri Cam Car Cha Chau Clé Co Cor Cou Da Del Dou Du El Es Fa Fer Flo Fou Ga Gar Gi Gra ' +
  'Gué Ha Hé Ja Jau Ké La Lam Lé Lou Ma Mal Mé Mon Na Né No Or Pa Pel Pé Pou Qué Ra Ré Ro Sa Sau Sé So Ta Tré Va Ver Vi Za'
).split(' ');

export const SURNAME_MIDDLES: readonly string[] = (
  'ba bé bou ca che chi cou da dé di do fa fe gno gou gué la lé li llo lou ma mé mi na né ni no pi ra ré ri ro sa se ssé ta té tou ' +
  'va vé vi zé'
).split(' ');

export const SURNAME_ENDS: readonly string[] = (
  'bert card chon court dec dier dou din fort gaud gnac gnon gny lain lard let lin lois mand mel nac nard naud neau net nier ny ' +
  'pin quet rac rand reau rel ret ric rier ron rot sac sart seau sset tard teau tel ther tier ton vaux ville vin'
).split(' ');

export const PARTICLES: readonly string[] = ['de ', 'Le ', 'La ', 'Ben ', 'El ', "N'", "d'"];
