import { births } from './births.js';
import type { Births } from './births.js';
import type { CivilDate } from './calendar.js';
import type { Kind, TruePerson } from './household.js';
import type { Family, Identity } from './identity.js';
import { PERSONS_STRIDE } from './household.js';
import { givenNames, surname } from './name-composer.js';
import type { Sex } from './name-composer.js';
import { lifeSituation } from './life-situation.js';
import type { Random } from './random.js';

type Draft = Identity & { readonly usageName?: string; readonly kind?: Kind; readonly couple?: boolean };

/** Makes the members of one household: single persons, couples, single parents, couples with children. */
export class FamilyMaker {
  private readonly persons: TruePerson[] = [];
  private readonly births: Births;

  constructor(
    private readonly random: Random,
    private readonly household: number,
    lastDay: number,
    private readonly birthDayUnknown: number,
  ) {
    this.births = births(random, lastDay);
  }

  make(namesake: Identity | null): Family {
    const { random } = this;
    const couple = random.chance(0.4);
    const children = random.chance(couple ? 0.7 : 0.42) ? 1 + random.below(random.chance(0.25) ? 5 : 3) : 0;
    const head = namesake === null ? this.head(couple) : this.namesake(namesake, couple);
    const partner = couple ? this.partner(head) : null;
    const father = [head, partner].find((parent) => parent?.sex === 'man');
    this.children(children, father ?? head);
    return { persons: this.persons, couple, children };
  }

  private head(couple: boolean): TruePerson {
    const { random } = this;
    const sex = random.chance(couple ? 0.5 : 0.4) ? 'man' : 'woman';
    const birthName = surname(random);
    const formerlyMarried = sex === 'woman' && !couple && random.chance(0.15);
    const usageName = formerlyMarried ? surname(random) : birthName;
    return this.add({
      sex,
      birthName,
      usageName,
      givenNames: givenNames(random, sex),
      birth: this.births.adult(),
      couple,
    });
  }

  private namesake(of: Identity, couple: boolean): TruePerson {
    return this.add({ ...of, birth: this.births.apartFrom(of.birth), kind: 'namesake', couple });
  }

  private partner(head: TruePerson): TruePerson {
    const { random } = this;
    const sex: Sex = random.chance(0.96) === (head.sex === 'man') ? 'woman' : 'man';
    const birthName = surname(random);
    const married = sex === 'woman' && head.sex === 'man' && random.chance(0.6);
    const given = givenNames(random, sex, head.givenNames);
    const birth = this.births.partnerOf(head.birth);
    return this.add({
      sex,
      birthName,
      usageName: married ? head.birthName : birthName,
      givenNames: given,
      birth,
      couple: true,
    });
  }

  private children(count: number, parent: TruePerson): void {
    const youngest = this.births.latest(this.persons.map((person) => person.birth));
    const size = this.persons.length + count;
    while (this.persons.length < size) {
      const birth = this.births.childOf(youngest);
      const sex: Sex = this.random.chance(0.5) ? 'man' : 'woman';
      const juniorDrawn = this.random.chance(0.03);
      if (size - this.persons.length >= 2 && this.random.chance(0.06)) this.twins(sex, parent, birth);
      else if (juniorDrawn && sex === 'man' && parent.sex === 'man' && this.kindOf(parent) === null)
        this.junior(parent, birth);
      else this.child(sex, parent, birth);
    }
  }

  private child(sex: Sex, parent: TruePerson, birth: CivilDate, kind?: Kind): void {
    const { birthName } = parent;
    const taken = this.persons.flatMap((person) => person.givenNames.slice(0, 1));
    const given = givenNames(this.random, sex, taken);
    this.add({ sex, birthName, givenNames: given, birth, ...(kind === undefined ? {} : { kind }) });
  }

  /** Of one sex, so that nothing but the given names tells them apart. */
  private twins(sex: Sex, parent: TruePerson, birth: CivilDate): void {
    this.child(sex, parent, birth, 'twin');
    this.child(sex, parent, birth, 'twin');
  }

  private junior(father: TruePerson, birth: CivilDate): void {
    const index = father.id % PERSONS_STRIDE;
    this.persons[index] = { ...father, kind: 'junior' };
    this.add({ sex: 'man', birthName: father.birthName, givenNames: father.givenNames, birth, kind: 'junior' });
  }

  private kindOf(person: TruePerson): Kind | null {
    return this.persons[person.id % PERSONS_STRIDE]?.kind ?? null;
  }

  private add(draft: Draft): TruePerson {
    const { random } = this;
    const { sex, birthName, birth, kind = null, couple = false } = draft;
    const age = this.births.age(birth);
    const adult = age >= 18;
    const person: TruePerson = {
      id: this.household * PERSONS_STRIDE + this.persons.length,
      ...{ sex, adult, birthName, usageName: draft.usageName ?? birthName, givenNames: draft.givenNames, birth, kind },
      birthDayKnown: !random.chance(this.birthDayUnknown) || kind === 'twin',
      ...lifeSituation(random, age, couple),
    };
    this.persons.push(person);
    return person;
  }
}
