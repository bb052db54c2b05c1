export { addFavourite } from './favourites.commands.ts'
