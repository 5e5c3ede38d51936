/**
 * Takes secrets out of everything that is shown or stored, by value in all their spellings and by the names of headers.
 * The time is linear in the text, whatever the secrets and whoever wrote the text.
 */
package dev.eventtester.delivery.secret;
