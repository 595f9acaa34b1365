export { fieldWord, levelWord } from '#libs/messages';
