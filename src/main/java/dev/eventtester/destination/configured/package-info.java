/**
 * A destination and its mappings as they were at one moment, compiled and ready for a test.
 * Nothing here changes or needs a database session any more.
 */
package dev.eventtester.destination.configured;
