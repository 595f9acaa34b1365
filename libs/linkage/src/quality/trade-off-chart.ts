import { decimal, type ReportLanguage, shareText, WORDS } from './wording.js';

/** Precision and recall, 0 to 1; a label makes the point a mark of its own. */
export interface ChartPoint {
  readonly precision: number;
  readonly recall: number;
  readonly label?: string;
}

const WIDTH = 640;
const HEIGHT = 440;
const PLOT = { left: 80, top: 50, right: 610, bottom: 380 } as const;
const MOST_POINTS = 200;

/**
 * An SVG of precision against recall: one line through the points in order of recall, marks with their labels, axes in plain
 * text. Black on white, no script and nothing fetched; title and description say in words what the picture shows. The
 * precision axis begins where the points need it to (0.9 at most, in tenths), and says so by its figures.
 */
export function tradeOffChart(points: readonly ChartPoint[], lang: ReportLanguage = 'en'): string {
  const curve = thinned(points.filter(({ label }) => label === undefined).toSorted((a, b) => a.recall - b.recall));
  const marks = points.filter(({ label }) => label !== undefined);
  const floor = Math.min(
    0.9,
    Math.floor(Math.min(...[...curve, ...marks].map(({ precision }) => precision)) * 10) / 10,
  );
  const scale = scaleFrom(floor);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="t d" lang="${lang}" font-family="sans-serif" font-size="13">`,
    `<title id="t">${WORDS.chartTitle[lang]}</title>`,
    `<desc id="d">${describe(curve, marks, lang)}</desc>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="white"/>`,
    `<text x="${PLOT.left}" y="28" font-size="16">${WORDS.chartTitle[lang]}</text>`,
    ...axes(floor, scale, lang),
    `<polyline fill="none" stroke="black" stroke-width="1.5" points="${curve.map((point) => at(scale(point)).join(',')).join(' ')}"/>`,
    ...marks.flatMap((mark) => markLines(mark, scale)),
    '</svg>',
    '',
  ].join('\n');
}

type Scale = (point: ChartPoint) => { readonly x: number; readonly y: number };

const scaleFrom =
  (floor: number): Scale =>
  ({ precision, recall }) => ({
    x: PLOT.left + recall * (PLOT.right - PLOT.left),
    y: PLOT.bottom - ((precision - floor) / (1 - floor)) * (PLOT.bottom - PLOT.top),
  });

const at = ({ x, y }: ReturnType<Scale>): readonly string[] => [x.toFixed(1), y.toFixed(1)];

/** Frame, five ticks an axis with their figures, and what the axes measure. */
function axes(floor: number, scale: Scale, lang: ReportLanguage): readonly string[] {
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((part) => {
    const precision = floor + part * (1 - floor);
    const [x, y] = at(scale({ recall: part, precision }));
    return [
      `<path d="M${x} ${PLOT.bottom}v6M${PLOT.left} ${y}h-6" stroke="black"/>`,
      `<text x="${x}" y="${PLOT.bottom + 22}" text-anchor="middle">${decimal(part, 2, lang)}</text>`,
      `<text x="${PLOT.left - 10}" y="${y}" dy="4" text-anchor="end">${decimal(precision, 3, lang)}</text>`,
    ];
  });
  const middle = (PLOT.top + PLOT.bottom) / 2;
  return [
    `<path d="M${PLOT.left} ${PLOT.top}V${PLOT.bottom}H${PLOT.right}" fill="none" stroke="black"/>`,
    ...ticks,
    `<text x="${(PLOT.left + PLOT.right) / 2}" y="${PLOT.bottom + 44}" text-anchor="middle">${WORDS.recall[lang]}</text>`,
    `<text x="20" y="${middle}" text-anchor="middle" transform="rotate(-90 20 ${middle})">${WORDS.precision[lang]}</text>`,
  ];
}

/** A mark with its label on the side where there is room for it. */
function markLines(mark: ChartPoint, scale: Scale): readonly string[] {
  const [x = '', y = ''] = at(scale(mark));
  const [dx, anchor] = mark.recall > 0.5 ? [-9, 'end'] : [9, 'start'];
  return [
    `<circle cx="${x}" cy="${y}" r="4" fill="white" stroke="black" stroke-width="1.5"/>`,
    `<text x="${x}" y="${y}" dx="${dx}" dy="18" text-anchor="${anchor}">${escapeXml(mark.label ?? '')}</text>`,
  ];
}

function describe(curve: readonly ChartPoint[], marks: readonly ChartPoint[], lang: ReportLanguage): string {
  const ends = [curve[0], curve.at(-1)].filter((point) => point !== undefined);
  const told = [...ends, ...marks].map(({ label, precision, recall }) => {
    const name = label === undefined ? '' : `${escapeXml(label)}: `;
    return `${name}${WORDS.recall[lang]} ${shareText(recall, lang)}, ${WORDS.precision[lang]} ${shareText(precision, lang)}`;
  });
  return told.length === 0 ? WORDS.none[lang] : told.join('; ');
}

/** At most so many points, the first and the last always among them: a million would make a picture nobody can open. */
function thinned(points: readonly ChartPoint[]): readonly ChartPoint[] {
  const step = Math.max(1, (points.length - 1) / (MOST_POINTS - 1));
  return points.filter((_, place) => Math.round(Math.round(place / step) * step) === place);
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
