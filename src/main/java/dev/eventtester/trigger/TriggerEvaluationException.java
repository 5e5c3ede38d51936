package dev.eventtester.trigger;

/**
 * The trigger parsed but evaluating it fails, as it does in the reference engine: the mapping then fails with this
 * error instead of being skipped.
 */
public final class TriggerEvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TriggerEvaluationException(String message) {
        super(message);
    }
}
