/**
 * One request of an action and its answer, by the rules of the reference engine's request client.
 * Nothing is sent here.
 */
package dev.eventtester.actions.request;
