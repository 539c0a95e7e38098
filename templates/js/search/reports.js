// Which report a document belongs to, where there are several.

// The key, of an address or of the title that it stands under; undefined for what belongs to none.
export const reportOf = ({ report, address = "", place }, { reports }) =>
  report ?? /^(?:reports|updates)\/([^/]+)\//.exec(address)?.[1] ?? reports.find(([, , title]) => title === place)?.[0];
