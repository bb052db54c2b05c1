export { addFavourite, mostFavourites, removeFavourite } from './favourites.commands.ts'
export { type Favourite, listFavourites } from './favourites.queries.ts'
export { deleteHeldFavourites, listHeldFavourites } from './held-favourites.queries.ts'
