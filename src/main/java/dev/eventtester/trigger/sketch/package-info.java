/**
 * What a trigger's author seems to mean, read with the precedence, nesting and spellings that people expect.
 * It notes every place where the engine's language differs, and writes the meaning down again in that language.
 */
package dev.eventtester.trigger.sketch;
