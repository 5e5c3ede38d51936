package dev.eventtester.outcome.document;

import java.util.Collection;
import java.util.List;

/** What became of a whole test. */
public enum Verdict {
    /** Every mapping that matched succeeded. */
    SUCCEEDED,
    /** Some that matched succeeded, some failed. */
    PARTIAL,
    /** Every mapping that matched failed. */
    FAILED,
    /** No mapping matched, or none was enabled. */
    NO_MATCH,
    /** Every mapping that matched would be sent; nothing was. */
    VALIDATED,
    INTERRUPTED;

    /** The verdict that follows from those of the mappings. */
    public static Verdict of(Collection<MappingVerdict> mappings) {
        List<MappingVerdict> matched = mappings.stream()
                .filter(verdict -> verdict != MappingVerdict.NOT_MATCHED)
                .toList();
        long good = matched.stream().filter(MappingVerdict::isGood).count();
        if (matched.isEmpty()) {
            return NO_MATCH;
        }
        if (matched.contains(MappingVerdict.INTERRUPTED)) {
            return INTERRUPTED;
        }
        if (good < matched.size()) {
            return good == 0 ? FAILED : PARTIAL;
        }
        return matched.contains(MappingVerdict.VALIDATED) ? VALIDATED : SUCCEEDED;
    }
}
