package dev.eventtester.trigger;

import java.util.ArrayList;
import java.util.List;

/** Takes down what one level of an evaluation found, in order. */
final class Trace {

    private final List<Finding> findings = new ArrayList<>();

    void add(Finding finding) {
        findings.add(finding);
    }

    List<Finding> findings() {
        return findings;
    }
}
