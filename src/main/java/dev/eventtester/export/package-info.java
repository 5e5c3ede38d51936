/**
 * Outcomes in the formats of other tools: HAR for a browser's network panel, a curl command for a shell, JUnit XML for a
 * CI job. Each is made of the stored document alone, so that nothing is in it that the outcome does not show.
 */
package dev.eventtester.export;
