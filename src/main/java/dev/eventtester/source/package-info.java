/**
 * Where events come from: sources with their write keys, the Tracking API that receives events, and the ring of recent
 * ones that a test can load.
 */
package dev.eventtester.source;
