type Dish = { branchId: string; photo: string | null; picture: string | null }

/** The uploaded photo if there is one, else the picture that ships with the app. */
export const shownPicture = ({ branchId, photo, picture }: Dish): string | null =>
  photo === null ? picture : `photo/${branchId}/${photo}`
