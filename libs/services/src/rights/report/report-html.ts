import { toHtml } from '../../documents/to-html.js';
import { reportDocument } from './report-document.js';
import type { SubjectReport } from './report-data.js';

/** Ink, paper and lines: 17.2:1 for text, 4.9:1 for lines (WCAG 2.2 asks for 4.5:1 and 3:1). */
export const REPORT_COLOURS = { ink: '#1b1b1f', paper: '#ffffff', line: '#70707a' } as const;

/** Over the page of the policies' documents: ink on white paper in A4, on a dark screen too, so that print is what is seen. */
const STYLE = `
:root { color-scheme: light; }
body { color: ${REPORT_COLOURS.ink}; background: ${REPORT_COLOURS.paper}; max-width: 46rem; }
th, td { border-color: ${REPORT_COLOURS.line}; overflow-wrap: anywhere; min-width: 7.5em; }
th[scope="row"] { font-weight: 600; width: 30%; }
@page { size: A4; margin: 18mm; }
@media print { thead { display: table-header-group; } table { width: 100%; } }
`;

/** The report as one page of HTML: no script, nothing fetched, ready for printing or for a PDF. */
export const reportHtml = (report: SubjectReport): string => toHtml(reportDocument(report), STYLE.trimStart());
