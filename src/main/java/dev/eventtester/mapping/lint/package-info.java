/**
 * Finds what a mapping may say but what does something else than it seems to.
 * Every finding names its place and, where one exists, the rewrite that does what was meant.
 */
package dev.eventtester.mapping.lint;
