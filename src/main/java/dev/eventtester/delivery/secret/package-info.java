/**
 * Finds the spellings of secrets in text that may be escaped.
 * The time is linear in the text, whatever the secrets and whoever wrote the text.
 */
package dev.eventtester.delivery.secret;
