export { addFavourite } from './favourites.commands.ts'
export { deleteHeldFavourites, listHeldFavourites } from './held-favourites.queries.ts'
