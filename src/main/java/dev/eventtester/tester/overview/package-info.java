/**
 * What an outcome tells of a test as a whole, beside what each mapping did: notes, the identities that may have been made,
 * the members of the event that nobody reads. Nothing here changes what is tested or sent.
 */
package dev.eventtester.tester.overview;
