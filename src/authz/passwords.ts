/**
 * What a password must be: long. Refuses short ones, which are guessed, and endless ones, which only
 * make the server hash. No rules about its characters: they make people choose worse ones. Here
 * because forms, validators and the sign-in library must say the same.
 */
export const FEWEST_CHARACTERS = 12
export const MOST_CHARACTERS = 128
