import type { SourceAdapter, XmlLayout } from '#libs/domain';
import { compileLayout } from './layout/compile.js';
import { readXml } from './records/records.js';
import { surveyXml } from './survey/survey.js';

/**
 * Reads exports in XML of any layout that nests records in elements: TIPI, 4D's XML, the monthly RSA flow of the CAF.
 * @throws TeachingError `xml.layout` for a layout whose paths cannot be followed
 */
export const createXmlAdapter = (layout: XmlLayout): SourceAdapter => {
  compileLayout(layout, 'columns');
  return {
    survey: (blocks, options) => surveyXml(layout, blocks, options),
    records: (range, survey, signal) => readXml(layout, range, survey, signal),
  };
};
