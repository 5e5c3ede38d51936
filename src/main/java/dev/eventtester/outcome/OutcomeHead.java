package dev.eventtester.outcome;

import java.util.UUID;

/**
 * An outcome as a list shows it.
 *
 * @param head the document without its event and its mappings
 */
record OutcomeHead(UUID id, String head) {}
