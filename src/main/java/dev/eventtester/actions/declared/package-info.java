/**
 * Actions and credentials checks whose requests a definition declares: mappings over payload, settings, event and the
 * answers so far.
 * Everything is compiled once, when the definition is read.
 */
package dev.eventtester.actions.declared;
