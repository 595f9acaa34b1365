/** Given names by sex, of several origins and ages. Only general knowledge, no list was copied. */
export const MEN_GIVEN_NAMES: readonly string[] = (
  'Adam Adrien Albert Alexis Alphonse Amine André Anselme Anthony Aurélien Axel Ayoub Baptiste Bastien Bilal Bruno Cédric Charles ' +
  'Christian Claude Clément Damien Daniel Demba Denis Didier Dimitri Dominique Dylan Edmond Élie Éric Étienne Fabien Félix Florian ' +
  'Francis François Franck Gérard Gilles Guillaume Gustave Habib Hamza Henri Hugo Idrissa Ilyès Ismaël Issa Ivan Jérémy Joaquim ' +
  'Jonathan Jordan Joseph Jules Karim Kévin Kofi Léo Léon Lionel Loïc Luc Ludovic Malik Mamadou Manuel Marc Mathieu Maurice Maxence ' +
  'Mehdi Mickaël Miguel Mustapha Nassim Nicolas Noah Olivier Paul Pedro Quentin Rémi Régis Richard Robert Robin Romain Salim Samuel ' +
  'Sébastien Simon Sofiane Souleymane Théo Thierry Tiago Timothée Tristan Valentin Victor Vincent Wassim William Xavier Yacine Yann ' +
  'Yves Zakaria Jean-Marc Jean-Michel Jean-Paul Jean-Luc Jean-Yves Pierre-Yves Paul-Henri'
).split(' ');

export const WOMEN_GIVEN_NAMES: readonly string[] = (
  'Adèle Adja Agathe Alice Aline Amélie Amina Ana Anita Anna Apolline Assia Astrid Aurélie Awa Béatrice Bérengère Bintou Brigitte ' +
  'Capucine Carole Caroline Cécile Céline Charlotte Chloé Christelle Claire Clara Clémence Colette Coralie Corinne Denise Diane ' +
  'Dounia Édith Elena Élodie Éloïse Émilie Estelle Eugénie Eva Fanny Fanta Farida Fatoumata Flora Florence Gisèle Ghislaine Hanna ' +
  'Héloïse Huguette Inès Irène Isabelle Jasmine Johanna Josette Judith Julie Juliette Justine Khadija Laetitia Latifa Laure Léonie ' +
  'Liliane Lina Linh Louise Lucie Lydia Madeleine Maïmouna Malika Margaux Margot Marguerite Maria Marianne Marina Martine Mathilde ' +
  'Mélanie Michèle Mireille Myriam Nadège Nadia Naïma Nicole Nina Noémie Nora Océane Olivia Paulette Rachel Raïssa Régine Romane ' +
  'Sabrina Salimata Sandrine Sarah Séverine Simone Solange Sonia Sophie Suzanne Tatiana Valentine Véronique Victoria Virginie ' +
  'Viviane Yasmine Yvette Yvonne Zoé Anne-Marie Anne-Sophie Marie-Laure Marie-Pierre Marie-France Rose-Marie'
).split(' ');

/** Beginnings and ends from which rarer given names are composed. */
export const GIVEN_BEGINNINGS: readonly string[] = (
  'Ada Ama Ani Azé Bao Cali Dali Dja Éla Éna Fari Flori Gaé Hali Ila Ismé Jo Kali Kha Laé Lori Maé Mari Mila Naé Noa Oli Osé Rama ' +
  'Rosé Saé Sama Séli Tali Timo Vali Yaé Zari'
).split(' ');
export const MEN_ENDS: readonly string[] =
  'an ane din dji el éo ien ilo im in lan mir nel no rian rik ron than tin vic'.split(' ');
export const WOMEN_ENDS: readonly string[] =
  'ana anne da dine ella énia ia ina ine issa lia line lyne na nia nou ra rine sia ya'.split(' ');
