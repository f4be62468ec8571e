export const searchFieldId = 'menu-search'
