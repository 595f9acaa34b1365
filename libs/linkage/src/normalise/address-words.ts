/** How French addresses shorten their words, and the words that they leave out. General knowledge of the postal norm NF Z10-011. */

export const ADDRESS_SHORT: ReadonlyMap<string, string> = new Map(
  (
    'r:rue av:avenue ave:avenue bd:boulevard bld:boulevard boul:boulevard blvd:boulevard pl:place ch:chemin che:chemin ' +
    'imp:impasse all:allee sq:square rte:route res:residence bat:batiment apt:appartement appt:appartement app:appartement ' +
    'fg:faubourg fbg:faubourg crs:cours q:quai pass:passage pas:passage lot:lotissement vla:villa esc:escalier etg:etage ' +
    'st:saint ste:sainte gal:general gnl:general mal:marechal dr:docteur prof:professeur pdt:president cdt:commandant ' +
    'b:bis t:ter'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [short = '', long = ''] = pair.split(':');
      return [short, long];
    }),
);

/** Short for something only after a number: `12 B` is 12 bis, while `bâtiment B` stays. */
export const AFTER_NUMBER: ReadonlySet<string> = new Set(['b', 't']);

/** Written by one system, left out by the next. */
export const ADDRESS_OMITTED: ReadonlySet<string> = new Set('de du des d la le les l et cedex'.split(' '));
