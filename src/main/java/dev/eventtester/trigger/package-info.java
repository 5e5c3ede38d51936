/**
 * Triggers: the FQL conditions that pick a mapping's events, with the reference engine's own reading of them.
 * A trigger is parsed once and then only evaluated; explanations come from that evaluation, warnings from the text.
 */
package dev.eventtester.trigger;
