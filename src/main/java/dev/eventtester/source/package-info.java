/**
 * Where events come from: sources with their labels and write keys, and the routes that manage them.
 * How their events arrive and where the recent ones are kept is the matter of the rooms inside.
 */
package dev.eventtester.source;
