/**
 * The actions that are Java because a declaration cannot say what they send, one small class per destination.
 * Definitions name them; {@code JavaActions} finds them.
 */
package dev.eventtester.actions.coded;
