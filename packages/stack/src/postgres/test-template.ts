/** The migrated database that test databases are copies of. */
export const templateName = 'restai_template'
