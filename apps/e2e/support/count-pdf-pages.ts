/** Pages of a PDF as Chromium writes it, with plain page objects. */
export const countPdfPages = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
