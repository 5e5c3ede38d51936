package dev.eventtester.outcome;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * An outcome as a list shows it.
 *
 * @param head the document without its event and its mappings
 */
@RegisterForReflection
record OutcomeHead(UUID id, String head) {}
